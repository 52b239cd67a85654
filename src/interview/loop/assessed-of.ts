/** The assessment of the file as it stands in a state: made when it is first asked for. */
import { type Assessed, assessWithInputs } from '../../assess.ts'
import type { Description } from '../../types/description.ts'
import type { State } from './state.ts'

const known = new WeakMap<Description, Assessed>()

export function assessedOf({
  setting,
  text,
  description,
}: Pick<State, 'setting' | 'text' | 'description'>): Assessed {
  const before = known.get(description)
  if (before) return before
  const { pack, file, today, asOf } = setting
  // The description came from this very text without an error, so there is an assessment.
  const { assessed } = assessWithInputs(text, { pack, file, today, ...(asOf !== undefined && { asOf }) })
  known.set(description, assessed!)
  return assessed!
}
