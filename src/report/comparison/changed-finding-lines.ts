/** What became of the findings, for a terminal: by kind of change and by rule. */
import type { Comparison } from '../../core/comparison.ts'
import { counted } from '../phrases.ts'
import type { Page } from '../terminal/page.ts'
import { whole } from '../wrap-text.ts'
import { findingCounts, findingPlace, groupChanges } from './comparison-phrases.ts'
import { arrowOf } from './moved-lines.ts'

export function changedFindingLines(comparison: Comparison, all: boolean, page: Page): string[] {
  const groups = groupChanges(comparison)
  const shown = all ? groups : groups.slice(0, 12)
  const arrow = arrowOf(page)
  return [
    ...page.wrap(`${findingCounts(comparison)}.`),
    ...shown.flatMap(({ standing, first, changes }) => {
      const some = all ? changes : changes.slice(0, 6)
      const more =
        changes.length > some.length
          ? `, ${page.glyphs.ellipsis} and ${changes.length - some.length} more`
          : ''
      const places = some.map((change) =>
        page.text(findingPlace(change, comparison.answers, arrow.trim()), 200),
      )
      const [head = '', ...lines] = page.wrap(
        `${standing}, ${first.severity}: ${page.text(first.title, 120)} [${whole(first.rule)}]: ${places.join(', ')}${more}`,
        '  ',
        '    ',
      )
      const paint = standing === 'new' || standing === 'worse' ? page.paint.bad : page.paint.good
      return [`  ${paint(standing)}${head.slice(2 + standing.length)}`, ...lines]
    }),
    ...(groups.length > shown.length
      ? [`  ${page.glyphs.ellipsis} and ${counted(groups.length - shown.length, 'more rule')} (--all)`]
      : []),
  ]
}
