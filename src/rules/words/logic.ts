/** The words that combine conditions: `all`, `any` and `not`. */
import type { Condition, Context } from '../condition.ts'
import { checkList } from '../operands/shape.ts'
import { bothOf, eitherOf, FALSE, NOT_APPLICABLE, opposite, TRUE, type Truth } from '../truth.ts'
import type { Word } from '../word.ts'

export const logicWords: Readonly<Record<string, Word>> = {
  all: combination(allConditions, ', and '),
  any: combination(anyCondition, ', or '),
  not: {
    check: (operand, checking) => checking.condition(operand),
    compile(operand, compiling) {
      const condition = compiling.condition(operand)
      return {
        truth: (context) => opposite(condition.truth(context)),
        read: (context, into, everything) => condition.read(context, into, everything),
      }
    },
    schema: { $ref: '#/definitions/condition' },
    phrase: (operand, { condition }) => `it is not so that ${condition(operand)}`,
  },
}

function combination(combine: (conditions: readonly Condition[]) => Condition, joint: string): Word {
  return {
    check(operand, checking) {
      for (const [place, one] of checkList(operand, 'conditions', checking).entries()) {
        checking.at(place).condition(one)
      }
    },
    compile: (operand, compiling) => combine((operand as unknown[]).map((one) => compiling.condition(one))),
    schema: { type: 'array', minItems: 1, items: { $ref: '#/definitions/condition' } },
    phrase: (operand, { condition }) => (operand as unknown[]).map((one) => condition(one)).join(joint),
  }
}

export function allConditions(conditions: readonly Condition[]): Condition {
  return fold(conditions, { start: TRUE, settled: FALSE, combine: bothOf })
}

function anyCondition(conditions: readonly Condition[]): Condition {
  return fold(conditions, { start: NOT_APPLICABLE, settled: TRUE, combine: eitherOf })
}

interface Combination {
  readonly start: Truth
  /** What no further condition can change. */
  readonly settled: Truth
  readonly combine: (a: Truth, b: Truth) => Truth
}

/** What made the verdict is what has the same verdict: that holds for "all" and for "any", whatever the verdict is. */
function fold(conditions: readonly Condition[], { start, settled, combine }: Combination): Condition {
  const [only] = conditions
  if (only && conditions.length === 1) return only
  const truth = (context: Context): Truth => {
    let verdict = start
    for (let place = 0; place < conditions.length && verdict !== settled; place++) {
      verdict = combine(verdict, conditions[place]!.truth(context))
    }
    return verdict
  }
  return {
    truth,
    read(context, into, everything) {
      const verdict = truth(context)
      for (const condition of conditions) {
        if (everything || condition.truth(context) === verdict) condition.read(context, into, everything)
      }
    },
  }
}
