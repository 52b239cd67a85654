/**
 * What became of findings between an earlier state (a description at a revision, or a baseline) and a later description:
 * the one classification behind `check`, `diff` and their reports.
 */
import type { BoundData } from '../description/bind-data.ts'
import type { CompiledRules } from '../rules/compile-rules.ts'
import { type Conclusion, concludeAgain, concludeSubject } from '../rules/conclude-subject.ts'
import { contextOf } from '../rules/context-of.ts'
import { missingOf } from '../rules/missing-of.ts'
import { readingsOf } from '../rules/readings-of.ts'
import type { Finding } from '../types/assessment.ts'
import type {
  FindingStatus,
  KnownFinding,
  Range,
  Resolution,
  ResolvedFinding,
  Weakened,
} from '../types/check-report.ts'
import type { Description, Standing } from '../types/description.ts'
import type { Path } from '../types/document.ts'
import type { ElementId, Pack, RegisterName } from '../types/framework.ts'
import { weakenedAnswers } from './weakened-answers.ts'

export interface EarlierFindings {
  /** Their ids differ. */
  readonly findings: readonly EarlierFinding[]
  /** Bound to the later framework; null for a baseline, which records findings only, or where nothing changed. */
  readonly answers: BoundData | null
}

export interface EarlierFinding extends KnownFinding {
  /** Neither waived nor planned. */
  readonly open: boolean
  /** The elements whose levels it rests on; empty where a baseline recorded it. */
  readonly elements: readonly ElementId[]
}

export interface LaterFindings {
  readonly pack: Pack
  readonly rules: CompiledRules
  readonly description: Description
  readonly assessment: { readonly findings: readonly Finding[] }
}

export interface ComparedFindings {
  /** In the order of the later assessment. */
  readonly present: readonly PresentFinding[]
  /** In the order of the earlier findings. */
  readonly resolved: readonly ResolvedFinding[]
  readonly weakened: readonly Weakened[]
}

export interface PresentFinding {
  readonly finding: Finding
  readonly status: FindingStatus
  readonly level: Range | null
  readonly before: Range | null
  /** The elements whose levels were compared. */
  readonly elements: readonly ElementId[]
}

export function compareFindings(earlier: EarlierFindings, later: LaterFindings): ComparedFindings {
  const { assessment, description, pack } = later
  const known = new Map(earlier.findings.map((finding) => [finding.id, finding]))
  const present = assessment.findings.map((finding) =>
    presentFinding(finding, known.get(finding.id), earlier.answers, description),
  )
  const ids = new Set(assessment.findings.map(({ id }) => id))
  const absent = earlier.findings.filter(({ id }) => !ids.has(id))
  const weakened = earlier.answers ? weakenedAnswers(earlier.answers, description, pack.framework) : []
  return { present, resolved: resolve(absent, earlier.answers, weakened, later), weakened }
}

function presentFinding(
  finding: Finding,
  old: EarlierFinding | undefined,
  answers: BoundData | null,
  { standings }: Description,
): PresentFinding {
  const own = elementsOf(finding.element, finding.reasons)
  const level = levelOver(own, standings)
  // A waiver or plan that ended leaves the finding open for the first time.
  if (!old || (!old.open && !finding.waived && !finding.planned))
    return { finding, status: 'new', level, before: null, elements: own }
  const unchanged = { finding, status: 'unchanged', level, before: old.level, elements: own } as const
  // Lowering a claim does not make it worse that the evidence does not support it.
  if (finding.category === 'lint') return unchanged
  // Answering more, or less, moves nothing: only elements known on both sides are compared.
  const elements = answers
    ? [...new Set([...own, ...old.elements])].filter((id) =>
        [answers.standings, standings].every((side) => levelOver([id], side) !== null),
      )
    : own
  const [before, now] = answers
    ? [levelOver(elements, answers.standings), levelOver(elements, standings)]
    : [old.level, level]
  const status = before && now && moved(before, now)
  return status ? { finding, status, level: now, before, elements } : unchanged
}

/** Bounds that overlap may be the same level. */
function moved(before: Range, now: Range): 'worse' | 'better' | null {
  if (now.highest < before.lowest) return 'worse'
  return now.lowest > before.highest ? 'better' : null
}

