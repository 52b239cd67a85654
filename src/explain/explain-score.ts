/** How a score of one description came about: of a principle, of a clause, or of the whole. */

import type { Assessed } from '../assess.ts'
import { weigh } from '../scoring/weights.ts'
import type { Assessment, Score } from '../types/assessment.ts'
import { type Block, type Explanation, pairs, paragraph, section } from '../types/explanation.ts'
import type { ElementId, Framework, PrincipleId } from '../types/framework.ts'
import { fixed } from '../util/fixed.ts'
import { rational, roundRational } from '../util/rational.ts'

export function explainPrincipleScore(id: PrincipleId, assessed: Assessed): Explanation {
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
export function explainClauseScore(
  { id, title }: Framework['clauses'][number],
  assessed: Assessed,
): Explanation {
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

export function explainOverallScore(assessed: Assessed): Explanation {
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
