/** Findings of one rule belong together: groups in the order a person should read them. */

import type { Assessment, Finding } from '../types/assessment.ts'
import type { Confidence, Severity } from '../types/framework.ts'

export interface FindingGroup {
  readonly rule: string
  readonly title: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly why: string
  readonly do: string | null
  /** At least one; those that are neither waived nor planned first. */
  readonly findings: readonly [Finding, ...Finding[]]
}

const severities: readonly Severity[] = ['high', 'medium', 'low']
const confidences: readonly Confidence[] = ['firm', 'likely', 'hint']

/** Worst and surest first; where those are equal, open ones before those waived or planned, then the order given. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const group = groups.get(finding.rule)
    if (group) group.push(finding)
    else groups.set(finding.rule, [finding])
  }
  return Array.from(groups.values(), (group): FindingGroup => {
    const sorted = group.sort((a, b) => settled(a) - settled(b))
    const { rule, title, severity, confidence, why, do: todo } = sorted[0]
    return { rule, title, severity, confidence, why, do: todo, findings: sorted }
  }).sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence) ||
      settled(a.findings[0]) - settled(b.findings[0]),
  )
}

/** 1 where somebody already decided about it. */
function settled({ waived, planned }: Finding): number {
  return waived || planned ? 1 : 0
}

/** `3 high, 5 medium, 1 low`, without the kinds there are none of. */
export function countBySeverity(findings: readonly Finding[]): string {
  return severities
    .map(
      (severity) => [findings.filter((finding) => finding.severity === severity).length, severity] as const,
    )
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${count} ${severity}`)
    .join(', ')
}

/**
 * Without those that only say that an element is below its target, where an improvement that closes them is in the list: the
 * improvement says the same and more.
 */
export function findingsWorthReading(
  { findings, improvements }: Assessment,
  plainGap: string | undefined,
): Finding[] {
  const closed = new Set(improvements.flatMap(({ closes }) => closes))
  return findings.filter(({ rule, id }) => rule !== plainGap || !closed.has(id))
}
