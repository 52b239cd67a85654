/** The gates on findings: new or worse ones, severe ones, and those that say that evidence is too old. */
import type { GateName, GateResult } from '../types/check-report.ts'
import type { Severity } from '../types/framework.ts'
import type { FileBase } from './file-base.ts'
import { type Gates, type Threshold, thresholds } from './gates.ts'
import { isOpen } from './is-open.ts'
import type { Standing } from './standings.ts'

/** Rules that speak about evidence which no longer counts because of its age. */
const staleRules: readonly string[] = ['evidence/too-old', 'evidence/piece-too-old']

export function findingGates(
  findings: readonly Standing[],
  { failOn, failOnNew, failOnStale }: Gates,
  base: FileBase | null,
): GateResult[] {
  const open = findings.filter(({ finding }) => isOpen(finding))
  const from = severitiesFrom(failOn)
  return [
    ...(base ? againstBase(open, severitiesFrom(failOnNew), base) : []),
    ...(from.length === 0
      ? []
      : [gate('severity', open.filter(isAmong(from)), '', `${from.join(' or ')} in severity`)]),
    ...(failOnStale
      ? [
          gate(
            'stale-evidence',
            open.filter(({ finding }) => staleRules.includes(finding.rule)),
            '',
            'about evidence that is too old',
          ),
        ]
      : []),
  ]
}

function againstBase(
  open: readonly Standing[],
  severities: readonly Severity[],
  { spared, newBecause }: FileBase,
): GateResult[] {
  if (severities.length === 0) return []
  const kind = severities.length === 3 ? '' : `${severities.join(' or ')} `
  return (['new', 'worse'] as const).map((wanted) => {
    const found = open.filter((checked) => checked.standing === wanted && isAmong(severities)(checked))
    const name: GateName = `${wanted}-findings`
    if (spared !== null) return { ...gate(name, [], '', wanted), text: spared }
    const result = gate(name, found, kind, wanted)
    const isTold = wanted === 'new' && !result.passed && newBecause !== null
    return isTold ? { ...result, text: `${result.text}: ${newBecause}` } : result
  })
}

/** Passed where nothing was found; says so or how many there are. */
function gate(name: GateName, found: readonly Standing[], kind: string, what: string): GateResult {
  const [first] = found
  const count = found.length === 1 ? `1 ${kind}open finding is` : `${found.length} ${kind}open findings are`
  return {
    gate: name,
    passed: !first,
    text: first ? `${count} ${what}` : `no ${kind}open finding is ${what}`,
    findings: found.map(({ finding }) => finding.id),
    location: first?.finding.location ?? null,
  }
}

function isAmong(severities: readonly Severity[]): (checked: Standing) => boolean {
  return ({ finding }) => severities.includes(finding.severity)
}

/** The severities that are at least as bad; none where the gate is off. */
function severitiesFrom(threshold: Threshold): Severity[] {
  const worst = thresholds.slice(0, threshold === 'none' ? 0 : thresholds.indexOf(threshold) + 1)
  return worst.filter((severity) => severity !== 'none')
}
