/** The words about registers: `count`, `share` and `distinct`. They also run over elements. */
import type { Context } from '../condition.ts'
import {
  type BoundForm,
  boundsOf,
  boundsSchema,
  checkBounds,
  countBound,
  expectedNumber,
  percentBound,
  phraseNumber,
} from '../operands/bounds.ts'
import { checkFieldName } from '../operands/field.ts'
import { checkItems, compileItems, type Items, itemsSchema } from '../operands/items.ts'
import { checkKeys, has, type Mapping } from '../operands/shape.ts'
import { FALSE, NOT_APPLICABLE, TRUE, type Truth, UNKNOWN, within } from '../truth.ts'
import type { Checking, Compiling, Phrasing, Word } from '../word.ts'
import { commonest, differentValues, tallyValues } from './tally-values.ts'

export const registerWords: Readonly<Record<string, Word>> = {
  count: {
    check: (operand, checking) =>
      checkWord(operand, ['of'], ['where', 'atLeast', 'atMost'], countBound, checking),
    compile: (operand, compiling) => {
      const mapping = operand as Mapping
      const { from, to, scale } = boundsOf(mapping)
      const tally = matchTally()
      return wordOver(mapping, compiling, expectedNumber(mapping), {
        truth(items, context) {
          items.visit(context, tally.start())
          return within(tally.yes * scale, (tally.yes + tally.maybe) * scale, from, to)
        },
        found: (items, context) => {
          items.visit(context, tally.start())
          return tally.maybe > 0 ? `${tally.yes} to ${tally.yes + tally.maybe}` : tally.yes
        },
      })
    },
    schema: schemaWith([]),
    phrase: (operand, phrasing) => {
      const mapping = operand as Mapping
      if (mapping.atMost === 0) return `there is no ${phraseItems(mapping, phrasing, true)}`
      const one = isOne(mapping)
      return `there ${one ? 'is' : 'are'} ${phraseNumber(mapping)} ${phraseItems(mapping, phrasing, one)}`
    },
  },
  share: {
    check: (operand, checking) =>
      checkWord(operand, ['of'], ['where', 'same', 'atLeast', 'atMost'], percentBound, checking, 'same'),
    compile: (operand, compiling) => {
      const mapping = operand as Mapping
      const { from, to, scale } = boundsOf(mapping)
      const tally = matchTally()
      const same = mapping.same as string | undefined
      return wordOver(mapping, compiling, `${expectedNumber(mapping)} percent`, {
        field: same,
        truth(items, context) {
          if (same !== undefined) {
            const share = commonest(tallyValues(items, same, context))
            if (share === undefined) return NOT_APPLICABLE
            const { lowest, lowestOf, highest, highestOf } = share
            return withinShares(lowest, lowestOf, highest, highestOf, { from, to, scale })
          }
          items.visit(context, tally.start())
          const all = tally.yes + tally.maybe + tally.no
          if (all === 0) return NOT_APPLICABLE
          return withinShares(tally.yes, all, tally.yes + tally.maybe, all, { from, to, scale })
        },
        found(items, context) {
          if (same !== undefined) {
            const share = commonest(tallyValues(items, same, context))
            return share ? `${share.lowest} of ${share.lowestOf}` : 'none'
          }
          items.visit(context, tally.start())
          const most = tally.yes + tally.maybe
          return `${tally.maybe > 0 ? `${tally.yes} to ${most}` : most} of ${most + tally.no}`
        },
      })
    },
    schema: schemaWith(['same']),
    phrase: (operand, phrasing) => {
      const mapping = operand as Mapping
      const { same, of } = mapping
      const number = `${phraseNumber(mapping)} percent of the`
      if (same !== undefined) return `${number} ${phraseItems(mapping, phrasing)} have the same ${same}`
      const { where, ...all } = mapping
      const match = where === undefined ? `there are any ${of}` : phrasing.condition(where)
      return `for ${number} ${phraseItems(all, phrasing)}, ${match}`
    },
  },
  distinct: {
    check: (operand, checking) =>
      checkWord(operand, ['of', 'field'], ['where', 'atLeast', 'atMost'], countBound, checking, 'field'),
    compile: (operand, compiling) => {
      const mapping = operand as Mapping
      const { from, to, scale } = boundsOf(mapping)
      const field = mapping.field as string
      return wordOver(mapping, compiling, `${expectedNumber(mapping)} different`, {
        field,
        truth(items, context) {
          const { lowest, highest } = differentValues(tallyValues(items, field, context))
          return within(lowest * scale, highest * scale, from, to)
        },
        found: (items, context) => differentValues(tallyValues(items, field, context)).lowest,
      })
    },
    schema: schemaWith(['field']),
    phrase: (operand, phrasing) => {
      const mapping = operand as Mapping
      const values = isOne(mapping) ? 'different value' : 'different values'
      return `the ${phraseItems(mapping, phrasing)} have ${phraseNumber(mapping)} ${values} of ${mapping.field}`
    },
  },
}

