/** `ims-gap trend`: how a description's assessments went along its history in git. */
import { Option } from '@commander-js/extra-typings'
import { everyWords } from '../../types/trend.ts'
import { runTrend } from '../diff/run-trend.ts'
import * as shared from '../options.ts'
import { type Call, command } from '../program.ts'

const formats = ['terminal', 'csv', 'json'] as const

export function trendCommand({ world, exitWith }: Call) {
  return definition().action((file, options) => exitWith(runTrend(file, options, world)))
}

function definition() {
  return command(
    'trend',
    'Assesses the versions of a description along its history in git, renames followed, each at its own date and all with the same guidance. A version that has errors or is written for other guidance is reported and interrupts the line. Nothing is written into the repository. docs/diff-and-trend.md says more.',
    [
      { command: 'ims-gap trend examples/manufacturer.yaml', about: 'every version in git' },
      {
        command: 'ims-gap trend examples/manufacturer.yaml --every quarter --since 2025-01-01 -o trend.csv',
        about: 'four a year, for a spreadsheet',
      },
    ],
  )
    .argument('<file>', 'the practice description')
    .addOption(
      new Option(
        '--every <period>',
        'the last version of each week, month or quarter; default: every commit',
      ).argParser(shared.once('--every', shared.oneOf('--every', everyWords))),
    )
    .addOption(
      new Option('--since <date>', 'only versions committed on this date (YYYY-MM-DD) or later').argParser(
        shared.once('--since', shared.date('--since')),
      ),
    )
    .addOption(shared.formatOption(formats))
    .addOption(shared.outputOption('.txt .csv .json'))
    .option('--all', 'show every version')
    .addOption(shared.packOption)
    .addOption(shared.forceResultOption)
}
