/** Turns a checked condition into something that can be asked. */
import type { Condition } from './condition.ts'
import type { FrameworkIndex } from './framework-index.ts'
import { phraseCondition } from './phrase-condition.ts'
import { vocabulary } from './vocabulary.ts'
import type { Compiling, Reads } from './word.ts'
import { allConditions } from './words/logic.ts'

/** Adds what the condition reads to `reads`. */
export function compileCondition(spec: unknown, index: FrameworkIndex, reads: Reads): Condition {
  const compiling: Compiling = {
    index,
    reads,
    condition: (inner, innerReads = reads) => compileCondition(inner, index, innerReads),
    phrase: (inner) => phraseCondition(inner, index),
  }
  return allConditions(
    Object.entries(spec as object).map(([word, operand]) =>
      vocabulary.get(word)!.compile(operand, compiling),
    ),
  )
}
