/** `ims-gap trend`: how a description's assessments went along its history in git. */
import { everyWords } from '../../types/trend.ts'
import type { Command } from '../command.ts'
import * as shared from '../options.ts'

const formats = ['terminal', 'csv', 'json'] as const

export const trendCommand: Command = {
  name: 'trend',
  summary: "show how a description's levels went along its history in git",
  description:
    'Assesses the versions of a description along its history in git, renames followed, each at its own day and all with the same guidance. A version that is written for other guidance or has mistakes is told and breaks the line. Nothing is written into the repository. docs/diff-and-trend.md says more.',
  arguments: [{ name: '<file>', about: 'the practice description' }],
  options: [
    {
      flags: '--every <period>',
      about: 'the last version of each week, month or quarter; default: every commit',
      parse: shared.oneOf('--every', everyWords),
    },
    {
      flags: '--since <date>',
      about: 'only versions committed on this day (YYYY-MM-DD) or later',
      parse: shared.date('--since'),
    },
    {
      flags: '--format <name>',
      about: 'what to print: terminal, csv or json',
      parse: shared.oneOf('--format', formats),
    },
    {
      flags: '-o, --output <file>',
      about: 'write to a file; its ending (.txt .csv .json) names the format; may be repeated',
      parse: (text) => text,
      repeatable: true,
    },
    { flags: '--all', about: 'show every version, however many' },
    shared.packOption,
    shared.forceResultOption,
  ],
  examples: [
    { command: 'ims-gap trend examples/manufacturer.yaml', about: 'every version that git knows' },
    {
      command: 'ims-gap trend examples/manufacturer.yaml --every quarter --since 2025-01-01 -o trend.csv',
      about: 'four a year, for a spreadsheet',
    },
  ],
  run: async (call, world) => (await import('../diff/run-trend.ts')).runTrend(call, world),
}
