/** The accepted findings of a baseline, for a person: file by file, with level, day and reason. */
import type { Baseline } from '../../check/baseline.ts'
import { counted } from '../phrases.ts'
import { renderColumns } from '../terminal/columns.ts'
import { pageFor } from '../terminal/page.ts'

export function renderBaselineTable(
  { framework, packVersion, entries }: Baseline,
  options: { readonly width: number; readonly color: boolean; readonly unicode: boolean },
): string {
  const page = pageFor(options)
  const files = [...new Set(entries.map(({ file }) => file))]
  const tables = files.map((file) => {
    const rows = entries
      .filter((entry) => entry.file === file)
      .flatMap(({ finding, level, since, reason }) => [
        [page.text(finding, 100), level === null ? '-' : String(level), since ?? '-'],
        ...(reason === null ? [] : page.wrap(page.text(reason), '  ')),
      ])
    const columns = [
      { head: 'Finding', align: 'left' },
      { head: 'Level', align: 'right' },
      { head: 'Since', align: 'left' },
    ] as const
    return [page.paint.heading(page.text(file, 120)), ...renderColumns(columns, rows, page.glyphs.rule)]
  })
  const total = `${counted(entries.length, 'accepted finding')} of ${counted(files.length, 'file')}, by ${page.text(framework, 60)}, pack version ${page.text(packVersion, 60)}.`
  return `${[...tables, page.wrap(total).map(page.paint.bold)].map((lines) => lines.join('\n')).join('\n\n')}\n`
}
