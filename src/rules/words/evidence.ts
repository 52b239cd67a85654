/** The word `evidence`: how many pieces of evidence of a kind, an age or a spread there are. */
import type { Evidence, Standing } from '../../types/description.ts'
import type { Condition, Context, Reading } from '../condition.ts'
import {
  type Bounds,
  boundsOf,
  boundsSchema,
  checkBounds,
  countBound,
  phraseNumber,
} from '../operands/bounds.ts'
import { checkDuration, compileDuration } from '../operands/duration.ts'
import { checkGroup, compileGroup, phraseGroup } from '../operands/group.ts'
import { checkMembers, compileMembers, phraseMembers } from '../operands/members.ts'
import { checkKeys, checkName, expected, has, isMapping, type Mapping } from '../operands/shape.ts'
import { NOT_APPLICABLE, type Truth, within } from '../truth.ts'
import type { Compiling, Word } from '../word.ts'

const kinds = ['document', 'interview', 'record', 'result']

/** A group asks each element by itself; members are counted together. */
const isMembers = (of: unknown) =>
  of === 'elements' ||
  Array.isArray(of) ||
  (isMapping(of) && Object.keys(of).some((key) => ['clause', 'stage', 'principle', 'needs'].includes(key)))

export const evidence: Word = {
  check(operand, checking) {
    const mapping = checkKeys(
      operand,
      ['of'],
      ['kind', 'dated', 'older', 'sharedBy', 'atLeast', 'atMost'],
      checking,
    )
    if (!mapping) return
    const { of, kind, dated, older, sharedBy } = mapping
    if (has(mapping, 'of')) (isMembers(of) ? checkMembers : checkGroup)(of, checking.at('of'))
    if (has(mapping, 'kind')) checkName(kind, 'kind of evidence', kinds, checking.at('kind'))
    if (has(mapping, 'dated') && dated !== true) expected('true', dated, checking.at('dated'))
    if (has(mapping, 'older')) checkDuration(older, checking.at('older'))
    if (has(mapping, 'sharedBy') && !(Number.isInteger(sharedBy) && (sharedBy as number) >= 2)) {
      expected('a whole number from 2', sharedBy, checking.at('sharedBy'))
    }
    checkBounds(mapping, countBound, checking, true)
  },
  compile(operand, compiling) {
    const mapping = withDefault(operand as Mapping)
    const matches = compileMatch(mapping)
    const ask = { matches, bounds: boundsOf(mapping), mapping }
    // Whether a piece is shared depends on what every other element cites.
    if (has(mapping, 'sharedBy'))
      for (const position of compiling.index.all) compiling.reads.fixed.add(position)
    return isMembers(mapping.of) ? countTogether(ask, compiling) : countEach(ask, compiling)
  },
  schema: {
    type: 'object',
    required: ['of'],
    additionalProperties: false,
    properties: {
      of: { anyOf: [{ $ref: '#/definitions/group' }, { $ref: '#/definitions/members' }] },
      kind: { enum: kinds },
      dated: { enum: [true] },
      older: { $ref: '#/definitions/duration' },
      sharedBy: { type: 'integer', minimum: 2 },
      ...boundsSchema,
    },
  },
  phrase(operand, { index }) {
    const mapping = withDefault(operand as Mapping)
    const { of } = mapping
    const pieces = `${phraseNumber(mapping)} ${phrasePieces(mapping, mapping.atMost ?? mapping.atLeast)}`
    if (!isMembers(of)) return `${phraseGroup(of, index)} has ${pieces}`
    return `${phraseMembers(of, index)} together have ${pieces}`
  },
}

interface Ask {
  readonly matches: Match
  readonly bounds: Bounds
  readonly mapping: Mapping
}

type Match = (piece: Evidence, context: Context) => boolean

function withDefault(operand: Mapping): Mapping {
  return has(operand, 'atLeast') || has(operand, 'atMost') ? operand : { ...operand, atLeast: 1 }
}

function compileMatch({ kind, dated, older, sharedBy }: Mapping): Match {
  const dayOf = older === undefined ? undefined : compileDuration(older)
  return (piece, context) =>
    (kind === undefined || piece.kind === kind) &&
    (dated === undefined || (piece.day !== null && piece.day <= context.description.asOf)) &&
    (dayOf === undefined || (piece.day !== null && piece.day < dayOf(context))) &&
    (sharedBy === undefined || (context.description.citations.get(piece.source) ?? 0) >= (sharedBy as number))
}