function checkWord(
  operand: unknown,
  required: readonly string[],
  optional: readonly string[],
  form: BoundForm,
  checking: Checking,
  fieldKey?: string,
): void {
  const mapping = checkKeys(operand, required, optional, checking)
  if (!mapping) return
  const fields = checkItems(mapping, checking)
  if (fieldKey !== undefined && fields && has(mapping, fieldKey)) {
    checkFieldName(mapping[fieldKey], fields, checking.at(fieldKey))
  }
  checkBounds(mapping, form, checking)
}

interface Judged {
  truth(items: Items, context: Context): Truth
  found(items: Items, context: Context): string | number
  /** The field whose values are compared, if any. */
  readonly field?: string | undefined
}

function wordOver(mapping: Mapping, compiling: Compiling, words: string, { truth, found, field }: Judged) {
  const items = compileItems(mapping, compiling)
  const { where } = mapping
  // In words only when somebody asks: most runs read few of the many conditions.
  const inWords = () => (where === undefined ? words : `${words} such that ${compiling.phrase(where)}`)
  // Asking for few names a shortfall: then it is met when there are more, and what does not match is of interest.
  const few = has(mapping, 'atMost')
  const judge = (context: Context): Truth => (items.known(context) ? truth(items, context) : UNKNOWN)
  return {
    truth: judge,
    read(context: Context, into: Parameters<Items['readMatches']>[1], everything: boolean) {
      const verdict = judge(context)
      if (!items.known(context)) {
        into.push(items.read(inWords(), null, 'missing'))
        return
      }
      const enough = verdict !== UNKNOWN && (few ? verdict === FALSE : verdict !== FALSE)
      // What is not known belongs to the entries, whose own readings follow.
      const state = verdict === UNKNOWN || enough ? 'met' : 'unmet'
      into.push(items.read(inWords(), found(items, context), state))
      items.readMatches(context, into, verdict === UNKNOWN ? UNKNOWN : enough ? TRUE : FALSE, everything)
      if (verdict === UNKNOWN && field !== undefined) items.readUnstated(context, into, field)
    },
  }
}

/** Counts matches without allocating anything while it runs. */
function matchTally() {
  const tally = { yes: 0, maybe: 0, no: 0, start: () => see }
  const see = (match: Truth) => {
    if (match === TRUE) tally.yes++
    else if (match === UNKNOWN) tally.maybe++
    else tally.no++
  }
  tally.start = () => {
    tally.yes = 0
    tally.maybe = 0
    tally.no = 0
    return see
  }
  return tally
}

/** Both shares as fractions, compared exactly with percent bounds. */
function withinShares(
  lowest: number,
  lowestOf: number,
  highest: number,
  highestOf: number,
  { from, to, scale }: { from: number; to: number; scale: number },
): Truth {
  const percent = 100 * scale
  const surelyFrom = lowest * percent >= from * lowestOf
  const maybeFrom = highest * percent >= from * highestOf
  const surelyTo = highest * percent <= to * highestOf
  const maybeTo = lowest * percent <= to * lowestOf
  if (!maybeFrom || !maybeTo) return FALSE
  return surelyFrom && surelyTo ? TRUE : UNKNOWN
}

const isOne = ({ atLeast, atMost }: Mapping) => Number(atMost ?? atLeast) === 1

function phraseItems({ of, where }: Mapping, { condition }: Phrasing, one = false): string {
  const items = of === 'elements' ? (one ? 'element' : 'elements') : `${one ? 'entry' : 'entries'} in ${of}`
  return where === undefined ? items : `${items} such that ${condition(where)}`
}

function schemaWith(more: readonly string[]): object {
  return {
    type: 'object',
    required: more.includes('field') ? ['of', 'field'] : ['of'],
    additionalProperties: false,
    properties: {
      ...itemsSchema,
      ...boundsSchema,
      ...Object.fromEntries(more.map((name) => [name, { type: 'string' }])),
    },
  }
}
