/** What reports say about a comparison: its result in one sentence, its causes, and what became of findings. */
import { resolutions } from '../../types/check-report.ts'
import type {
  Cause,
  ComparedSide,
  Comparison,
  FindingCause,
  FindingChange,
  MovedMeasure,
  Movement,
} from '../../types/comparison.ts'
import type { ElementId } from '../../types/framework.ts'
import { counted, fixed } from '../phrases.ts'

/**
 * The result without the name in front and without full stop. Levels `rose` or `fell` only where answers did; where a level changed
 * because answers were withdrawn, or because scope, weights or guidance differ, it `went`, and the sentence says why.
 */
export function moveAfterName(comparison: Comparison): string {
  const { before, after, change } = comparison.overall
  if (before.inScope === 0 || after.inScope === 0)
    return 'has nothing to compare: a side has nothing in scope'
  if (change.level === null) {
    const where = before.withheld && after.withheld ? 'on both sides' : before.withheld ? 'before' : 'now'
    return `cannot be compared by level, not enough data ${where}: between ${fixed(before.lowest)} and ${fixed(before.highest)} of 5 before, between ${fixed(after.lowest)} and ${fixed(after.highest)} now`
  }
  const level = levelMove(comparison, change.level)
  const percent = percentMove(comparison, change.percentToTarget)
  const both = level.because !== '' && level.because === percent?.because
  const parts = [
    both ? level.text : `${level.text}${level.because}`,
    ...(percent === null ? [] : [both ? percent.text : `${percent.text}${percent.because}`]),
    ...(both ? [`both${level.because}`] : []),
    ...widened(comparison),
  ]
  return parts.join('; ')
}

interface Move {
  readonly text: string
  /** Begins with a blank, a comma or a colon; empty where nothing has to be said. */
  readonly because: string
}

function levelMove(comparison: Comparison, change: number): Move {
  const { before, after } = comparison.overall
  const { practice, because } = reasonsFor(comparison, 'level', change)
  if (change === 0) return { text: `stands at ${fixed(after.level)} of 5 as before`, because }
  const verb = practice ? (change > 0 ? 'rose' : 'fell') : 'went'
  return {
    text: `${verb} from ${fixed(before.level)} to ${fixed(after.level)} of 5 (${signed(change)})`,
    because,
  }
}

function percentMove(comparison: Comparison, change: number | null): Move | null {
  if (change === null) return null
  const { before, after } = comparison.overall
  const { because } = reasonsFor(comparison, 'percentToTarget', change)
  if (change === 0)
    return { text: `${fixed(after.percentToTarget)} % of the way to target, as before`, because }
  return {
    text: `of the way to target, ${fixed(before.percentToTarget)} % became ${fixed(after.percentToTarget)} % (${signed(change)})`,
    because,
  }
}

interface Reason {
  readonly text: string
  readonly hundredths: number
}

/** `practice`: most of the change came from answers that rose or fell. */
function reasonsFor(
  comparison: Comparison,
  name: MovedMeasure,
  change: number,
): { practice: boolean; because: string } {
  const total = Math.round(change * 100)
  const moved = answersMoved(comparison, name, isMoved)
  const others = otherReasons(comparison, name)
  if (others.length === 0) return { practice: true, because: '' }
  if (moved === 0) {
    const texts = others.map(({ text }) => text)
    return { practice: false, because: total === 0 ? '' : ` because ${joined(texts)}` }
  }
  const practice = moved * total > 0 && Math.abs(moved) * 2 >= Math.abs(total)
  const said = (reasons: readonly Reason[]) =>
    reasons.map(({ text, hundredths }) => `${signed(hundredths / 100)} because ${text}`)
  if (practice) {
    const helping = others.filter(({ hundredths }) => hundredths * total > 0)
    return { practice, because: helping.length === 0 ? '' : `, of which ${joined(said(helping))}` }
  }
  return {
    practice,
    because: `: ${joined([...said(others), `${signed(moved / 100)} by answers that rose or fell`])}`,
  }
}

type Answer = Comparison['answers'][number]
const isMoved = ({ before, after }: Answer) => before.level !== null && after.level !== null
const isWithdrawn = ({ before, after }: Answer) => before.level !== null && after.level === null
const isFirst = ({ before, after }: Answer) => before.level === null && after.level !== null

