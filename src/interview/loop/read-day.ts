/** A typed day as `YYYY-MM-DD`, also from the other forms that can mean only one. */

import { daysMeant } from '../../schema/days-meant.ts'
import { listWords, quote } from '../../util/show.ts'
import { plainDigits } from '../typed-numbers.ts'

/** `otherwise`: what else may be typed, as the end of a sentence. */
export function readDay(
  text: string,
  otherwise: string,
): { readonly day: string } | { readonly problem: string } {
  const days = daysMeant(plainDigits(text).trim())
  const [day] = days
  if (day !== undefined && days.length === 1) return { day }
  const why =
    day === undefined
      ? `${quote(text, 40)} is not a date; use YYYY-MM-DD, for example 2027-03-31`
      : `${quote(text, 40)} is ambiguous; type ${listWords(days, 'or')}`
  return { problem: `${why}; ${otherwise}.` }
}
