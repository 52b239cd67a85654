/** A duration as an operand: `24 months` or `90 days`, and the day that lies that long before `asOf`. */
import { before, readDuration } from '../../util/calendar.ts'
import type { Context } from '../condition.ts'
import type { Checking } from '../word.ts'
import { expected } from './shape.ts'

export function checkDuration(operand: unknown, checking: Checking): void {
  if (typeof operand !== 'string' || !readDuration(operand)) {
    expected('a duration', operand, checking, 'such as "24 months" or "90 days"')
  }
}

/** The last day that counts as longer ago is the one before the result. */
export function compileDuration(operand: unknown): (context: Context) => string {
  const duration = readDuration(operand as string)!
  let asOf = ''
  let day = ''
  return ({ description }) => {
    if (description.asOf !== asOf) {
      asOf = description.asOf
      day = before(asOf, duration)
    }
    return day
  }
}

export const durationSchema = {
  description: 'Such as "24 months" or "90 days"',
  type: 'string',
  pattern: '^[1-9][0-9]{0,3} (day|month)s?$',
}