function answersMoved(
  { answers }: Comparison,
  name: MovedMeasure,
  wanted: (answer: Answer) => boolean,
): number {
  return answers.filter(wanted).reduce((sum, { points }) => sum + Math.round((points[name] ?? 0) * 100), 0)
}

function otherReasons(comparison: Comparison, name: MovedMeasure): Reason[] {
  const { answers, causes, overall } = comparison
  const some = (wanted: (answer: Answer) => boolean, text: string): Reason => {
    const count = answers.filter(wanted).length
    return {
      text: `${counted(count, 'answer')} ${count === 1 ? 'was' : 'were'} ${text}`,
      hundredths: answersMoved(comparison, name, wanted),
    }
  }
  const wholes = causes.flatMap(({ cause, text }): Reason[] => {
    const points = overall.contributions.find((each) => each.cause === cause)!.points[name]
    const hundredths = Math.round((points ?? 0) * 100)
    const said = wordings[cause]?.(text)
    return said === undefined ? [] : [{ text: said, hundredths }]
  })
  return [some(isWithdrawn, 'withdrawn'), some(isFirst, 'given for the first time'), ...wholes].filter(
    ({ hundredths }) => hundredths !== 0,
  )
}

/** What is no movement of practice, as a sentence. Evidence and its age move neither a level nor the way to target. */
const wordings: Readonly<Partial<Record<Cause, (text: string) => string>>> = {
  scope: (text) => text.replace('; ', ' and '),
  targets: (text) => `targets were ${text}`,
  weights: () => 'the weights of principles differ',
  pack: () => 'the guidance differs',
}

