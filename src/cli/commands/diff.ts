/** `ims-gap diff`: what moved between two versions of a description, and why. */
import { Option } from '@commander-js/extra-typings'
import { runDiff } from '../diff/run-diff.ts'
import * as shared from '../options.ts'
import { type Call, command } from '../program.ts'

const formats = ['terminal', 'json', 'markdown'] as const

export function diffCommand({ world, exitWith }: Call) {
  return definition().action((before, after, options) =>
    exitWith(runDiff(after === undefined ? [before] : [before, after], options, world)),
  )
}

function definition() {
  return command(
    'diff',
    'Compares two descriptions, two folders of them, or a description at two revisions of git: what changed per principle, which answers, targets, weights or pieces of evidence caused it, and which findings are new or fixed. With one file, the earlier side is where HEAD left the default branch, and the later side is the file in the working tree. Each side is assessed at its own date. Findings never change the exit code. docs/diff-and-trend.md says more.',
    [
      {
        command: 'ims-gap diff examples/two-rounds/2025.yaml examples/two-rounds/2026.yaml',
        about: 'two files',
      },
      {
        command: 'ims-gap diff examples/two-rounds/2025.yaml examples/two-rounds/2026.yaml --format markdown',
        about: 'for a pull request',
      },
    ],
  )
    .argument('<before>', 'a file, a folder, a revision (main), two revisions (main..HEAD); or the only file')
    .argument('[after]', 'a file or folder')
    .addOption(
      new Option(
        '--base <revision>',
        'compare one file with what it was where HEAD left this revision',
      ).argParser(shared.once('--base', (revision) => revision)),
    )
    .addOption(shared.formatOption(formats))
    .addOption(shared.outputOption('.txt .json .md'))
    .option('--all', 'show every answer and finding, and the causes by principle')
    .addOption(shared.dateOption('take this date (YYYY-MM-DD) for both sides; default: each its own'))
    .addOption(shared.packOption)
    .addOption(
      new Option(
        '--old-pack <folder>',
        'use another guidance pack for the earlier side; may be repeated',
      ).argParser(shared.repeated((folder) => folder)),
    )
    .addOption(shared.forceResultOption)
}
