/** How much was assessed, and which conclusions could not be drawn for want of what. */
import type { Assessment } from '../../core/assessment.ts'
import { compareText } from '../../core/diagnostic.ts'
import { counted } from '../phrases.ts'
import { whole } from '../wrap-text.ts'
import type { Page } from './page.ts'

export function coverageLines({ coverage, evidence }: Assessment, all: boolean, page: Page): string[] {
  const { elements, inScope, assessed } = coverage
  const rows: (readonly [string, readonly string[]])[] = [
    ['Not assessed', coverage.notAssessed],
    ['Not applicable', coverage.notApplicable],
    ['Declined (counted as level 0)', coverage.declined],
    ['Planned', coverage.planned],
  ]
  return [
    ...page.wrap(
      `${assessed} of ${counted(inScope, 'element')} in scope assessed, ${elements} in the guidance.`,
      '  ',
    ),
    ...rows
      .filter(([, ids]) => ids.length > 0)
      .flatMap(([label, ids]) =>
        page.wrap(`${label}: ${listed(ids, all ? ids.length : 20, page)}`, '  ', '    '),
      ),
    ...page.wrap(
      evidence === 'declared'
        ? 'Evidence counts as declared; the files named were not looked at.'
        : 'Files named as evidence were checked.',
      '  ',
    ),
  ]
}

/** Empty where every conclusion could be drawn. */
export function notEvaluatedLines({ notEvaluated }: Assessment, all: boolean, page: Page): string[] {
  if (notEvaluated.length === 0) return []
  if (all) {
    return notEvaluated.flatMap(({ rule, element, item, missing }) => {
      const about = [
        ...(element === null ? [] : [element]),
        ...(item === undefined ? [] : [page.text(item, 60)]),
      ]
      const name = about.length === 0 ? whole(rule) : `${whole(rule)} (${about.join(', ')})`
      return page.wrap(
        `- ${name}: ${missing.map((input) => page.text(input, 60)).join(', ')} missing`,
        '  ',
        '    ',
      )
    })
  }
  const rules = new Set(notEvaluated.map(({ rule }) => rule)).size
  const waiting = new Map<string, number>()
  for (const { missing } of notEvaluated)
    for (const input of missing) waiting.set(input, (waiting.get(input) ?? 0) + 1)
  const most = [...waiting].sort(([a, left], [b, right]) => right - left || compareText(a, b))
  const inputs = most.map(([input, count]) => whole(`${page.text(input, 60)} (${count})`))
  return page.wrap(
    `${counted(notEvaluated.length, 'conclusion')} of ${counted(rules, 'rule')} could not be drawn. What they wait for, and how many: ${listed(inputs, 8, page)}.`,
    '  ',
  )
}

function listed(words: readonly string[], limit: number, page: Page): string {
  const rest = words.length - limit
  return rest <= 1
    ? words.join(', ')
    : `${words.slice(0, limit).join(', ')} ${page.glyphs.ellipsis} and ${rest} more`
}
