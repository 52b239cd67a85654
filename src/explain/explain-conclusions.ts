/** What the rules conclude about one element of one description, with every input they read. */
import { type Block, list, paragraph, type Section, section } from '../core/explanation.ts'
import type { ElementId, Outcome } from '../core/framework.ts'
import type { Reason } from '../core/assessment.ts'
import { type Conclusion, concludeAll } from '../rules/conclude-all.ts'
import { missingOf } from '../rules/missing-of.ts'
import { reasonsOf } from '../rules/reasons-of.ts'
import { mentions } from './mentions.ts'
import type { Assessed } from '../assess.ts'

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
  return (Object.keys(headings) as Outcome[]).flatMap((outcome) =>
    section(
      headings[outcome],
      ...concerned
        .filter((conclusion) => conclusion.outcome === outcome)
        .flatMap((conclusion) => blocksOf(conclusion, assessed)),
    ),
  )
}

function blocksOf(conclusion: Conclusion, { pack, rules, description }: Assessed): Block[] {
  const { title } = pack.texts().rules[conclusion.rule.id]!
  if (conclusion.outcome === 'not-evaluated') {
    return [
      paragraph(
        `${title} (${conclusion.id}): missing ${missingOf(rules, description, conclusion).join(', ')}`,
      ),
    ]
  }
  if (conclusion.outcome !== 'gap') return [paragraph(`${title} (${conclusion.id})`)]
  return [
    paragraph(`${title} (${conclusion.id})`),
    list(reasonsOf(rules, description, conclusion).map(reasonText)),
  ]
}

/** `6.1 stands at 2, looked for: at least 3`; anything but a level is named by its path. */
export function reasonText({ path, expected, found }: Reason): string {
  const [part, subject, what] = path
  const shown = found === null ? 'not there' : String(found)
  if (
    part === 'practices' &&
    path.length <= 3 &&
    (what === undefined || what === 'level' || what === 'criteria')
  ) {
    return `${subject ?? 'the assessed elements'}: ${shown === 'not there' ? 'not assessed' : shown}, looked for: ${expected}`
  }
  const name =
    part === 'practices'
      ? path.slice(1).join(' ')
      : path.map((step) => (typeof step === 'number' ? step + 1 : step)).join(' ')
  return `${name}: ${shown}, looked for: ${expected}`
}
