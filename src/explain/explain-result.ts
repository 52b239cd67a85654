/** Finds what a word means in one assessed description, and how its result came about. */
import type { Assessed } from '../assess.ts'
import { type Conclusion, concludeAll } from '../rules/conclude-all.ts'
import { missingOf } from '../rules/missing-of.ts'
import { weigh } from '../scoring/weights.ts'
import type { Assessment, Score } from '../types/assessment.ts'
import { type Block, type Explanation, list, pairs, paragraph, section } from '../types/explanation.ts'
import type { ElementId, Framework, Outcome, PrincipleId } from '../types/framework.ts'
import { fixed } from '../util/fixed.ts'
import { rational, roundRational } from '../util/rational.ts'
import { type ExplainResult, explain } from './explain.ts'
import { explainStanding } from './explain-standing.ts'
import { reasonTexts } from './reason-text.ts'

/** More silent conclusions than these are counted only. */
const fewSilent = 3

/** `finding` narrows to one conclusion by its id; left out, all are explained. */
function explainRuleResult(id: string, assessed: Assessed, finding?: string): Explanation {
  const { pack, rules, description } = assessed
  const text = pack.texts().rules[id]!
  const conclusions = concludeAll(rules, description).filter(
    (conclusion) => conclusion.rule.id === id && (finding === undefined || conclusion.id === finding),
  )
  const of = (outcome: Outcome) => conclusions.filter((conclusion) => conclusion.outcome === outcome)
  const silent = of('clear').length <= fewSilent ? of('clear') : []
  return {
    kind: 'rule',
    id,
    title: text.title,
    sections: [
      ...section(null, paragraph(text.why)),
      ...section('In this description', paragraph(countText(of, conclusions.length))),
      ...section('Where it fires', ...gapBlocks(of('gap'), assessed)),
      ...section(
        'Where it cannot be evaluated',
        list(
          of('not-evaluated').map(
            (conclusion) =>
              `${conclusion.id} waits for ${missingOf(rules, description, conclusion).join(', ')}`,
          ),
        ),
      ),
      ...section(
        'Where it stays silent',
        ...silent.flatMap((conclusion) => readBlocks(conclusion, assessed)),
      ),
      ...section('Another possible explanation', paragraph(of('gap').length === 0 ? null : text.otherwise)),
      ...section('How to check', paragraph(text.check)),
      ...section('What to do', paragraph(of('gap').length === 0 ? null : text.do)),
    ],
  }
}

