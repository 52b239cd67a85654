/** What became of findings between two assessments, or against a remembered list: new, worse, better, known, fixed. */
import type { Assessment, Finding } from '../types/assessment.ts'
import type { FindingStanding, KnownFinding } from '../types/check-report.ts'
import type { Path } from '../types/document.ts'
import type { ElementId, Level } from '../types/framework.ts'

export interface ComparedFindings {
  /** In the order of the later assessment. */
  readonly findings: readonly {
    readonly finding: Finding
    readonly level: Level | null
    readonly before: Level | null
    readonly standing: FindingStanding
  }[]
  /** In the order of the earlier ones. */
  readonly fixed: readonly KnownFinding[]
}

/** `before` are findings with other ids each; what has no level on one of the two sides is neither worse nor better. */
export function compareFindings(before: readonly KnownFinding[], after: Assessment): ComparedFindings {
  const known = new Map(before.map((finding) => [finding.id, finding]))
  const present = new Set(after.findings.map(({ id }) => id))
  const levelOf = levelsIn(after)
  return {
    findings: after.findings.map((finding) => {
      const old = known.get(finding.id)
      const level = levelOf(finding)
      return { finding, level, before: old?.level ?? null, standing: standingOf(finding, old, level) }
    }),
    fixed: before.filter(({ id }) => !present.has(id)),
  }
}

/** The findings of an assessment as a base remembers them. */
export function knownFindings(assessment: Assessment): KnownFinding[] {
  const levelOf = levelsIn(assessment)
  return assessment.findings.map((finding) => ({
    id: finding.id,
    element: finding.element,
    level: levelOf(finding),
  }))
}

function levelsIn({ scores }: Assessment): (finding: Finding) => Level | null {
  const levels = new Map(scores.elements.map(({ id, level }) => [id, level]))
  return ({ element, reasons }) => lowestLevel(element, reasons, (id) => levels.get(id) ?? null)
}

/** The lowest level among the elements a finding rests on: the one it points at, and those its reasons read. */
export function lowestLevel(
  element: ElementId | null,
  reasons: readonly { readonly path: Path }[],
  levelAt: (element: ElementId) => Level | null,
): Level | null {
  const ids = new Set(element === null ? [] : [element])
  for (const { path } of reasons) if (path[0] === 'practices' && path.length > 1) ids.add(String(path[1]))
  const levels = [...ids].map(levelAt).filter((level) => level !== null)
  return levels.length === 0 ? null : levels.reduce((least, level) => (level < least ? level : least))
}

/** That a claim is shown less well than it is made does not become worse by claiming less. */
function standingOf(
  { category }: Finding,
  old: KnownFinding | undefined,
  level: Level | null,
): FindingStanding {
  if (!old) return 'new'
  if (category === 'lint') return 'known'
  if (old.level === null || level === null || old.level === level) return 'known'
  return level < old.level ? 'worse' : 'better'
}
