/** What `count`, `share` and `distinct` run over: the entries of a register, or the assessed elements. */

import type { RegisterItem, Standing } from '../../types/description.ts'
import type { Path } from '../../types/document.ts'
import { type ElementId, type RegisterName, registerNames } from '../../types/framework.ts'
import type { Condition, Context, Reading } from '../condition.ts'
import { FALSE, NOT_APPLICABLE, TRUE, type Truth } from '../truth.ts'
import type { Checking, Compiling, Reads } from '../word.ts'
import { elementValue, itemValue } from './field.ts'
import type { FieldForms } from './field-form.ts'
import { elementFields, itemFields } from './field-names.ts'
import { checkName, has, type Mapping } from './shape.ts'

export interface Items {
  /** False where the description does not have the register: then nothing is known. */
  known(context: Context): boolean
  /** Calls back for each entry that is not left out, with whether it matches; the context then speaks about it. */
  visit(context: Context, see: (match: Truth) => void): void
  /** The value of a field of the entry the context speaks about: `undefined` where it is not known. */
  value(context: Context, name: string): unknown
  /** A reading of the whole, as given: what is not known of single entries has readings of its own. */
  read(expected: string, found: Reading['found'], state: Reading['state']): Reading
  /** The readings of the entries that match as `wanted`, or of all. */
  readMatches(context: Context, into: Reading[], wanted: Truth, everything: boolean): void
  /** The readings of the entries that match or may match and do not state the field. */
  readUnstated(context: Context, into: Reading[], field: string): void
}

/** Checks `of` and `where`; says which fields the entries have. */
export function checkItems(operand: Mapping, checking: Checking): FieldForms | undefined {
  checking.canBeUnknown()
  const { of } = operand
  const known = ['elements', ...registerNames]
  if (!has(operand, 'of') || !checkName(of, 'register', known, checking.at('of'))) return undefined
  const register = of === 'elements' ? null : (of as RegisterName)
  if (has(operand, 'where')) {
    const scope = register ? { ...checking.scope, register } : { ...checking.scope, element: true }
    checking.at('where').condition(operand.where, scope)
  }
  return register ? itemFields[register] : elementFields
}

export function compileItems(operand: Mapping, compiling: Compiling): Items {
  const { of } = operand
  const where = (reads?: Reads) =>
    has(operand, 'where') ? compiling.condition(operand.where, reads) : undefined
  if (of !== 'elements') return registerItems(of as RegisterName, where())
  const { reads, index } = compiling
  const inside: Reads = { fixed: new Set(), forThis: new Set() }
  const condition = where(inside)
  for (const position of [...index.all, ...inside.fixed]) reads.fixed.add(position)
  for (const table of inside.forThis) for (const position of table.flat()) reads.fixed.add(position)
  if (!condition) return elementItems(undefined)
  const readsOnlyThis =
    inside.fixed.size === 0 &&
    [...inside.forThis].every((table) => table === index.each) &&
    !JSON.stringify(operand.where).includes('item.')
  return elementItems(readsOnlyThis ? remembering(condition) : condition)
}

function registerItems(name: RegisterName, where: Condition | undefined): Items {
  const itemsIn = ({ description }: Context) => description.registers.get(name)
  const visit = (context: Context, see: (match: Truth) => void) => {
    const outer = context.item
    for (const item of itemsIn(context) ?? noItems) {
      context.item = item
      const match = where ? where.truth(context) : TRUE
      if (match !== NOT_APPLICABLE) see(match)
    }
    context.item = outer
  }
  return {
    known: (context) => itemsIn(context) !== undefined,
    visit,
    value: ({ item }, field) => itemValue(item, field),
    read: (expected, found, state) => ({
      path: [name],
      expected,
      found,
      element: null,
      state,
      missing: name,
    }),
    readMatches: (context, into, wanted, everything) =>
      visit(context, (match) => {
        if (where && (everything || match === wanted)) where.read(context, into, everything)
      }),
    readUnstated: (context, into, field) =>
      visit(context, (match) => {
        const { item } = context
        if (!item || match === FALSE || itemValue(item, field) !== undefined) return
        into.push(unstatedField([...item.path, field], null, `${item.id}.${field}`))
      }),
  }
}

function unstatedField(path: Path, element: ElementId | null, missing: string): Reading {
  return { path, expected: 'a value', found: null, element, state: 'missing', missing }
}

/**
 * What is said of an element by itself stays true while other elements are raised, which happens dozens of times in one
 * assessment. Only for conditions that read nothing but `this` and what belongs to the whole description.
 */
function remembering(condition: Condition): Condition {
  let of: Context['description'] | undefined
  let known = new WeakMap<Standing, Truth>()
  return {
    ...condition,
    truth(context) {
      const { description } = context
      if (of !== description && (of?.registers !== description.registers || of.asOf !== description.asOf)) {
        known = new WeakMap()
      }
      of = description
      const standing = context.standings[context.self]!
      let truth = known.get(standing)
      if (truth === undefined) {
        truth = condition.truth(context)
        known.set(standing, truth)
      }
      return truth
    },
  }
}

const noItems: readonly RegisterItem[] = []

const isAnyAssessed = ({ standings }: Context) => standings.some(({ state }) => state === 'assessed')

/** The assessed ones: what is said about elements as a crowd is said about the answers there are. */
function elementItems(where: Condition | undefined): Items {
  const visit = (context: Context, see: (match: Truth) => void) => {
    const outer = context.self
    for (let self = 0; self < context.standings.length; self++) {
      if (context.standings[self]!.state !== 'assessed') continue
      context.self = self
      const match = where ? where.truth(context) : TRUE
      if (match !== NOT_APPLICABLE) see(match)
    }
    context.self = outer
  }
  return {
    known: isAnyAssessed,
    visit,
    value: ({ standings, self }, field) => elementValue(standings[self]!, field),
    read: (expected, found, state) => ({
      path: ['practices'],
      expected,
      found,
      element: null,
      state,
      missing: 'practices',
    }),
    readMatches: (context, into, wanted, everything) =>
      visit(context, (match) => {
        if (where && (everything || match === wanted)) where.read(context, into, everything)
      }),
    readUnstated: (context, into, field) =>
      visit(context, (match) => {
        const standing = context.standings[context.self]!
        if (match === FALSE || elementValue(standing, field) !== undefined) return
        const { id } = standing
        into.push(unstatedField(['practices', id, field], id, `${id}.${field}`))
      }),
  }
}

export const itemsSchema = {
  of: { enum: ['elements', ...registerNames] },
  where: { $ref: '#/definitions/condition' },
}
