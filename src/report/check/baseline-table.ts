/** The accepted findings of a baseline, for a person: file by file, with level, date and reason. */
import type { Baseline } from '../../check/baseline.ts'
import { type Document, paragraph, section, table } from '../document.ts'
import { counted } from '../phrases.ts'
import type { PageOptions } from '../terminal/page.ts'
import { writeTerminal } from '../terminal/write-terminal.ts'

export function renderBaselineTable(baseline: Baseline, options: PageOptions): string {
  return writeTerminal(baselineDocument(baseline), options)
}

function baselineDocument({ framework, packVersion, entries }: Baseline): Document {
  const files = [...new Set(entries.map(({ file }) => file))]
  return {
    title: null,
    blocks: [
      ...files.flatMap((file) =>
        section(
          'Accepted findings',
          table(
            [
              { head: 'Finding', type: 'text' },
              { head: 'Level', type: 'number' },
              { head: 'Since', type: 'date' },
              { head: 'Reason', type: 'text' },
            ],
            entries
              .filter((entry) => entry.file === file)
              .map(({ finding, level, since, reason }) => [finding, level, since, reason ?? '']),
          ),
          file,
        ),
      ),
      ...paragraph(
        `${counted(entries.length, 'accepted finding')} of ${counted(files.length, 'file')}, by ${framework}, pack version ${packVersion}.`,
        'lead',
      ),
    ],
  }
}
