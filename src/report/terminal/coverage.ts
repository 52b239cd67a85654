/** How much was assessed, and which conclusions could not be drawn for want of what. */
import type { Assessment } from '../../core/assessment.ts'
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

/** Empty where every conclusion could be drawn: how many could not, and which answers would settle most of them. */
export function notEvaluatedLines({ notEvaluated }: Assessment, all: boolean, page: Page): string[] {
  if (notEvaluated.length === 0) return []
  const rules = [...inputsByRule(notEvaluated)]
  const open = `${counted(notEvaluated.length, 'conclusion')} of ${counted(rules.length, 'rule')} ${notEvaluated.length === 1 ? 'is' : 'are'} open: something they read is not assessed, so they count neither for nor against.`
  const inputs = mostWanted(notEvaluated).map(([input, count]) => `${page.text(input, 60)} (${count})`)
  const wanted = inputs.length === 0 ? '' : ` Most wait for ${listed(inputs, all ? inputs.length : 6, page)}.`
  return [
    ...page.wrap(open + wanted, '  '),
    ...(all ? rules : []).flatMap(([rule, missing]) =>
      page.wrap(
        `- ${whole(rule)}: ${Array.from(missing, (input) => page.text(input, 60)).join(', ')}`,
        '  ',
        '    ',
      ),
    ),
  ]
}

/** What is missing, and for how many conclusions; the most often missing first, else in the order met. */
function mostWanted(notEvaluated: Assessment['notEvaluated']): (readonly [input: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const input of notEvaluated.flatMap(({ missing }) => missing)) {
    counts.set(input, (counts.get(input) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)
}

function inputsByRule(notEvaluated: Assessment['notEvaluated']): Map<string, Set<string>> {
  const rules = new Map<string, Set<string>>()
  for (const { rule, missing } of notEvaluated) {
    const inputs = rules.get(rule) ?? new Set()
    for (const input of missing) inputs.add(input)
    rules.set(rule, inputs)
  }
  return rules
}

function listed(words: readonly string[], limit: number, page: Page): string {
  const rest = words.length - limit
  return rest <= 1
    ? words.join(', ')
    : `${words.slice(0, limit).join(', ')} ${page.glyphs.ellipsis} and ${rest} more`
}
