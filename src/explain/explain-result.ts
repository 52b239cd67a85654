/** Finds what a word means in one assessed description: an element, a principle or a rule, and how its result came about. */
import type { Assessed } from '../assess.ts'
import { type Explanation, list, paragraph, pairs, section } from '../core/explanation.ts'
import type { PrincipleId } from '../core/framework.ts'
import { rational, roundRational } from '../core/rational.ts'
import { suggest } from '../core/suggest.ts'
import { weigh } from '../analysis/weights.ts'
import { concludeAll } from '../rules/conclude-all.ts'
import { missingOf } from '../rules/missing-of.ts'
import { reasonsOf } from '../rules/reasons-of.ts'
import type { ExplainResult } from './explain.ts'
import { reasonText } from './explain-conclusions.ts'
import { explainStanding } from './explain-standing.ts'

/** By id or title, case aside; where nothing is found, the closest names. */
export function explainResult(word: string, assessed: Assessed): ExplainResult {
  const { framework, rules } = assessed.pack
  const wanted = word.trim().toLowerCase()
  const named = <T extends { readonly id: string; readonly title: string }>(things: readonly T[]) =>
    things.find(({ id }) => id.toLowerCase() === wanted) ??
    things.find(({ title }) => title.toLowerCase() === wanted)
  const rule = rules.find(({ id }) => id === wanted)
  if (rule) return { explanation: explainRuleResult(rule.id, assessed), suggestions: [] }
  const principleById = framework.principles.find(({ id }) => id === wanted)
  const element = principleById ? undefined : named(framework.elements)
  if (element) return { explanation: explainStanding(element.id, assessed), suggestions: [] }
  const principle = named(framework.principles)
  if (principle) return { explanation: explainPrincipleResult(principle.id, assessed), suggestions: [] }
  const known = [...framework.elements, ...framework.principles, ...rules].map(({ id }) => id)
  return { suggestions: suggest(word, known) }
}

function explainPrincipleResult(id: PrincipleId, { pack, description, assessment }: Assessed): Explanation {
  const { title, score, weakest } = assessment.scores.principles.find((candidate) => candidate.id === id)!
  const weights = weigh(pack.framework, description).principles.get(id) ?? new Map<string, bigint>()
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0n)
  const rows = pack.framework.elements
    .filter((element) => weights.has(element.id))
    .map((element) => {
      const { level, state, target, lowest, highest } = description.standings.get(element.id)!
      const percent = roundRational(rational(100n * weights.get(element.id)!, total), 1)
      const stands =
        level === null
          ? `${state === 'not-applicable' ? 'not applicable' : `not assessed (${lowest} to ${highest})`}`
          : `level ${level}`
      return [
        `${element.id} ${element.title}`,
        `${stands}, target ${target}, ${percent} percent of the weight`,
      ] as const
    })
  const shown = (value: number | null) =>
    value === null ? 'not stated: too few elements are assessed' : String(value)
  return {
    kind: 'principle',
    id,
    title,
    sections: [
      ...section(
        null,
        pairs(
          [
            'Level',
            `${shown(score.level)}, between ${score.lowest} and ${score.highest} whatever is not assessed`,
          ],
          ['Evidenced', shown(score.evidenced)],
          ['Target', `${score.target ?? 'none'}, reached to ${score.percentToTarget ?? '?'} percent`],
          ['Assessed', `${score.assessed} of ${score.inScope} elements in scope`],
          ['Weakest', weakest.join(', ')],
        ),
      ),
      ...section(
        'What it is made of',
        paragraph('The level is the weighted mean of the assessed elements.'),
        pairs(...rows),
      ),
    ],
  }
}

function explainRuleResult(id: string, { pack, rules, description }: Assessed): Explanation {
  const text = pack.texts().rules[id]!
  const conclusions = concludeAll(rules, description).filter(({ rule }) => rule.id === id)
  const count = (outcome: string) => conclusions.filter((conclusion) => conclusion.outcome === outcome).length
  return {
    kind: 'rule',
    id,
    title: text.title,
    sections: [
      ...section(null, paragraph(text.why)),
      ...section(
        'In this description',
        paragraph(
          conclusions.length === 0
            ? 'The rule speaks about entries of a register that is empty or missing.'
            : `Fires ${count('gap')}, silent ${count('clear')}, not evaluated ${count('not-evaluated')}, not applicable ${count('not-applicable')}.`,
        ),
      ),
      ...conclusions.flatMap((conclusion) => {
        if (conclusion.outcome === 'gap')
          return section(conclusion.id, list(reasonsOf(rules, description, conclusion).map(reasonText)))
        if (conclusion.outcome !== 'not-evaluated') return []
        return section(
          conclusion.id,
          paragraph(`Not evaluated; missing: ${missingOf(rules, description, conclusion).join(', ')}`),
        )
      }),
      ...section('How to check', paragraph(text.check)),
    ],
  }
}
