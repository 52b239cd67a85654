/** Where an element stands, in a word or two. */
import type { ElementAnswer } from '../types/comparison.ts'
import type { Standing } from '../types/description.ts'

/** `2`, `declined`, `not assessed`, `1 to 3`. */
export function answerText({ level, lowest, highest, declined }: ElementAnswer): string {
  if (declined) return 'declined'
  if (level !== null) return String(level)
  return lowest === 0 && highest === 5 ? 'not assessed' : `${lowest} to ${highest}`
}

/** The same, and `not applicable` where it is out of scope. */
export function standingText(standing: Standing): string {
  return standing.state === 'not-applicable' ? 'not applicable' : answerText(standing)
}
