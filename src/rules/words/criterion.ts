/** The word `criterion`: how a criterion of an element was answered. */

import { isFor } from '../../description/audience.ts'
import { didYouMean } from '../../diagnostics/suggest.ts'
import type { CriterionAnswer, Organization, Standing } from '../../types/description.ts'
import type { FrameworkElement } from '../../types/framework.ts'
import { listWords, quote } from '../../util/show.ts'
import type { Context, Reading } from '../condition.ts'
import { checkElement, elementName, phraseElement } from '../operands/element.ts'
import { compileGroup } from '../operands/group.ts'
import { checkKeys, checkName, has, type Mapping } from '../operands/shape.ts'
import { FALSE, NOT_APPLICABLE, TRUE, type Truth, UNKNOWN } from '../truth.ts'
import type { Checking, Word } from '../word.ts'

const answers = ['yes', 'partly', 'no', 'unmet', 'unconfirmed'] as const
const phrases = {
  yes: 'is met',
  partly: 'is partly met',
  no: 'is not met at all',
  unmet: 'is not fully met',
  unconfirmed: 'is not confirmed by a yes',
} as const
type Asked = keyof typeof phrases

export const criterion: Word = {
  check(operand, checking) {
    const mapping = checkKeys(operand, ['of', 'id', 'is'], [], checking)
    if (!mapping) return
    if (has(mapping, 'of')) checkElement(mapping.of, checking.at('of'))
    if (has(mapping, 'of') && has(mapping, 'id')) checkCriterion(mapping, checking)
    if (has(mapping, 'is')) checkName(mapping.is, 'answer', answers, checking.at('is'))
  },
  compile(operand, compiling) {
    const { of, id, is } = operand as { of: unknown; id: string; is: Asked }
    const byElement = new Map(
      compiling.index.elements.map((element) => [element.id, element.criteria.find((one) => one.id === id)]),
    )
    const answerOf = (standing: Standing, { description }: Context) =>
      answered(standing, byElement.get(standing.id), description.organization)
    return compileGroup(
      of,
      {
        truth: (standing, context) => compare(answerOf(standing, context), is),
        read: (standing, context, into) => into.push(readingOf(standing, id, answerOf(standing, context))),
      },
      compiling,
    )
  },
  schema: {
    type: 'object',
    required: ['of', 'id', 'is'],
    additionalProperties: false,
    properties: {
      of: { $ref: '#/definitions/element' },
      id: { type: 'string', pattern: '^[1-5][a-z]$' },
      is: { enum: answers },
    },
  },
  phrase(operand, { index }) {
    const { of, id, is } = operand as { of: unknown; id: string; is: Asked }
    return `criterion ${id} of ${phraseElement(of, index)} ${phrases[is]}`
  },
}

function checkCriterion({ of, id }: Mapping, checking: Checking): void {
  const { elements, positions } = checking.index
  const name = elementName(of)
  const candidates =
    name === 'this' ? elements : elements.filter((_, position) => positions.get(name ?? '') === position)
  const known = [...new Set(candidates.flatMap(({ criteria }) => criteria.map((one) => one.id)))]
  // An unknown element was reported already.
  if (candidates.length === 0 || (typeof id === 'string' && known.includes(id))) return
  const shown = typeof id === 'string' ? quote(id) : 'this'
  const hint = (typeof id === 'string' && didYouMean(id, known)) || `one of ${listWords(known, 'or')}`
  const owner = name === 'this' ? 'any element' : `element ${name}`
  checking
    .at('id')
    .problem(
      'pack/bad-criterion',
      `${shown} is no criterion of ${owner}`,
      known.length > 0 ? hint : undefined,
    )
}

/** The answer; where none was given, what the level says; `undefined` where it cannot be told. */
function answered(
  { state, criteria, lowest, highest }: Standing,
  asked: FrameworkElement['criteria'][number] | undefined,
  organization: Organization,
): CriterionAnswer | undefined {
  if (
    !asked ||
    state === 'not-applicable' ||
    asked.notFor.some((audience) => isFor(audience, organization))
  ) {
    return 'not-applicable'
  }
  const answer = criteria.get(asked.id)
  if (answer !== undefined) return answer
  return lowest >= asked.level ? 'yes' : highest === 0 ? 'no' : undefined
}

function compare(answer: CriterionAnswer | undefined, is: Asked): Truth {
  if (answer === undefined) return is === 'unconfirmed' ? TRUE : UNKNOWN
  if (answer === 'not-applicable') return NOT_APPLICABLE
  return answer === is || ((is === 'unmet' || is === 'unconfirmed') && answer !== 'yes') ? TRUE : FALSE
}

function readingOf(standing: Standing, id: string, answer: CriterionAnswer | undefined): Reading {
  const { id: element, state, criteria, level, lowest, highest } = standing
  const somethingKnown = criteria.size > 0 || lowest > 0 || highest < 5
  const stated = criteria.get(id)
  const own = stated !== undefined || answer === undefined
  return {
    path: own ? ['practices', element, 'criteria', id] : standing.path,
    expected: own ? `criterion ${id}: yes` : `criterion ${id}: yes, as its level says`,
    found:
      stated ??
      (state === 'not-applicable' ? 'not applicable' : own || answer === 'not-applicable' ? null : level),
    element,
    state:
      answer === undefined
        ? 'missing'
        : answer === 'yes'
          ? 'met'
          : answer === 'not-applicable'
            ? answer
            : 'unmet',
    missing: somethingKnown ? `criterion ${id} of ${element}` : element,
  }
}
