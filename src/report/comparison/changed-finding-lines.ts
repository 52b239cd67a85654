/** What became of the findings, for a terminal: by kind of change and by rule. */
import type { Comparison, FindingChange } from '../../types/comparison.ts'
import { counted } from '../phrases.ts'
import type { Page } from '../terminal/page.ts'
import { whole } from '../wrap-text.ts'
import { findingCounts, findingPlace, groupChanges, standingNames } from './finding-phrases.ts'
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
      const places = some.map((change) => page.text(findingPlace(change, arrow, arrow.trim()), 200))
      const name = standingNames[standing]
      const [head = '', ...lines] = page.wrap(
        `${name}, ${first.severity}: ${page.text(first.title, 120)} [${whole(first.rule)}]: ${places.join(', ')}${more}`,
        '  ',
        '    ',
      )
      const paint = paintFor(standing, page)
      return [`  ${paint(name)}${head.slice(2 + name.length)}`, ...lines]
    }),
    ...(groups.length > shown.length
      ? [`  ${page.glyphs.ellipsis} and ${counted(groups.length - shown.length, 'more rule')} (--all)`]
      : []),
  ]
}

/** What is no longer told is neither good nor bad. */
function paintFor(standing: FindingChange['standing'], { paint }: Page): (text: string) => string {
  if (standing === 'new' || standing === 'worse') return paint.bad
  return standing === 'better' || standing === 'fixed' ? paint.good : paint.middling
}
