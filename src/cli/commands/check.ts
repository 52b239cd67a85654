/** `ims-gap check`: validates, assesses and says whether the gates hold, for one file or many. */
import { checkFormats } from '../check/check-formats.ts'
import { gateOptions } from '../check/gate-options.ts'
import type { Command } from '../command.ts'
import * as shared from '../options.ts'

export const checkCommand: Command = {
  name: 'check',
  summary: 'say whether descriptions pass the gates that were set for them',
  description:
    'Checks practice descriptions: that they are valid, and that the gates hold which flags or ims-gap.config.yaml set. With a base or a baseline, what is new or worse fails. Without anything set, only invalid files and expired waivers fail. What is waived or planned never fails. Exit codes: 0 passed, 1 a gate failed, 2 wrong usage or configuration, 3 a file is invalid, 4 one cannot be read; the highest of all files counts. docs/check.md says more.',
  arguments: [
    {
      name: '[path...]',
      about: 'descriptions, folders of them, or - for standard input; default: files in ims-gap.config.yaml',
    },
  ],
  options: [
    {
      flags: '--base <revision>',
      about: 'hold findings against the files as they were where HEAD left this revision of git',
      parse: shared.text('--base'),
    },
    shared.baselineOption,
    ...gateOptions,
    {
      flags: '--ratchet',
      about: 'take out of the baseline what is fixed, and remember better levels, so that they have to hold',
    },
    ...shared.configurationOptions,
    {
      flags: '--format <name>',
      about: `what to print: ${checkFormats.join(', ')}`,
      parse: shared.oneOf('--format', checkFormats),
    },
    {
      flags: '-o, --output <file>',
      about: 'write to a file; its ending names the format; may be repeated; - is standard output',
      parse: (text) => text,
      repeatable: true,
    },
    { flags: '--all', about: 'show all that fails, and the gates of every file' },
    shared.checkedEvidenceOption,
    shared.checkDayOption,
    shared.packOption,
    shared.stdinNameOption,
    shared.forceResultOption,
  ],
  examples: [
    { command: 'ims-gap check examples/manufacturer.yaml', about: 'valid, and no waiver expired' },
    {
      command: 'ims-gap check examples/manufacturer.yaml --require 5.1.1=2 --min culture=1.5',
      about: 'and strong enough',
    },
    { command: 'ims-gap check examples/two-rounds --format json', about: 'a folder, for other programs' },
  ],
  run: async (call, world) => (await import('../check/run-check.ts')).runCheck(call, world),
}
