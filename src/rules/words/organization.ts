/** The words about the organization itself: `kind`, `size` and `ambition`. */

import { ambitions, kinds, sizes } from '../../schema/description-schema.ts'
import { listWords } from '../../util/show.ts'
import type { Context } from '../condition.ts'
import { checkList, checkName } from '../operands/shape.ts'
import { FALSE, TRUE, UNKNOWN } from '../truth.ts'
import type { Word } from '../word.ts'

export const organizationWords: Readonly<Record<string, Word>> = {
  kind: fact('kind', kinds, ['organization', 'kind'], ({ description }) => description.organization.kind),
  size: fact('size', sizes, ['organization', 'size'], ({ description }) => description.organization.size),
  ambition: fact(
    'ambition',
    ambitions,
    ['innovation', 'ambition'],
    ({ description }) => description.innovation.ambition,
  ),
}

function fact(
  name: string,
  known: readonly string[],
  path: readonly [string, string],
  factOf: (context: Context) => string | readonly string[],
): Word {
  return {
    check(operand, checking) {
      if (name === 'ambition') checking.canBeUnknown()
      if (Array.isArray(operand)) {
        checkList(operand, 'values', checking).forEach((value, place) => {
          checkName(value, name, known, checking.at(place))
        })
      } else checkName(operand, name, known, checking)
    },
    compile(operand) {
      const wanted = listOf(operand)
      const truth = (context: Context) => {
        const value = factOf(context)
        if (typeof value === 'string') return wanted.includes(value) ? TRUE : FALSE
        // An ambition that is not stated can be any.
        if (value.length === 0) return UNKNOWN
        return value.some((one) => wanted.includes(one)) ? TRUE : FALSE
      }
      return {
        truth,
        read(context, into) {
          const value = listOf(factOf(context))
          into.push({
            path,
            expected: listWords(wanted, 'or'),
            found: value.length === 0 ? null : listWords(value),
            element: null,
            state: value.length === 0 ? 'missing' : truth(context) === TRUE ? 'met' : 'unmet',
            missing: path.join('.'),
          })
        },
      }
    },
    schema: { anyOf: [{ enum: known }, { type: 'array', minItems: 1, items: { enum: known } }] },
    phrase(operand) {
      const values = listWords(listOf(operand), 'or')
      return name === 'ambition' ? `the ambition is ${values}` : `the organization's ${name} is ${values}`
    },
  }
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value : [value as string]
}
