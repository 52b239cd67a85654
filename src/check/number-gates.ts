/** The gates on numbers: elements that must stand at a level, lowest values of principles, and how much is assessed. */
import type { Assessment, ElementScore, Score } from '../types/assessment.ts'
import type { GateResult } from '../types/check-report.ts'
import type { Level } from '../types/framework.ts'
import type { Gates } from './gates.ts'

/** In the order of the assessment; a result for each element and principle asked for. */
export function numberGates(assessment: Assessment, gates: Gates): GateResult[] {
  const { scores, coverage } = assessment
  return [
    ...scores.elements.flatMap((element) => {
      const least = ownNumber(gates.require, element.id)
      return least === undefined ? [] : [requiredElement(element, least as Level)]
    }),
    ...scores.principles.flatMap(({ id, title, score }) => minimums('principle', id, title, score, gates)),
    ...(gates.minCoverage === null
      ? []
      : [coverageGate(coverage.assessed, coverage.inScope, gates.minCoverage)]),
    ...minimums('overall', 'overall', 'The whole', scores.overall, gates),
  ]
}

function requiredElement(
  { id, title, state, level, lowest, location }: ElementScore,
  least: Level,
): GateResult {
  const shown = lowest ?? 0
  const found =
    state === 'not-applicable'
      ? 'it is not applicable, so nothing is asked of it'
      : level !== null
        ? `it stands at ${level}`
        : shown > 0
          ? `what is answered shows ${shown}`
          : 'it is not assessed'
  return {
    gate: 'element',
    subject: id,
    passed: state === 'not-applicable' || shown >= least,
    text: `${id} ${title} must stand at level ${least}: ${found}`,
    findings: [],
    location,
  }
}

/** Where nothing of a principle applies, nothing is asked. */
function minimums(
  gate: 'principle' | 'overall',
  id: string,
  title: string,
  score: Score,
  gates: Gates,
): GateResult[] {
  const absent =
    score.inScope === 0
      ? 'nothing of it applies'
      : `that is withheld, as only ${score.assessed} of ${score.inScope} elements are assessed`
  const one = (asked: Gates['min'], value: number | null, what: string, found: string): GateResult[] => {
    const least = ownNumber(asked, id)
    if (least === undefined) return []
    return [
      {
        gate,
        ...(gate === 'principle' && { subject: id }),
        passed: value === null ? score.inScope === 0 : value >= least,
        text: `${title} must ${what} ${least}: ${value === null ? absent : `${found} ${value}`}`,
        findings: [],
        location: null,
      },
    ]
  }
  return [
    ...one(gates.min, score.level, 'stand at level', 'it stands at'),
    ...one(
      gates.minLowest,
      score.lowest,
      'stand, whatever is not assessed, at level',
      'the lowest it may be is',
    ),
    ...one(gates.minEvidenced, score.evidenced, 'be shown by evidence at level', 'the evidence carries'),
  ]
}

function coverageGate(assessed: number, inScope: number, least: number): GateResult {
  // Cut, not rounded: it never reads as if it were enough when it is not.
  const share = inScope === 0 ? '' : `, which is ${Math.floor((assessed * 1000) / inScope) / 10} %`
  return {
    gate: 'coverage',
    passed: assessed * 100 >= least * inScope,
    text: `${least} % of the elements in scope must be assessed: ${assessed} of ${inScope} are${share}`,
    findings: [],
    location: null,
  }
}

function ownNumber(map: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}
