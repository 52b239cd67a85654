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

/**
 * Empty where every conclusion could be drawn. Rules that look at single elements only repeat which elements are not
 * assessed, so they are counted; the others say what they wait for.
 */
export function notEvaluatedLines({ notEvaluated }: Assessment, all: boolean, page: Page): string[] {
  if (notEvaluated.length === 0) return []
  const others = notEvaluated.filter(({ element, missing }) => missing.length !== 1 || missing[0] !== element)
  const alone = notEvaluated.length - others.length
  const count = `${counted(notEvaluated.length, 'conclusion')} could not be drawn`
  const because =
    alone === notEvaluated.length
      ? ', only because elements by themselves are not assessed.'
      : `${alone > 0 ? `, ${alone} of them only because an element by itself is not assessed` : ''}. ${alone > 0 ? 'The others' : 'They'} wait for:`
  const rules = [...inputsByRule(others)]
  const shown = all ? rules : rules.slice(0, 6)
  const rest = rules.length - shown.length
  return [
    ...page.wrap(count + because, '  '),
    ...shown.flatMap(([rule, inputs]) =>
      page.wrap(
        `- ${whole(rule)}: ${listed(
          Array.from(inputs, (input) => page.text(input, 60)),
          all ? inputs.size : 6,
          page,
        )}`,
        '  ',
        '    ',
      ),
    ),
    ...(rest > 0
      ? page.wrap(`${page.glyphs.ellipsis} and ${rest} more ${rest === 1 ? 'rule' : 'rules'} (--all)`, '  ')
      : []),
  ]
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