function joined(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`
}

/** That more is not assessed than before can be seen in no level. */
function widened({ overall: { before, after } }: Comparison): string[] {
  if (after.inScope - after.assessed <= before.inScope - before.assessed) return []
  const was =
    before.lowest === before.highest
      ? `at ${fixed(before.lowest)}`
      : `between ${fixed(before.lowest)} and ${fixed(before.highest)}`
  return [
    `less is known: with what is not assessed, the level lies between ${fixed(after.lowest)} and ${fixed(after.highest)} (before: ${was})`,
  ]
}

export const causeNames: Readonly<Record<Cause, string>> = {
  answers: 'Answers',
  scope: 'Scope',
  targets: 'Targets',
  weights: 'Weights',
  evidence: 'Evidence',
  date: 'Time passed',
  pack: 'Guidance (method)',
}

/** `+0.33`, `-0.24`, `0.00`; a dash where there is no number. */
export function signed(value: number | null): string {
  return value !== null && value > 0 ? `+${fixed(value)}` : fixed(value)
}

/** `1.37 → 1.70`; a single dash where neither side has a number. */
export function fromTo(before: string, after: string): string {
  return before === '-' && after === '-' ? '-' : `${before} → ${after}`
}

/** `org.yaml`, or `org.yaml at main (1a2b3c4)`. */
export function sideText({ name, revision, commit }: ComparedSide): string {
  if (revision === null || commit === null) return name
  const short = commit.slice(0, 7)
  return revision === short || revision === commit
    ? `${name} at ${short}`
    : `${name} at ${revision} (${short})`
}

/** What is taken apart: the numbers of a stated score, else the bounds of what it can be. */
export function measuresShown({ change }: Movement): readonly (readonly [MovedMeasure, string])[] {
  return change.level === null
    ? [
        ['lowest', 'Lowest'],
        ['highest', 'Highest'],
      ]
    : [
        ['level', 'Level'],
        ['evidenced', 'Evidenced'],
        ['percentToTarget', 'To target'],
      ]
}

export const boundsTitle = 'lowest to highest'

/** Whether a level is stated on both sides, and what it can be, given what is not assessed, is not what it was. */
export function boundsMoved({ before, after, change }: Movement): boolean {
  return (
    change.level !== null &&
    (before.lowest !== before.highest || after.lowest !== after.highest) &&
    (before.lowest !== after.lowest || before.highest !== after.highest)
  )
}

/** A warning where the two sides were measured differently; else empty. */
export function methodText({ method, overall, causes }: Comparison): string {
  if (method === 'same') return ''
  const text = causes.find(({ cause }) => cause === 'pack')!.text
  const brought = overall.contributions.find(({ cause }) => cause === 'pack')!.points.level
  const part = brought === null ? 'What that brought' : `What that brought (${signed(brought)})`
  return `The guidance differs: ${text}. ${part} is a change of method and no movement of the organization.`
}

/** How the shares came about, for every output. */
export const shareNote =
  'A cause brings what it changes on average over all orders in which the causes can be taken one after the other. Shares are rounded so that they add up to the change as printed.'

/** Kinds in the order in which they are told, the bad ones first. */
const statuses = ['new', 'worse', 'better', ...resolutions] as const

export const statusNames: Readonly<Record<FindingChange['status'], string>> = {
  new: 'new',
  worse: 'worse',
  better: 'better',
  fixed: 'fixed',
  'not-evaluated': 'no longer evaluated',
  'not-applicable': 'no longer applicable',
  'target-lowered': 'below a lowered target',
  'answer-lowered': 'closed by a lowered answer',
  'entry-removed': 'with the entry removed',
  'rule-changed': 'with the rule changed',
}

function changesIn({ findings }: Comparison): FindingChange[] {
  return [...findings.changed, ...findings.resolved]
}

/** `2 new, 1 worse, 5 fixed, 1 no longer evaluated; 12 unchanged`. */
export function findingCounts(comparison: Comparison): string {
  const all = changesIn(comparison)
  const counts = statuses
    .map((status) => [all.filter((each) => each.status === status).length, status] as const)
    .filter(([count]) => count > 0)
    .map(([count, status]) => `${count} ${statusNames[status]}`)
  return `${counts.length === 0 ? 'None came or went' : counts.join(', ')}; ${comparison.findings.unchanged} unchanged`
}

export interface ChangeGroup {
  readonly status: FindingChange['status']
  readonly first: FindingChange
  readonly changes: readonly FindingChange[]
}

const severities = ['high', 'medium', 'low'] as const

/** Changes of one kind and one rule together; bad kinds first, then by severity, then in order. */
export function groupChanges(comparison: Comparison): ChangeGroup[] {
  const groups = new Map<string, { readonly first: FindingChange; readonly changes: FindingChange[] }>()
  for (const change of changesIn(comparison)) {
    const key = `${change.status} ${change.rule}`
    const group = groups.get(key)
    if (group) group.changes.push(change)
    else groups.set(key, { first: change, changes: [change] })
  }
  return [...groups.values()]
    .map((group) => ({ ...group, status: group.first.status }))
    .sort(
      (a, b) =>
        statuses.indexOf(a.status) - statuses.indexOf(b.status) ||
        severities.indexOf(a.first.severity) - severities.indexOf(b.first.severity),
    )
}

/** `4.1.3 (1 → 2)`, `4.1.3 (2 → not assessed)`. */
export function findingPlace({ id, rule, element, causes }: FindingChange): string {
  const reasons = causes.slice(0, 3).map((cause) => causeText(cause, element))
  const more = causes.length > 3 ? `, and ${causes.length - 3} more` : ''
  return `${id.slice(rule.length + 1)}${reasons.length === 0 ? '' : ` (${reasons.join(', ')}${more})`}`
}

function causeText({ path, element, before, after }: FindingCause, own: ElementId | null): string {
  const move = before === null || after === null ? null : `${before} → ${after}`
  if (element === null) {
    if (path === 'targets') return move === null ? 'other targets' : `target ${move}`
    const name = inputNames[path] ?? path
    return move === null || path === 'date' || path === 'pack' ? name : `${name}: ${move}`
  }
  if (move !== null) return element === own ? move : `${element}: ${move}`
  const field = path.slice(`practices.${element}.`.length)
  const name = field === '' ? 'criteria' : (fieldNames[field] ?? field)
  return element === own ? `its ${name}` : `the ${name} of ${element}`
}

const inputNames: Readonly<Record<string, string>> = {
  pack: 'other guidance',
  waivers: 'its waiver ended',
  planned: 'its plan ended',
  date: 'time passed',
  organization: "the organization's kind or size",
  innovation: 'what kinds of innovation are meant',
  assessment: 'who assessed',
}

const fieldNames: Readonly<Record<string, string>> = {
  practice: 'practice as described',
  reviewed: 'last review',
  planned: 'planned date',
}