/** The elements a finding rests on: the one it points at, and those its reasons read. */
export function elementsOf(
  element: ElementId | null,
  reasons: readonly { readonly path: Path }[],
): ElementId[] {
  const ids = new Set(element === null ? [] : [element])
  for (const { path } of reasons) if (path[0] === 'practices' && path.length > 1) ids.add(String(path[1]))
  return [...ids]
}

/** The lowest level among the elements of which something is known; null where nothing is. */
export function levelOver(
  ids: readonly ElementId[],
  standings: ReadonlyMap<ElementId, Standing>,
): Range | null {
  let level: Range | null = null
  for (const id of ids) {
    const standing = standings.get(id)
    if (!standing || standing.state === 'not-applicable') continue
    const { lowest, highest } = standing
    if (lowest === 0 && highest === 5) continue
    level = level
      ? { lowest: Math.min(level.lowest, lowest), highest: Math.min(level.highest, highest) }
      : { lowest, highest }
  }
  return level
}

/** Only the rules of the absent findings are evaluated. */
function resolve(
  absent: readonly KnownFinding[],
  answers: BoundData | null,
  weakened: readonly Weakened[],
  { rules, description }: LaterFindings,
): ResolvedFinding[] {
  if (absent.length === 0) return []
  const conclusions = conclude(new Set(absent.map(ruleOf)), rules, description)
  const byAnswers = answers && withAnswers(answers, weakened, rules, description)
  return absent.map((finding) => {
    const conclusion = conclusions.get(finding.id) ?? conclusions.get(finding.id.split('#', 1)[0]!)
    const { resolution, missing } = conclusion
      ? (evaluated(conclusion, rules, description) ??
        (byAnswers ? byAnswers(conclusion) : byLevel(finding, conclusion, rules, description)))
      : notConcluded(finding, rules, description)
    return { id: finding.id, element: finding.element, level: finding.level, resolution, missing }
  })
}

interface Reason {
  readonly resolution: Resolution
  readonly missing: readonly string[]
}

const because = (resolution: Resolution, missing: readonly string[] = []): Reason => ({ resolution, missing })

/** Null: the rule was evaluated and the finding is no longer true. */
function evaluated(conclusion: Conclusion, rules: CompiledRules, description: Description): Reason | null {
  const { rule, outcome, item } = conclusion
  if (outcome === 'not-evaluated') return because('not-evaluated', missingOf(rules, description, conclusion))
  // An empty register, or evidence whose files were not checked, has one conclusion without an entry.
  if (rule.each !== null && rule.each !== 'elements' && item === null)
    return because(rule.each === 'evidence' ? 'not-evaluated' : 'entry-removed')
  return outcome === 'not-applicable' ? because('not-applicable') : null
}

/** The rule, element, entry or piece of evidence is not there. */
function notConcluded(finding: KnownFinding, { byId }: CompiledRules, description: Description): Reason {
  const { element } = finding
  const rule = byId.get(ruleOf(finding))?.rule
  const standing = element === null ? undefined : description.standings.get(element)
  if (!rule || (element !== null && !standing)) return because('rule-changed')
  if (rule.each !== 'evidence') return because('entry-removed')
  if (standing?.state === 'not-assessed') return because('not-evaluated', [standing.id])
  if (description.evidence === 'declared') return because('not-evaluated')
  // A piece that showed nothing and is no longer cited is fixed.
  return because(standing?.state === 'not-applicable' ? 'not-applicable' : 'fixed')
}

/** What weaker answers can be restored together, and what it means for a finding that needs them. The first one wins. */
const weakenings: readonly {
  readonly kinds: readonly Weakened['kind'][]
  readonly resolution: Resolution
}[] = [
  { kinds: ['not-applicable'], resolution: 'not-applicable' },
  { kinds: ['answer-withdrawn', 'register-withdrawn'], resolution: 'not-evaluated' },
  { kinds: ['target-lowered'], resolution: 'target-lowered' },
  { kinds: ['level-lowered', 'declined'], resolution: 'answer-lowered' },
]

/**
 * Fixed is what stays away with every weaker answer restored to what it was. Otherwise the weakenings that are needed to
 * make the finding disappear say what became of it.
 */
