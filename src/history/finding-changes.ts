/** Which findings are new, worse, better or fixed, and what differs among the inputs each of them read. */
import { type ComparedFindings, compareFindings, knownFindings } from '../analysis/compare-findings.ts'
import type { Finding } from '../core/assessment.ts'
import type { Comparison, FindingChange } from '../core/comparison.ts'
import type { Path } from '../core/document.ts'
import type { Sides } from './hybrid.ts'
import type { Side } from './side.ts'

export function findingChanges(sides: Sides<Side>): Comparison['findings'] {
  const before = sides.before.assessment
  const { findings, fixed } = compareFindings(knownFindings(before), sides.after.assessment)
  const byId = new Map(before.findings.map((finding) => [finding.id, finding]))
  return {
    changed: findings.flatMap((compared) => changeOf(compared, sides)),
    fixed: fixed.map(({ id, level }) => {
      const finding = byId.get(id)!
      return {
        ...factsOf(finding),
        standing: 'fixed',
        levelBefore: level,
        levelAfter: null,
        because: differencesIn(finding, sides),
      }
    }),
    known: findings.filter(({ standing }) => standing === 'known').length,
  }
}

function changeOf(
  { finding, level, before, standing }: ComparedFindings['findings'][number],
  sides: Sides<Side>,
): FindingChange[] {
  if (standing === 'known') return []
  const because = differencesIn(finding, sides)
  return [{ ...factsOf(finding), standing, levelBefore: before, levelAfter: level, because }]
}

function factsOf(finding: Finding) {
  const { id, rule, element, title, message, severity, confidence, category, waived, planned } = finding
  return { id, rule, element, title, message, severity, confidence, category, waived, planned }
}

/**
 * What differs among the inputs a finding read, once each: its own element first, then in the order they were read. An
 * answer is named by its element, whatever of it was read.
 */
function differencesIn({ reasons, element }: Finding, sides: Sides<Side>): string[] {
  const { before, after } = sides
  const own = element === null ? [] : [['practices', element]]
  const inputs = [...own, ...reasons.map(({ path }) => path)]
  const differing = inputs.filter((path) => inputAt(before, path) !== inputAt(after, path)).map(nameOf)
  if (differing.length > 0) return [...new Set(differing)]
  if (before.pack.framework.sha256 !== after.pack.framework.sha256) return ['pack']
  // A target, or something about the organization, reaches a finding without being read as an input.
  const heads = ['targets', 'organization'].filter(
    (head) => inputAt(before, [head]) !== inputAt(after, [head]),
  )
  return heads.length > 0 || before.description.asOf === after.description.asOf ? heads : ['date']
}

function nameOf(path: Path): string {
  return path.slice(0, path[0] === 'practices' ? 2 : 1).join('.')
}

/** As text, to be compared: where an element stands, what is written at a path below it, or else a whole part of the file. */
function inputAt({ data, description }: Side, path: Path): string {
  const [part, element, field] = path
  if (part === 'practices' && (field === undefined || field === 'level' || field === 'criteria')) {
    const standing = description.standings.get(String(element))
    return JSON.stringify([standing?.state, standing?.lowest, standing?.highest])
  }
  let value: unknown = data
  for (const step of part === 'practices' ? path : path.slice(0, 1))
    value = (value as Record<string, unknown> | undefined)?.[step]
  return JSON.stringify(value) ?? ''
}
