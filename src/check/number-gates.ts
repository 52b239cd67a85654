/** The gates on numbers: levels of elements and principles, the overall level, coverage. */
import type { Assessed } from '../assess.ts'
import { exactScore } from '../scoring/exact-score.ts'
import { weigh } from '../scoring/weights.ts'
import type { ElementScore, Score } from '../types/assessment.ts'
import type { GateResult } from '../types/check-report.ts'
import { compareRationals, rational } from '../util/rational.ts'
import type { Gates } from './gates.ts'

/** In the order of the assessment; a result for each element and principle asked for. */
export function numberGates(assessed: Measured, gates: Gates): GateResult[] {
  const { scores, coverage } = assessed.assessment
  const minimumsOf = exactMinimums(assessed, gates)
  return [
    ...scores.elements.flatMap((element) => {
      const least = ownNumber(gates.require, element.id)
      return least === undefined ? [] : [requiredElement(element, least)]
    }),
    ...scores.principles.flatMap(({ id, title, score }) => minimumsOf('principle', id, title, score)),
    ...(gates.minCoverage === null
      ? []
      : [coverageGate(coverage.assessed, coverage.inScope, gates.minCoverage)]),
    ...minimumsOf('overall', 'overall', 'Overall', scores.overall),
  ]
}

function requiredElement(
  { id, title, state, level, lowest, location }: ElementScore,
  least: number,
): GateResult {
  const known = lowest ?? 0
  const found =
    state === 'not-applicable'
      ? 'not applicable, so no level is required'
      : level !== null
        ? `level is ${level}`
        : known > 0
          ? `level is at least ${known}`
          : 'not assessed'
  return {
    gate: 'element',
    subject: id,
    passed: state === 'not-applicable' || known >= least,
    text: `${id} ${title}: ${found}; at least ${least} is required`,
    findings: [],
    location,
  }
}

type Measured = Pick<Assessed, 'assessment' | 'pack' | 'description'>

type Minimum = readonly [asked: Gates['min'], measure: 'level' | 'lowest' | 'evidenced', name: string]

/** Compared before rounding: 1.996 is below 2. Where nothing of a principle applies, no level is required. */
function exactMinimums({ pack, description }: Measured, gates: Gates) {
  const asked: readonly Minimum[] = [
    [gates.min, 'level', 'level'],
    [gates.minLowest, 'lowest', 'lowest possible level'],
    [gates.minEvidenced, 'evidenced', 'evidenced level'],
  ]
  const weights = weigh(pack.framework, description)
  const reaches = (id: string, measure: Minimum[1], least: number): boolean => {
    const group = id === 'overall' ? weights.overall : weights.principles.get(id)
    const members = Array.from(group ?? [], ([element, weight]) => ({
      standing: description.standings.get(element)!,
      weight,
    }))
    const exact = exactScore(members, measure)
    return (
      exact !== undefined && compareRationals(exact, rational(BigInt(Math.round(least * 100)), 100n)) >= 0
    )
  }
  return (gate: 'principle' | 'overall', id: string, title: string, score: Score): GateResult[] =>
    asked.flatMap(([minimums, measure, name]): GateResult[] => {
      const least = ownNumber(minimums, id)
      if (least === undefined) return []
      const value = score[measure]
      const passed = score.inScope === 0 || (value !== null && reaches(id, measure, least))
      const found =
        score.inScope === 0
          ? 'no element is applicable'
          : value === null
            ? `${name} is withheld, because only ${score.assessed} of ${score.inScope} elements are assessed`
            : `${name} is ${!passed && value >= least ? `just below ${value}` : value}`
      const text = gate === 'overall' ? `Overall ${found}` : `${title}: ${found}`
      return [
        {
          gate,
          ...(gate === 'principle' && { subject: id }),
          passed,
          text: `${text}; at least ${least} is required`,
          findings: [],
          location: null,
        },
      ]
    })
}

function coverageGate(assessed: number, inScope: number, least: number): GateResult {
  const share = inScope === 0 ? '' : ` (${(Math.round((assessed * 10_000) / inScope) / 100).toFixed(2)} %)`
  return {
    gate: 'coverage',
    passed: assessed * 100 >= least * inScope,
    text: `${assessed} of ${inScope} elements are assessed${share}; at least ${least} % is required`,
    findings: [],
    location: null,
  }
}

function ownNumber(map: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}
