/** How much was assessed, and which conclusions could not be drawn for want of what. */
import type { Assessment, ElementScore } from '../../types/assessment.ts'
import { declaredText, exclusionText, kindText, plannedText, tooOldText } from '../coverage-phrases.ts'
import { counted } from '../phrases.ts'
import { whole } from '../wrap-text.ts'
import type { Page } from './page.ts'

export function coverageLines(assessment: Assessment, all: boolean, page: Page): string[] {
  const { coverage, evidence, scores } = assessment
  const { elements, inScope, assessed } = coverage
  const row = (label: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : page.wrap(`${label}: ${listed(ids, all ? ids.length : 20, page)}`, '  ', '    ')
  const out = scores.elements.filter(({ state }) => state === 'not-applicable')
  const declined = scores.elements.filter((element) => element.declined)
  const tooOld = tooOldText(assessment)
  return [
    ...page.wrap(
      `${assessed} of ${counted(inScope, 'element')} in scope assessed, ${elements} in the guidance.`,
      '  ',
    ),
    ...row('Not assessed', coverage.notAssessed),
    ...excluded('Not applicable', out, all, page),
    ...excluded('Declined (counted as level 0)', declined, all, page),
    ...row(
      'Planned',
      coverage.planned.map((id) => plannedText(id, assessment)),
    ),
    ...page.wrap(evidence === 'declared' ? declaredText : 'Files named as evidence were checked.', '  '),
    ...(tooOld === '' ? [] : page.wrap(tooOld, '  ', '    ')),
  ]
}

/** With `all` each on its own line with its reason, else all on one with their kinds. */
function excluded(label: string, elements: readonly ElementScore[], all: boolean, page: Page): string[] {
  if (elements.length === 0) return []
  const noted = (id: string, note: string) => (note === '' ? id : `${id} (${note})`)
  if (!all) {
    const named = elements.map((element) => noted(element.id, element.declined ? '' : kindText(element)))
    return page.wrap(`${label}: ${listed(named, 20, page)}`, '  ', '    ')
  }
  return elements.flatMap((element) => {
    const reason = element.notApplicable?.reason ?? ''
    const name = noted(`${element.id} ${page.text(element.title, 80)}`, exclusionText(element))
    return page.wrap(`${label}: ${name}${reason === '' ? '' : `: ${page.text(reason)}`}`, '  ', '    ')
  })
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
