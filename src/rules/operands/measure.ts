/** A measure as an operand of `difference`: a level, an evidenced level, what is cited could carry, a target, or the mean or lowest of several levels. */
import type { Standing } from '../../types/description.ts'
import type { Context } from '../condition.ts'
import type { FrameworkIndex } from '../framework-index.ts'
import type { Checking, Compiling } from '../word.ts'
import { checkElement, compileElement, phraseElement, THIS } from './element.ts'
import { checkMembers, compileMembers, phraseMembers } from './members.ts'
import { checkOnlyKey } from './shape.ts'

type MeasureName = 'level' | 'evidenced' | 'cited' | 'target' | 'mean' | 'lowest'
const names: readonly MeasureName[] = ['level', 'evidenced', 'cited', 'target', 'mean', 'lowest']

/** A number between `lowest / divisor` and `highest / divisor`; `divisor` is 0 where nothing applies. */
interface Measured {
  lowest: number
  highest: number
  divisor: number
}

export interface Measure {
  readonly name: MeasureName
  /** Fills `result`, which belongs to the measure and holds until it is asked again. */
  take(context: Context): Measured
  positions(context: Context): readonly number[]
}

export function checkMeasure(operand: unknown, checking: Checking): void {
  const only = checkOnlyKey(operand, 'measure', names, checking)
  if (only?.key === 'mean' || only?.key === 'lowest') checkMembers(only.value, only.at)
  else if (only) checkElement(only.value, only.at)
}

export function compileMeasure(operand: unknown, compiling: Compiling): Measure {
  const [[name, of]] = Object.entries(operand as object) as [[MeasureName, unknown]]
  if (name === 'mean' || name === 'lowest') return compileSeveral(name, of, compiling)
  const element = compileElement(of, compiling)
  const { each } = compiling.index
  const result: Measured = { lowest: 0, highest: 0, divisor: 0 }
  return {
    name,
    take({ standings, self }) {
      const standing = standings[element === THIS ? self : element]!
      result.divisor = standing.state === 'not-applicable' ? 0 : 1
      result.lowest = lowestOf(name, standing)
      result.highest = highestOf(name, standing)
      return result
    },
    positions: ({ self }) => each[element === THIS ? self : element]!,
  }
}

function lowestOf(name: MeasureName, standing: Standing): number {
  if (name === 'target') return standing.target
  return name === 'evidenced' || name === 'cited' ? (standing[name] ?? 0) : standing.lowest
}

function highestOf(name: MeasureName, standing: Standing): number {
  if (name === 'target') return standing.target
  return name === 'evidenced' || name === 'cited' ? (standing[name] ?? standing.highest) : standing.highest
}

/** The mean or the lowest of levels; what is not applicable is left out, what is not known lies between its bounds. */
export function compileSeveral(name: 'mean' | 'lowest', of: unknown, compiling: Compiling): Measure {
  const members = compileMembers(of, compiling)
  const result: Measured = { lowest: 0, highest: 0, divisor: 0 }
  return {
    name,
    take(context) {
      const positions = members.positions(context)
      let count = 0
      let lowest = name === 'mean' ? 0 : 5
      let highest = lowest
      for (let place = 0; place < positions.length; place++) {
        const standing = context.standings[positions[place]!]!
        if (standing.state === 'not-applicable') continue
        count++
        lowest = name === 'mean' ? lowest + standing.lowest : Math.min(lowest, standing.lowest)
        highest = name === 'mean' ? highest + standing.highest : Math.min(highest, standing.highest)
      }
      result.lowest = lowest
      result.highest = highest
      result.divisor = name === 'mean' ? count : Math.min(count, 1)
      return result
    },
    positions: members.positions,
  }
}

export function phraseMeasure(operand: unknown, index: FrameworkIndex): string {
  const [[name, of]] = Object.entries(operand as object) as [[MeasureName, unknown]]
  if (name === 'mean') return `the mean level of ${phraseMembers(of, index)}`
  if (name === 'lowest') return `the lowest level of ${phraseMembers(of, index)}`
  if (name === 'evidenced') return `the level that the evidence of ${phraseElement(of, index)} carries`
  if (name === 'cited') return `the level that everything cited for ${phraseElement(of, index)} could carry`
  return `the ${name} of ${phraseElement(of, index)}`
}

export const measureSchema = {
  description:
    'A level, an evidenced level, what all cited evidence could carry, a target, or the mean or lowest of several levels',
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: false,
  properties: {
    level: { $ref: '#/definitions/element' },
    evidenced: { $ref: '#/definitions/element' },
    cited: { $ref: '#/definitions/element' },
    target: { $ref: '#/definitions/element' },
    mean: { $ref: '#/definitions/members' },
    lowest: { $ref: '#/definitions/members' },
  },
}