function countIn(standing: Standing, matches: Match, context: Context): number {
  let count = 0
  for (const piece of standing.evidence) if (matches(piece, context)) count++
  return count
}

function countEach(ask: Ask, compiling: Compiling): Condition {
  const { from, to, scale } = ask.bounds
  return compileGroup(
    ask.mapping.of,
    {
      truth(standing, context) {
        if (standing.state === 'not-applicable') return NOT_APPLICABLE
        if (standing.state === 'not-assessed') return within(0, Infinity, from, to)
        const count = countIn(standing, ask.matches, context) * scale
        return within(count, count, from, to)
      },
      read(standing, context, into) {
        readPieces(standing, ask, context, isGood(ask, countIn(standing, ask.matches, context)), into)
      },
    },
    compiling,
  )
}

function countTogether(ask: Ask, compiling: Compiling): Condition {
  const members = compileMembers(ask.mapping.of, compiling)
  const { from, to, scale } = ask.bounds
  return {
    truth(context): Truth {
      const positions = members.positions(context)
      let count = 0
      let unknown = false
      let applies = positions.length === 0
      for (let place = 0; place < positions.length; place++) {
        const standing = context.standings[positions[place]!]!
        if (standing.state === 'not-applicable') continue
        applies = true
        if (standing.state === 'not-assessed') unknown = true
        else count += countIn(standing, ask.matches, context)
      }
      if (!applies) return NOT_APPLICABLE
      return within(count * scale, unknown ? Infinity : count * scale, from, to)
    },
    read(context, into) {
      const standings = members.positions(context).map((position) => context.standings[position]!)
      const assessed = standings.filter(({ state }) => state === 'assessed')
      const good = isGood(
        ask,
        assessed.reduce((sum, standing) => sum + countIn(standing, ask.matches, context), 0),
      )
      for (const standing of standings) {
        // With enough in all, nobody asks for more from those that have none.
        if (good && standing.state === 'assessed' && countIn(standing, ask.matches, context) === 0) continue
        readPieces(standing, ask, context, good, into)
      }
    },
  }
}

/** Old or shared pieces are what a rule finds fault with; a sound practice has none of them, but enough of all others. */
function isGood({ bounds, mapping }: Ask, count: number): boolean {
  return hasFault(mapping) ? count === 0 : count * bounds.scale >= enough(bounds)
}

const hasFault = ({ older, sharedBy }: Mapping) => older !== undefined || sharedBy !== undefined

/** The number to be expected, scaled: a rule that asks for "at most" names a shortfall. */
const enough = ({ from, to, scale }: Bounds) => (to === Infinity ? from : to + scale)

/** The pieces that match, or the place where they would stand. */
function readPieces(standing: Standing, ask: Ask, context: Context, good: boolean, into: Reading[]): void {
  const { mapping, bounds, matches } = ask
  const { id, state, evidence: pieces } = standing
  const number = enough(bounds) / bounds.scale
  const expected = hasFault(mapping)
    ? `no ${phrasePieces(mapping, 1)}`
    : `at least ${number} ${phrasePieces(mapping, number)}`
  const base = { expected, element: id, missing: id }
  if (state !== 'assessed') {
    const outside = state === 'not-applicable'
    const found = outside ? 'not applicable' : null
    into.push({ ...base, path: standing.path, found, state: outside ? state : 'missing' })
    return
  }
  const matching = pieces.filter((piece) => matches(piece, context))
  for (const piece of matching) {
    into.push({ ...base, path: piece.path, found: piece.source, state: good ? 'met' : 'unmet' })
  }
  if (matching.length > 0) return
  const path = ['practices', id, 'evidence']
  into.push({ ...base, path, found: pieces.length > 0 ? 'none such' : null, state: good ? 'met' : 'unmet' })
}

function phrasePieces({ kind, dated, older, sharedBy }: Mapping, number: unknown): string {
  const one = Number(number) === 1
  const noun =
    kind === undefined ? (one ? 'piece of evidence' : 'pieces of evidence') : `${kind}${one ? '' : 's'}`
  const age = `${dated === undefined ? '' : ' with a past date'}${older === undefined ? '' : ` older than ${older}`}`
  return `${noun}${age}${sharedBy === undefined ? '' : ` cited for ${sharedBy} or more elements`}`
}
