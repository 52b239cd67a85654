/** One assessed description as a check holds it: judged, and without what no report of a check speaks of. */
import type { Assessed } from '../assess.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { compareFindings } from '../scoring/compare-findings.ts'
import { locateAnswer } from '../scoring/locate-answer.ts'
import { isOverdue, plannable } from '../scoring/plans.ts'
import type { Assessment } from '../types/assessment.ts'
import type {
  CheckedFinding,
  FileCheck,
  GateName,
  GateResult,
  Relaxation,
  Weakened,
} from '../types/check-report.ts'
import type { Severity } from '../types/framework.ts'
import { listWords } from '../util/show.ts'
import { type FileBase, type Gates, isOpen, type Threshold, thresholds } from './gates.ts'
import { numberGates } from './number-gates.ts'
import { addedExceptions } from './relaxations.ts'

/** Rules that speak about evidence which no longer counts because of its age. */
const staleRules: readonly string[] = ['evidence/too-old', 'evidence/piece-too-old']

function findingGates(
  findings: readonly ComparedFinding[],
  gates: Gates,
  base: FileBase | null,
): GateResult[] {
  const { failOn, failOnStale } = gates
  const open = findings.filter(({ finding }) => isOpen(finding))
  const from = severitiesFrom(failOn)
  return [
    ...(base ? againstBase(open, gates, base) : []),
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

/** Only a file that was compared, or is new, passes: what cannot be compared may hide anything. */
function againstBase(
  open: readonly ComparedFinding[],
  { failOnNew, failOnWithdrawn, allowUncompared }: Gates,
  { comparison, newBecause }: FileBase,
): GateResult[] {
  const severities = severitiesFrom(failOnNew)
  if (severities.length === 0 && !failOnWithdrawn) return []
  const isCompared = comparison.status === 'compared'
  const compared: GateResult = {
    gate: 'comparison',
    passed: comparison.status !== 'not-compared' || allowUncompared,
    text: comparison.text,
    findings: [],
    location: null,
  }
  if (!isCompared || severities.length === 0) return [compared]
  const kind = severities.length === 3 ? '' : `${severities.join(' or ')} `
  const results = (['new', 'worse'] as const).map((wanted) => {
    const found = open.filter((checked) => checked.status === wanted && isAmong(severities)(checked))
    const result = gate(`${wanted}-findings`, found, kind, wanted)
    const isTold = wanted === 'new' && !result.passed && newBecause !== null
    return isTold ? { ...result, text: `${result.text}: ${newBecause}` } : result
  })
  return [compared, ...results]
}

/** Passed where nothing was found; says so or how many there are. */
function gate(name: GateName, found: readonly ComparedFinding[], kind: string, what: string): GateResult {
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

function isAmong(severities: readonly Severity[]): (checked: ComparedFinding) => boolean {
  return ({ finding }) => severities.includes(finding.severity)
}

/** The severities that are at least as bad; none where the gate is off. */
function severitiesFrom(threshold: Threshold): Severity[] {
  const worst = thresholds.slice(0, threshold === 'none' ? 0 : thresholds.indexOf(threshold) + 1)
  return worst.filter((severity) => severity !== 'none')
}

type Judged = Pick<FileCheck, 'comparison' | 'gates' | 'findings' | 'resolved' | 'weakened' | 'relaxed'> & {
  readonly passed: boolean
}

/** `base` null: there is nothing to compare with. */
export function judge(assessed: Judgeable, gates: Gates, base: FileBase | null): Judged {
  const { assessment, pack, rules, description } = assessed
  const { findings, ...compared } = compareWith(assessed, base)
  const results = [
    ...findingGates(findings, gates, base),
    ...(gates.failOnWithdrawn && base?.earlier ? [withdrawnGate(compared.weakened)] : []),
    ...numberGates(assessed, gates),
    ...expiredWaivers(assessment),
    ...overduePlans(assessed),
  ]
  const failing = new Set(results.flatMap((result) => (result.passed ? [] : result.findings)))
  return {
    comparison: base?.comparison ?? null,
    relaxed: relaxedIn(assessed, base),
    gates: results,
    findings: findings.map((checked) => {
      const fails = failing.has(checked.finding.id)
      const plan = fails ? plannable(checked.finding, pack.framework, rules, description) : []
      return { ...checked, fails, plan }
    }),
    ...compared,
    passed: results.every(({ passed }) => passed),
  }
}

/** Where the same bytes were compared, nothing was added. */
function relaxedIn({ description }: Judgeable, base: FileBase | null): Relaxation[] {
  if (base?.earlier?.answers) return addedExceptions(base.earlier.answers, description)
  return base?.comparison.status === 'new' ? addedExceptions(null, description) : []
}

/** Expired waivers: each fails, whatever gates are set, so that an accepted finding is not forgotten. */
function expiredWaivers({ diagnostics }: Assessment): GateResult[] {
  const expired = diagnostics.filter(({ code }) => code === 'description/expired-waiver')
  if (expired.length === 0)
    return [
      { gate: 'expired-waiver', passed: true, text: 'no waiver has expired', findings: [], location: null },
    ]
  return expired.map(({ message, location }) => ({
    gate: 'expired-waiver',
    passed: false,
    text: message,
    findings: [],
    location: location ?? null,
  }))
}

/** Plans whose date has passed, like waivers that have expired. */
function overduePlans({ description }: Judgeable): GateResult[] {
  const overdue = [...description.standings.values()].filter((standing) => isOverdue(standing, description))
  return overdue.map(({ id, planned, level, target }) => ({
    gate: 'overdue-plan',
    subject: id,
    passed: false,
    text: `${id}: plan overdue since ${planned} (level ${level ?? 'not assessed'}, target ${target})`,
    findings: [],
    location: locateAnswer(description.root, ['practices', id, 'planned']) ?? null,
  }))
}

/** A check may be about thousands of files, and everything about all of them would not fit into memory. */
export function checkAssessment(
  file: string,
  assessed: Judgeable,
  diagnostics: readonly Diagnostic[],
  gates: Gates,
  base: FileBase | null,
): FileCheck {
  const { passed, findings, ...judged } = judge(assessed, gates, base)
  const { assessment } = assessed
  const kept = findings.map((checked) => ({ ...checked, finding: { ...checked.finding, reasons: [] } }))
  return {
    file,
    status: passed ? 'passed' : 'failed',
    message: null,
    assessment: {
      ...assessment,
      findings: kept.map(({ finding }) => finding),
      improvements: [],
      notEvaluated: [],
    },
    diagnostics,
    findings: kept,
    ...judged,
  }
}

/** A finding compared with the base, before the gates are evaluated. */
type ComparedFinding = Omit<CheckedFinding, 'fails' | 'plan'>

/** An assessment with what it was made from. */
type Judgeable = Omit<Assessed, 'data'>

type Compared = Pick<FileCheck, 'resolved' | 'weakened'> & { readonly findings: readonly ComparedFinding[] }

/** Without anything to compare with, no finding has a status. */
function compareWith(assessed: Judgeable, base: FileBase | null): Compared {
  const earlier = base?.earlier
  const { present, resolved, weakened } = compareFindings(
    earlier ?? { findings: [], answers: null },
    assessed,
  )
  const findings = present.map(({ finding, status, level, before }) => ({
    finding,
    status: earlier ? status : null,
    level,
    before,
  }))
  return { findings, resolved, weakened }
}

/** Claiming a lower level, or declining, hides nothing. */
const kinds = {
  'answer-withdrawn': 'answers withdrawn',
  'not-applicable': 'assessed elements excluded',
  'target-lowered': 'targets lowered',
  'register-withdrawn': 'registers removed',
} as const

function withdrawnGate(weakened: readonly Weakened[]): GateResult {
  const found = Object.entries(kinds).flatMap(([kind, text]) => {
    const names = weakened
      .filter((one) => one.kind === kind)
      .map(({ element, register }) => element ?? register!)
    return names.length === 0 ? [] : [`${text} (${listWords(names, 'and', 5)})`]
  })
  const first = weakened.find(({ kind }) => kind in kinds)
  return {
    gate: 'withdrawn',
    passed: !first,
    text: first ? found.join('; ') : 'no answer, target or register was withdrawn',
    findings: [],
    location: first?.location ?? null,
  }
}
