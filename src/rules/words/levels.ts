/** The words about levels: `have`, `some`, `lack`, `level`, `mean`, `lowest` and `difference`. */
import type { Standing } from '../../types/description.ts'
import type { Context, Reading } from '../condition.ts'
import {
  boundsOf,
  boundsSchema,
  checkBounds,
  expectedNumber,
  levelBound,
  meanBound,
  phraseBounds,
  phraseNumber,
} from '../operands/bounds.ts'
import { checkElement, phraseElement } from '../operands/element.ts'
import { checkGroup, compileGroup, phraseGroup, type Question } from '../operands/group.ts'
import { compileSeveral } from '../operands/measure.ts'
import { checkMembers, phraseMembers } from '../operands/members.ts'
import { checkKeys, expected, has, type Mapping } from '../operands/shape.ts'
import { NOT_APPLICABLE, type Truth, UNKNOWN, within } from '../truth.ts'
import type { Word } from '../word.ts'
import { difference } from './difference.ts'

export const levelWords: Readonly<Record<string, Word>> = {
  have: threshold(3, 5, 3, 'at level 3 or more'),
  some: threshold(2, 5, 2, 'at level 2 or more'),
  lack: threshold(0, 1, 2, 'at level 1 or less'),
  level: {
    check(operand, checking) {
      const mapping = checkKeys(operand, ['of'], ['atLeast', 'atMost', 'belowTarget'], checking)
      if (!mapping) return
      if (has(mapping, 'of')) checkElement(mapping.of, checking.at('of'))
      checkBounds(mapping, levelBound, checking, has(mapping, 'belowTarget'))
      if (has(mapping, 'belowTarget') && mapping.belowTarget !== true) {
        expected('true', mapping.belowTarget, checking.at('belowTarget'))
      }
    },
    compile: (operand, compiling) => {
      const mapping = operand as Mapping
      return compileGroup(mapping.of, levelQuestion(mapping), compiling)
    },
    schema: {
      type: 'object',
      required: ['of'],
      additionalProperties: false,
      properties: { of: { $ref: '#/definitions/element' }, ...boundsSchema, belowTarget: { const: true } },
    },
    phrase: (operand, { index }) => {
      const mapping = operand as Mapping
      const bounds =
        has(mapping, 'atLeast') || has(mapping, 'atMost') ? `at level ${phraseBounds(mapping)}` : ''
      const target = mapping.belowTarget ? 'below its target' : ''
      return `${phraseElement(mapping.of, index)} stands ${[bounds, target].filter(Boolean).join(' and ')}`
    },
  },
  mean: several('mean'),
  lowest: several('lowest'),
  difference,
}

function threshold(from: number, to: number, wanted: number, words: string): Word {
  const truth = (standing: Standing): Truth =>
    standing.state === 'not-applicable' ? NOT_APPLICABLE : within(standing.lowest, standing.highest, from, to)
  const question: Question = {
    truth,
    read: (standing, _, into) =>
      into.push(levelReading(standing, wanted, `at least ${wanted}`, truth(standing))),
  }
  return {
    check: checkGroup,
    compile: (operand, compiling) => compileGroup(operand, question, compiling),
    schema: { $ref: '#/definitions/group' },
    phrase: (operand, { index }) => `${phraseGroup(operand, index)} stands ${words}`,
  }
}

/** Bounds on one level. Asking for a low level names a shortfall, so a sound practice would stand above the bound. */
function levelQuestion(operand: Mapping): Question {
  const { from, to, scale } = boundsOf(operand)
  const lowest = from === -Infinity ? 0 : from / scale
  const highest = to === Infinity ? 5 : to / scale
  const belowTarget = operand.belowTarget === true
  const low = belowTarget || has(operand, 'atMost')
  const highestFor = ({ target }: Standing) => (belowTarget ? Math.min(highest, target - 1) : highest)
  const truth = (standing: Standing): Truth =>
    standing.state === 'not-applicable'
      ? NOT_APPLICABLE
      : within(standing.lowest, standing.highest, lowest, highestFor(standing))
  return {
    truth,
    read(standing, _, into) {
      const wanted = low ? highestFor(standing) + 1 : lowest
      const why = belowTarget && wanted === standing.target ? ', its target' : ''
      into.push(levelReading(standing, wanted, `at least ${wanted}${why}`, truth(standing)))
    },
  }
}

/** The reading of a level of which at least `wanted` is expected; a level within bounds is missing if that left it open. */
function levelReading(standing: Standing, wanted: number, words: string, verdict: Truth): Reading {
  const { id, state, level, lowest, highest, path } = standing
  if (state === 'not-applicable') {
    return { path, expected: words, found: 'not applicable', element: id, state, missing: id }
  }
  const open = verdict === UNKNOWN && lowest < highest
  const met = open ? 'missing' : highest < wanted ? 'unmet' : 'met'
  const found = level ?? (lowest > 0 || highest < 5 ? `${lowest} to ${highest}` : null)
  return { path, expected: words, found, element: id, state: met, missing: id }
}

function several(name: 'mean' | 'lowest'): Word {
  const form = name === 'mean' ? meanBound : levelBound
  return {
    check(operand, checking) {
      const mapping = checkKeys(operand, ['of'], ['atLeast', 'atMost'], checking)
      if (!mapping) return
      if (has(mapping, 'of')) checkMembers(mapping.of, checking.at('of'))
      checkBounds(mapping, form, checking)
    },
    compile(operand, compiling) {
      const mapping = operand as Mapping
      const measure = compileSeveral(name, mapping.of, compiling)
      const { from, to, scale } = boundsOf(mapping)
      const words = `${name === 'mean' ? 'a mean of' : 'each'} ${expectedNumber(mapping)}`
      const truth = (context: Context): Truth => {
        const { lowest, highest, divisor } = measure.take(context)
        if (divisor === 0) return NOT_APPLICABLE
        return within(lowest * scale, highest * scale, from * divisor, to * divisor)
      }
      return {
        truth,
        read(context, into) {
          const verdict = truth(context)
          const { lowest, divisor } = measure.take(context)
          // With enough in the whole, a low level among the others is no shortfall.
          const wanted = to === Infinity ? from : to + 1
          const enough = lowest * scale >= wanted * divisor
          for (const position of measure.positions(context)) {
            const standing = context.standings[position]!
            into.push(levelReading(standing, enough ? 0 : wanted / scale, words, verdict))
          }
        },
      }
    },
    schema: {
      type: 'object',
      required: ['of'],
      additionalProperties: false,
      properties: { of: { $ref: '#/definitions/members' }, ...boundsSchema },
    },
    phrase(operand, { index }) {
      const mapping = operand as Mapping
      return `the ${name} level of ${phraseMembers(mapping.of, index)} is ${phraseNumber(mapping)}`
    },
  }
}
