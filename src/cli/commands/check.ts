/** `ims-gap check`: validates, assesses and says whether the gates hold, for one file or many. */
import { Option } from '@commander-js/extra-typings'
import { checkFormats } from '../check/check-formats.ts'
import * as gates from '../check/gate-options.ts'
import { runCheck } from '../check/run-check.ts'
import * as shared from '../options.ts'
import { type Call, command } from '../program.ts'

export function checkCommand({ world, exitWith }: Call) {
  return definition().action((paths, options) => exitWith(runCheck(paths, options, world)))
}

function definition() {
  return command(
    'check',
    'Checks that practice descriptions are valid, and that they pass the gates set by flags or ims-gap.config.yaml. With a base or a baseline, what is new or worse fails. Without anything set, only invalid files and expired waivers fail. What is waived or planned never fails. Exit codes: 0 passed, 1 a gate failed, 2 wrong usage or configuration, 3 a file is invalid, 4 one cannot be read; the highest of all files counts. docs/check.md says more.',
    [
      { command: 'ims-gap check examples/manufacturer.yaml', about: 'valid, and no waiver expired' },
      {
        command: 'ims-gap check examples/manufacturer.yaml --require 5.1.1=2 --min culture=1.5',
        about: 'and these levels are reached',
      },
      { command: 'ims-gap check examples/two-rounds --format json', about: 'a folder, for other programs' },
    ],
  )
    .argument(
      '[path...]',
      'descriptions, folders of them, or - for standard input; default: files in ims-gap.config.yaml',
    )
    .addOption(
      new Option(
        '--base <revision>',
        'compare findings with the files as they were where HEAD left this revision of git',
      ).argParser(shared.once('--base', shared.text('--base'))),
    )
    .addOption(gates.gatesFromOption)
    .addOption(shared.baselineOption)
    .addOption(gates.failOnOption)
    .addOption(gates.failOnNewOption)
    .addOption(gates.requireOption)
    .addOption(gates.minOption)
    .addOption(gates.minLowestOption)
    .addOption(gates.minEvidencedOption)
    .addOption(gates.minCoverageOption)
    .addOption(gates.failOnStaleOption)
    .addOption(gates.failOnWithdrawnOption)
    .addOption(gates.allowUncomparedOption)
    .option(
      '--ratchet',
      'remove what is fixed from the baseline, and record better levels, so that they have to be kept',
    )
    .addOption(shared.configOption)
    .addOption(shared.noConfigOption)
    .addOption(shared.formatOption(checkFormats))
    .addOption(shared.outputOption(''))
    .option('--all', 'show everything that fails, and the gates of every file')
    .addOption(shared.checkedEvidenceOption)
    .addOption(shared.checkDayOption)
    .addOption(shared.packOption)
    .addOption(shared.stdinNameOption)
    .addOption(shared.forceResultOption)
}