function withAnswers(
  answers: BoundData,
  weakened: readonly Weakened[],
  rules: CompiledRules,
  description: Description,
): (conclusion: Conclusion) => Reason {
  const known = new Map<string, Description>()
  const restored = (groups: typeof weakenings): Description => {
    const kinds = groups.flatMap((group) => group.kinds)
    const key = kinds.join()
    const made =
      known.get(key) ??
      restore(
        weakened.filter(({ kind }) => kinds.includes(kind)),
        answers,
        description,
      )
    known.set(key, made)
    return made
  }
  const asBefore: Description = { ...description, ...answers }
  const outcomeIn = (conclusion: Conclusion, other: Description) =>
    concludeAgain(conclusion, rules, contextOf(rules.index, other))
  return (conclusion) => {
    // Entries of a register are those of the later description, so the earlier one cannot be asked about them.
    const { each } = conclusion.rule
    if ((each === null || each === 'elements') && outcomeIn(conclusion, asBefore) !== 'gap')
      return because('rule-changed')
    // Lowering a claim does fix that the evidence does not support it.
    const usable = conclusion.rule.category === 'lint' ? weakenings.slice(0, -1) : weakenings
    const groups = usable.filter(({ kinds }) => weakened.some(({ kind }) => kinds.includes(kind)))
    const outcome = outcomeIn(conclusion, restored(groups))
    if (outcome !== 'gap') return because(outcome === 'clear' ? 'fixed' : outcome)
    const needed = groups.toReversed().reduce((kept, group) => {
      const fewer = kept.filter((other) => other !== group)
      return outcomeIn(conclusion, restored(fewer)) === 'gap' ? fewer : kept
    }, groups)
    const { resolution, kinds } = needed[0]!
    if (resolution !== 'not-evaluated') return because(resolution)
    const read = readingsOf(rules, restored(needed), { ...conclusion, outcome: 'gap' })
    const inputs = new Set(read.flatMap(({ path }) => [String(path[0]), String(path[1])]))
    const withdrawn = weakened
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ element, register }) => element ?? register!)
    return because(
      resolution,
      withdrawn.filter((name) => inputs.has(name)),
    )
  }
}

function restore(weakened: readonly Weakened[], answers: BoundData, description: Description): Description {
  const standings = new Map(description.standings)
  const registers = new Map(description.registers)
  for (const { kind, element, register } of weakened) {
    if (register !== null) restoreRegister(register, answers, registers)
    if (element === null) continue
    const [was, is] = [answers.standings.get(element)!, standings.get(element)!]
    const target = kind === 'not-applicable' ? was.target : is.target
    standings.set(element, kind === 'target-lowered' ? { ...is, target: was.target } : { ...was, target })
  }
  return { ...description, standings, registers }
}

function restoreRegister(
  register: RegisterName,
  answers: BoundData,
  registers: Map<RegisterName, NonNullable<ReturnType<BoundData['registers']['get']>>>,
): void {
  const items = answers.registers.get(register)
  if (items) registers.set(register, items)
}

/** A baseline records no targets; but where no level rose, only a lower target ends what a higher one would bring back. */
function byLevel(
  { level }: KnownFinding,
  conclusion: Conclusion,
  rules: CompiledRules,
  description: Description,
): Reason {
  const { standings } = description
  const read = elementsOf(conclusion.element, readingsOf(rules, description, conclusion))
  const now = levelOver(read, standings)
  if (!level || !now || now.lowest > level.highest) return because('fixed')
  const highest = new Map(
    Array.from(standings, ([id, standing]) => [id, { ...standing, target: 5 } as const]),
  )
  const asked = contextOf(rules.index, { ...description, standings: highest })
  return because(concludeAgain(conclusion, rules, asked) === 'gap' ? 'target-lowered' : 'fixed')
}

function conclude(
  wanted: ReadonlySet<string>,
  rules: CompiledRules,
  description: Description,
): ReadonlyMap<string, Conclusion> {
  const context = contextOf(rules.index, description)
  const conclusions: Conclusion[] = []
  for (const subject of rules.subjects)
    if (wanted.has(subject.compiled.rule.id)) concludeSubject(subject, context, conclusions)
  return new Map(conclusions.map((conclusion) => [conclusion.id, conclusion]))
}

function ruleOf({ id }: KnownFinding): string {
  return id.slice(0, id.indexOf('@'))
}