function countText(of: (outcome: Outcome) => readonly Conclusion[], total: number): string {
  if (total === 0) return 'The rule speaks about entries of a register that is empty or missing.'
  const counts: (readonly [Outcome, string])[] = [
    ['gap', 'fires'],
    ['clear', 'stays silent'],
    ['not-evaluated', 'cannot be evaluated'],
    ['not-applicable', 'does not apply'],
  ]
  const said = counts.filter(([outcome]) => of(outcome).length > 0)
  if (total === 1) return `It ${said[0]![1]}.`
  const parts = said.map(([outcome, words]) => `${words} ${times(of(outcome).length)}`)
  return `It concludes ${times(total)}: ${parts.join(', ')}.`
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

/** The message of each finding with its place, and below it what was read. */
function gapBlocks(conclusions: readonly Conclusion[], assessed: Assessed): Block[] {
  return conclusions.flatMap((conclusion) => {
    const found = assessed.assessment.findings.find(({ id }) => id === conclusion.id)
    const place = found?.location ? ` (${found.location.file}:${found.location.line})` : ''
    return readBlocks(conclusion, assessed, `${found?.message ?? ''}${place}`.trim())
  })
}

function readBlocks(conclusion: Conclusion, assessed: Assessed, message = ''): Block[] {
  return [
    paragraph(message === '' ? conclusion.id : `${message} [${conclusion.id}]`),
    list(reasonTexts(conclusion, assessed)),
  ]
}

/**
 * By id or title, case aside. What has no result of its own, such as a term, is explained as without a description;
 * where nothing is found, the closest names.
 */
export function explainResult(word: string, assessed: Assessed): ExplainResult {
  const { framework, rules } = assessed.pack
  const wanted = word.trim().toLowerCase()
  const named = <T extends { readonly id: string; readonly title: string }>(things: readonly T[]) =>
    things.find(({ id }) => id.toLowerCase() === wanted) ??
    things.find(({ title }) => title.toLowerCase() === wanted)
  const found = (explanation: ExplainResult['explanation']): ExplainResult => ({
    ...(explanation && { explanation }),
    suggestions: [],
  })
  if (wanted === 'overall') return found(explainOverallScore(assessed))
  const finding = assessed.assessment.findings.find(({ id }) => id.toLowerCase() === wanted)
  if (finding) return found(explainRuleResult(finding.rule, assessed, finding.id))
  const rule = rules.find(({ id }) => id === wanted.split('@')[0])
  if (rule) return found(explainRuleResult(rule.id, assessed))
  const principleById = framework.principles.find(({ id }) => id === wanted)
  const element = principleById ? undefined : named(framework.elements)
  if (element) return found(explainStanding(element.id, assessed))
  const principle = named(framework.principles)
  if (principle) return found(explainPrincipleScore(principle.id, assessed))
  const clause = named(framework.clauses)
  return clause ? found(explainClauseScore(clause, assessed)) : explain(word, assessed.pack)
}

/** How a score of one description came about: of a principle, of a clause, or of the whole. */
function explainPrincipleScore(id: PrincipleId, assessed: Assessed): Explanation {
  const { pack, description, assessment } = assessed
  const { title, score, weakest } = assessment.scores.principles.find((candidate) => candidate.id === id)!
  const weights = weigh(pack.framework, description).principles.get(id) ?? new Map<string, bigint>()
  return {
    kind: 'principle',
    id,
    title,
    sections: [
      ...section(null, scorePairs(score, weakest, assessment)),
      ...section(
        'What it is made of',
        paragraph('The level is the mean of the assessed elements by weight.'),
        elementPairs([...weights.keys()], weights, assessed),
      ),
    ],
  }
}

/** Only top clauses have a score of their own; below them the elements are shown. */
function explainClauseScore({ id, title }: Framework['clauses'][number], assessed: Assessed): Explanation {
  const { pack, description, assessment } = assessed
  const scored = assessment.scores.clauses.find((clause) => clause.id === id)
  const below = pack.framework.elements
    .filter((element) => element.id === id || element.id.startsWith(`${id}.`))
    .map((element) => element.id)
  return {
    kind: 'clause',
    id,
    title,
    sections: [
      ...section(null, scored && scorePairs(scored.score, scored.weakest, assessment)),
      ...section(
        'Elements',
        elementPairs(below, weigh(pack.framework, description).overall, assessed, 'overall'),
      ),
    ],
  }
}

function explainOverallScore(assessed: Assessed): Explanation {
  const { pack, description, assessment } = assessed
  const { overall: weights } = weigh(pack.framework, description)
  const { overall, principles } = assessment.scores
  return {
    kind: 'score',
    id: 'overall',
    title: 'Overall',
    sections: [
      ...section(null, scorePairs(overall, [], assessment)),
      ...section(
        'Principles',
        paragraph(
          'Each hands out the same total to its elements in scope, unless the file weighs principles.',
        ),
        pairs(
          ...principles.map(
            ({ title, score }) =>
              [
                title,
                `level ${shown(score.level)}, target ${score.target === null ? 'none' : fixed(score.target)}`,
              ] as const,
          ),
        ),
      ),
      ...section(
        'What it is made of',
        paragraph('The level is the mean of the assessed elements by weight.'),
        elementPairs([...weights.keys()], weights, assessed),
      ),
    ],
  }
}

function scorePairs(score: Score, weakest: readonly ElementId[], { targets }: Assessment): Block {
  const { level, lowest, highest, evidenced, target, percentToTarget, spread, assessed, inScope } = score
  const interval =
    lowest === null || lowest === highest
      ? ''
      : `, between ${fixed(lowest)} and ${fixed(highest)} whatever is not assessed turns out to be`
  const reached = percentToTarget === null ? '' : `, reached to ${percentToTarget} %`
  return pairs(
    ['Level', inScope === 0 ? 'none: nothing is in scope' : `${shown(level)}${interval}`],
    ['Evidenced', evidenced === null ? '' : fixed(evidenced)],
    ['Target', target === null ? 'none' : `${fixed(target)} (${targets.text})${reached}`],
    ['Spread', spread === null ? '' : fixed(spread)],
    ['Assessed', `${assessed} of ${inScope} elements in scope`],
    ['Weakest', weakest.join(', ')],
  )
}

function shown(level: number | null): string {
  return level === null ? 'not stated, too few elements are assessed' : fixed(level)
}

/** One line per element: where it stands and how much it counts; `of` names the score where it is not the one explained. */
function elementPairs(
  ids: readonly ElementId[],
  weights: ReadonlyMap<string, bigint>,
  { pack, description }: Assessed,
  of = '',
): Block {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0n)
  return pairs(
    ...pack.framework.elements
      .filter(({ id }) => ids.includes(id))
      .map(({ id, title }) => {
        const { level, state, target, lowest, highest } = description.standings.get(id)!
        if (state === 'not-applicable') return [id, `${title}: not applicable`] as const
        const weight = roundRational(rational(100n * (weights.get(id) ?? 0n), total === 0n ? 1n : total), 1)
        const stands = level === null ? `not assessed (${lowest} to ${highest})` : `level ${level}`
        const share = `${weight} % of the ${of === '' ? '' : `${of} `}weight`
        return [id, `${title}: ${stands}, target ${target}, ${share}`] as const
      }),
  )
}
