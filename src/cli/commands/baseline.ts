/** `ims-gap baseline`: accepts the findings of today, takes out what is fixed, or shows what was accepted. */
import type { Command } from '../command.ts'
import * as shared from '../options.ts'

export const baselineCommand: Command = {
  name: 'baseline',
  summary: 'accept the findings of today, so that check fails only for new or worse ones',
  description:
    'Keeps a list of accepted findings beside the configuration, one a line. write accepts what is found in the files as they stand, keeping reasons and dates of what stays; prune takes out what is fixed, keeps what is merely not evaluated now, and never adds; show prints the list. Without files, those of the configuration, else those the list names. What is waived or planned is not in it: it does not fail while that holds.',
  arguments: [
    { name: '<action>', about: 'write (accept what is found), prune (take out what is fixed) or show' },
    { name: '[path...]', about: 'descriptions, or folders of them' },
  ],
  options: [
    shared.baselineOption,
    ...shared.configurationOptions,
    shared.checkedEvidenceOption,
    shared.checkDayOption,
    shared.packOption,
  ],
  examples: [
    { command: 'ims-gap baseline write examples/manufacturer.yaml', about: 'accept what is found today' },
    {
      command: 'ims-gap baseline show examples/manufacturer.yaml',
      about: 'what was accepted, and since when',
    },
    {
      command: 'ims-gap baseline prune examples/manufacturer.yaml',
      about: 'take out what is no longer found',
    },
  ],
  run: async (call, world) => (await import('../check/run-baseline.ts')).runBaseline(call, world),
}
