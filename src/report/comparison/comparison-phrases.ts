/** Wordings that the outputs of a comparison share: moves, sides, causes. */
import type { Cause, ComparedSide, Comparison, MovedMeasure, Movement } from '../../types/comparison.ts'
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
