/** `ims-gap baseline`: accepts the findings of today, takes out what is fixed, or shows what was accepted. */
import { Argument } from '@commander-js/extra-typings'
import { baselineActions, runBaseline } from '../check/run-baseline.ts'
import * as shared from '../options.ts'
import { type Call, command } from '../program.ts'

export function baselineCommand({ world, exitWith }: Call) {
  return definition().action((action, paths, options) => exitWith(runBaseline(action, paths, options, world)))
}

function definition() {
  return command(
    'baseline',
    'Keeps a list of accepted findings beside the configuration, one a line. write accepts what is found in the files now, and keeps reasons and dates of entries that stay; prune removes what is fixed, keeps what is merely not evaluated now, and never adds; show prints the list. Without files, those of the configuration, else those in the list. What is waived or planned is not in it: it does not fail as long as the waiver or plan is valid.',
    [
      { command: 'ims-gap baseline write examples/manufacturer.yaml', about: 'accept the findings of today' },
      {
        command: 'ims-gap baseline show examples/manufacturer.yaml',
        about: 'list what was accepted, and when',
      },
      { command: 'ims-gap baseline prune examples/manufacturer.yaml', about: 'remove what is fixed' },
    ],
  )
    .addArgument(
      new Argument(
        '<action>',
        'write (accept what is found), prune (remove what is fixed) or show',
      ).argParser(shared.oneOf('baseline', baselineActions)),
    )
    .argument('[path...]', 'descriptions, or folders of them')
    .addOption(shared.baselineOption)
    .addOption(shared.configOption)
    .addOption(shared.noConfigOption)
    .addOption(shared.checkedEvidenceOption)
    .addOption(shared.checkDayOption)
    .addOption(shared.packOption)
}
