/** The word `difference`: one measure stands higher than another by at least so much. */

import type { Standing } from '../../types/description.ts'
import type { Reading } from '../condition.ts'
import { checkBound, meanBound, numberOf } from '../operands/bounds.ts'
import { checkMeasure, compileMeasure, type Measure, phraseMeasure } from '../operands/measure.ts'
import { checkKeys, has, type Mapping } from '../operands/shape.ts'
import { FALSE, NOT_APPLICABLE, TRUE, UNKNOWN } from '../truth.ts'
import type { Word } from '../word.ts'

const scale = 1000

export const difference: Word = {
  check(operand, checking) {
    const mapping = checkKeys(operand, ['from', 'minus', 'atLeast'], [], checking)
    if (!mapping) return
    if (has(mapping, 'from')) checkMeasure(mapping.from, checking.at('from'))
    if (has(mapping, 'minus')) checkMeasure(mapping.minus, checking.at('minus'))
    checkBound(mapping, 'atLeast', 1, 5, meanBound, checking)
  },
  compile(operand, compiling) {
    const mapping = operand as Mapping
    const from = compileMeasure(mapping.from, compiling)
    const minus = compileMeasure(mapping.minus, compiling)
    const atLeast = Math.round(numberOf(mapping.atLeast)! * scale)
    const above = `at least ${mapping.atLeast} above ${phraseMeasure(mapping.minus, compiling.index)}`
    const words = `less than ${mapping.atLeast} below ${phraseMeasure(mapping.from, compiling.index)}`
    return {
      truth(context) {
        const a = from.take(context)
        const b = minus.take(context)
        if (a.divisor === 0 || b.divisor === 0) return NOT_APPLICABLE
        // Over the common divisor, so that everything stays a whole number.
        const wanted = atLeast * a.divisor * b.divisor
        if ((a.lowest * b.divisor - b.highest * a.divisor) * scale >= wanted) return TRUE
        return (a.highest * b.divisor - b.lowest * a.divisor) * scale < wanted ? FALSE : UNKNOWN
      },
      read(context, into) {
        const { lowest, divisor } = from.take(context)
        const far = (value: number) => divisor > 0 && (lowest - value * divisor) * scale >= atLeast * divisor
        for (const position of from.positions(context)) {
          into.push(measured(from, context.standings[position]!, above, false))
        }
        for (const position of minus.positions(context)) {
          const standing = context.standings[position]!
          into.push(measured(minus, standing, words, far(takenFrom(minus, standing) ?? 5)))
        }
      },
    }
  },
  schema: {
    type: 'object',
    required: ['from', 'minus', 'atLeast'],
    additionalProperties: false,
    properties: {
      from: { $ref: '#/definitions/measure' },
      minus: { $ref: '#/definitions/measure' },
      atLeast: { type: ['number', 'string'] },
    },
  },
  phrase(operand, { index }) {
    const { from, minus, atLeast } = operand as Mapping
    return `${phraseMeasure(from, index)} is at least ${atLeast} above ${phraseMeasure(minus, index)}`
  },
}

function takenFrom({ name }: Measure, standing: Standing): number | null {
  return standing[name === 'mean' || name === 'lowest' ? 'level' : name]
}

function measured(measure: Measure, standing: Standing, words: string, unmet: boolean): Reading {
  const { id, path, state: known } = standing
  const state = known === 'assessed' || measure.name === 'target' ? (unmet ? 'unmet' : 'met') : undefined
  const found =
    known === 'not-applicable' ? 'not applicable' : known === 'assessed' ? takenFrom(measure, standing) : null
  return {
    path,
    expected: words,
    found,
    element: id,
    state: known === 'not-applicable' ? known : (state ?? 'missing'),
    missing: id,
  }
}
