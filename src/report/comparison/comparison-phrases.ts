/** Wordings that the outputs of a comparison share: moves, answers, causes, what made a finding come or go. */
import type {
  AnswerChange,
  Cause,
  ComparedSide,
  Comparison,
  ElementAnswer,
  FindingChange,
  MovedMeasure,
  Movement,
} from '../../core/comparison.ts'
import { fixed } from '../phrases.ts'

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
export function fromTo(before: string, after: string, arrow: string): string {
  return before === '-' && after === '-' ? '-' : `${before}${arrow}${after}`
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

/** The result in one sentence, without the name in front and without full stop. */
export function moveAfterName({ overall }: Comparison): string {
  const { before, after, change } = overall
  if (before.inScope === 0 || after.inScope === 0)
    return 'has nothing to compare: a side has nothing in scope'
  if (change.level === null) {
    const where = before.withheld && after.withheld ? 'on both sides' : before.withheld ? 'before' : 'now'
    return `cannot be compared by level, not enough data ${where}: between ${fixed(before.lowest)} and ${fixed(before.highest)} of 5 before, between ${fixed(after.lowest)} and ${fixed(after.highest)} now`
  }
  const level =
    change.level === 0
      ? `stands at ${fixed(after.level)} of 5 as before`
      : `${change.level > 0 ? 'rose' : 'fell'} from ${fixed(before.level)} to ${fixed(after.level)} of 5 (${signed(change.level)})`
  if (change.percentToTarget === null) return level
  return change.percentToTarget === 0
    ? `${level}, and at ${fixed(after.percentToTarget)} % of the way to target as before`
    : `${level}; of the way to target, ${fixed(before.percentToTarget)} % became ${fixed(after.percentToTarget)} % (${signed(change.percentToTarget)})`
}

/** A warning where the two sides were measured differently; else empty. */
export function methodText({ method, overall, causes }: Comparison): string {
  if (method === 'same') return ''
  const text = causes.find(({ cause }) => cause === 'pack')!.text
  const brought = overall.contributions.find(({ cause }) => cause === 'pack')!.points.level
  const part = brought === null ? 'What that brought' : `What that brought (${signed(brought)})`
  return `The guidance differs: ${text}. ${part} is a change of method and no movement of the organization.`
}

/** `2`, `declined`, `not assessed`, `1 to 3`. */
export function answerText({ level, lowest, highest, declined }: ElementAnswer): string {
  if (declined) return 'declined'
  if (level !== null) return String(level)
  return lowest === 0 && highest === 5 ? 'not assessed' : `${lowest} to ${highest}`
}

/** `4.1.3 (1 -> 2)`; `arrow` with its spaces, if any. */
export function findingPlace(
  { id, rule, element, because }: FindingChange,
  answers: readonly AnswerChange[],
  arrow: string,
): string {
  const moved = new Map(answers.map((answer) => [answer.element, answer]))
  const move = (path: string): string => {
    const name = path.replace(/^practices\./, '')
    const answer = moved.get(name)
    const own = name === element
    if (path === name) return inputNames[path] ?? path
    if (!answer) return own ? 'what is said of it' : `what is said of ${name}`
    return `${own ? '' : `${name}: `}${answerText(answer.before)}${arrow}${answerText(answer.after)}`
  }
  const reasons = because.slice(0, 3).map(move)
  const more = because.length > 3 ? `, and ${because.length - 3} more` : ''
  return `${id.slice(rule.length + 1)}${reasons.length === 0 ? '' : ` (${reasons.join(', ')}${more})`}`
}

const inputNames: Readonly<Record<string, string>> = {
  pack: 'other guidance',
  date: 'time passed',
  targets: 'other targets',
  organization: "the organization's kind or size",
}

/** Kinds in the order in which they are told, the bad ones first. */
export const standings = ['new', 'worse', 'better', 'fixed'] as const

/** `2 new, 1 worse, 5 fixed; 12 as before`. */
export function findingCounts({ findings }: Comparison): string {
  const all = [...findings.changed, ...findings.fixed]
  const counts = standings
    .map((standing) => [all.filter((each) => each.standing === standing).length, standing] as const)
    .filter(([count]) => count > 0)
    .map(([count, standing]) => `${count} ${standing}`)
  return `${counts.length === 0 ? 'None came or went' : counts.join(', ')}; ${findings.known} as before`
}

export interface ChangeGroup {
  readonly standing: (typeof standings)[number]
  readonly first: FindingChange
  readonly changes: readonly FindingChange[]
}

const severities = ['high', 'medium', 'low'] as const

/** Changes of one kind and one rule together; bad kinds first, then by severity, then in order. */
export function groupChanges({ findings }: Comparison): ChangeGroup[] {
  const groups = new Map<string, { readonly first: FindingChange; readonly changes: FindingChange[] }>()
  for (const change of [...findings.changed, ...findings.fixed]) {
    const key = `${change.standing} ${change.rule}`
    const group = groups.get(key)
    if (group) group.changes.push(change)
    else groups.set(key, { first: change, changes: [change] })
  }
  return [...groups.values()]
    .map((group) => ({ ...group, standing: group.first.standing }))
    .sort(
      (a, b) =>
        standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
        severities.indexOf(a.first.severity) - severities.indexOf(b.first.severity),
    )
}

/** How the shares came about, for every output. */
export const shareNote =
  'A cause brings what it changes on average over all orders in which the causes can be taken one after the other. Shares are rounded so that they add up to the change as printed.'
