/** What the rules conclude about one element of one description, with every input they read. */
import type { Assessed } from '../assess.ts'
import { type Conclusion, concludeAll } from '../rules/conclude-all.ts'
import { missingOf } from '../rules/missing-of.ts'
import { type Block, list, paragraph, type Section, section } from '../types/explanation.ts'
import type { ElementId, Outcome } from '../types/framework.ts'
import { mentions } from './mentions.ts'
import { reasonTexts } from './reason-text.ts'

const headings: Readonly<Record<Outcome, string>> = {
  gap: 'Rules that fire',
  'not-evaluated': 'Rules that cannot be evaluated',
  clear: 'Rules that stay silent',
  'not-applicable': 'Rules that do not apply',
}

/** A section per outcome; rules that speak about each element are shown for this one only. */
export function ruleSections(id: ElementId, assessed: Assessed): Section[] {
  const { rules, description } = assessed
  const concerned = concludeAll(rules, description).filter(
    ({ element, rule }) =>
      element === id || (rule.each !== 'elements' && (mentions(rule.fires, id) || mentions(rule.unless, id))),
  )
  const of = (outcome: Outcome) => concerned.filter((conclusion) => conclusion.outcome === outcome)
  const names = (outcome: Outcome) => [
    ...new Set(of(outcome).map((conclusion) => nameOf(withoutPiece(conclusion), assessed))),
  ]
  return [
    ...section(headings.gap, ...of('gap').flatMap((conclusion) => firingBlocks(conclusion, assessed))),
    ...section(headings['not-evaluated'], ...waitingBlocks(id, of('not-evaluated'), assessed)),
    ...section(headings.clear, list(names('clear'))),
    ...section(headings['not-applicable'], list(names('not-applicable'))),
  ]
}

/** That nothing is wrong with any of the pieces is one line. */
function withoutPiece(conclusion: Conclusion): Conclusion {
  const { rule, element } = conclusion
  return rule.each === 'evidence'
    ? { ...conclusion, id: `${rule.id}@${element ?? 'organization'}` }
    : conclusion
}

function nameOf({ rule, id }: Conclusion, { pack }: Assessed): string {
  return `${pack.texts().rules[rule.id]!.title} [${id}]`
}

function firingBlocks(conclusion: Conclusion, assessed: Assessed): Block[] {
  return [paragraph(nameOf(conclusion, assessed)), list(reasonTexts(conclusion, assessed))]
}

/** Rules that wait for nothing but this element's own level are named in one line. */
function waitingBlocks(id: ElementId, conclusions: readonly Conclusion[], assessed: Assessed): Block[] {
  const waiting = conclusions.map((conclusion) => ({
    conclusion,
    missing: missingOf(assessed.rules, assessed.description, conclusion),
  }))
  const alone = waiting.filter(({ missing }) => missing.every((input) => input === id))
  const others = waiting.filter(({ missing }) => missing.some((input) => input !== id))
  return [
    list(
      others.map(
        ({ conclusion, missing }) => `${nameOf(conclusion, assessed)} waits for ${missing.join(', ')}`,
      ),
    ),
    paragraph(
      alone.length === 0
        ? null
        : `Only for ${id} itself: ${[...new Set(alone.map(({ conclusion }) => conclusion.rule.id))].join(', ')}.`,
    ),
  ]
}
