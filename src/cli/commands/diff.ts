/** `ims-gap diff`: what moved between two versions of a description, and why. */
import type { Command } from '../command.ts'
import * as shared from '../options.ts'

const formats = ['terminal', 'json', 'markdown'] as const

export const diffCommand: Command = {
  name: 'diff',
  summary: 'show what moved between two versions of a description, and why',
  description:
    'Compares two descriptions, two folders of them, or a description at two revisions of git: what moved per principle, which answers, targets, weights or pieces of evidence did it, and which findings came and went. With one file, the earlier side is where HEAD left the default branch, and the later side the file as it lies there. Each side is taken at its own day. It never fails because of what it finds. docs/diff-and-trend.md says more.',
  arguments: [
    {
      name: '<before>',
      about: 'a file, a folder, a revision (main), two revisions (main..HEAD); or the only file',
    },
    { name: '[after]', about: 'a file or folder' },
  ],
  options: [
    {
      flags: '--base <revision>',
      about: 'compare one file with what it was where HEAD left this revision',
      parse: (text) => text,
    },
    {
      flags: '--format <name>',
      about: 'what to print: terminal, json or markdown',
      parse: shared.oneOf('--format', formats),
    },
    {
      flags: '-o, --output <file>',
      about: 'write to a file; its ending (.txt .json .md) names the format; may be repeated',
      parse: (text) => text,
      repeatable: true,
    },
    { flags: '--all', about: 'show every answer and finding, and the causes by principle' },
    { ...shared.asOfOption, about: 'take this day (YYYY-MM-DD) for both sides; default: each its own' },
    shared.packOption,
    {
      flags: '--old-pack <folder>',
      about: 'use another guidance pack for the earlier side; may be repeated',
      parse: (text) => text,
      repeatable: true,
    },
    shared.forceResultOption,
  ],
  examples: [
    {
      command: 'ims-gap diff examples/two-rounds/2025.yaml examples/two-rounds/2026.yaml',
      about: 'two files',
    },
    {
      command: 'ims-gap diff examples/two-rounds/2025.yaml examples/two-rounds/2026.yaml --format markdown',
      about: 'for a pull request',
    },
  ],
  run: async (call, world) => (await import('../diff/run-diff.ts')).runDiff(call, world),
}
