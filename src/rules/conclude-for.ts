/** Asks again only what can have changed, for "what if this element stood higher". */
import type { Description } from '../types/description.ts'
import type { ElementId } from '../types/framework.ts'
import type { CompiledRules } from './compile-rules.ts'
import { type Conclusion, concludeSubject } from './conclude-subject.ts'
import { contextOf } from './context-of.ts'

/**
 * The conclusions that read one of the changed elements, in the order of `concludeAll`: all others are what they were.
 * Holds as long as nothing but the standings of these elements changed; unknown numbers are ignored.
 */
export function concludeFor(
  rules: CompiledRules,
  description: Description,
  changed: readonly ElementId[],
): Conclusion[] {
  const context = contextOf(rules.index, description)
  const conclusions: Conclusion[] = []
  for (const place of readersOf(rules, changed)) concludeSubject(rules.subjects[place]!, context, conclusions)
  return conclusions
}

function readersOf({ index, readers }: CompiledRules, changed: readonly ElementId[]): readonly number[] {
  const lists = changed.flatMap((id) => {
    const position = index.positions.get(id)
    return position === undefined ? [] : [readers[position]!]
  })
  if (lists.length === 1) return lists[0]!
  return [...new Set(lists.flat())].sort((a, b) => a - b)
}
