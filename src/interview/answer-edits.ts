/** The edits that record an answer about an element, or why the answer is not accepted. */

import { checkPath, checkUrl } from '../description/check-source.ts'
import { criteriaInterval } from '../description/criteria-interval.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import { evidenceSources, limits } from '../schema/description-schema.ts'
import type { Description } from '../types/description.ts'
import type { EvidenceData, PracticeData } from '../types/description-data.ts'
import { entryOf, nodeAt } from '../types/document.ts'
import type { FrameworkElement } from '../types/framework.ts'
import { listWords, quote, showNumber } from '../util/show.ts'
import type { Edit, EditValue } from '../yaml-edit/edit.ts'
import type { Answer, Answered } from './answer.ts'
import { insideSentence } from './inside-sentence.ts'
import { saidOf } from './said-of.ts'
import { readDate } from './typed-numbers.ts'

interface Refused {
  readonly refused: string
  readonly hint: string
}

/** Characters that no description may contain (`source/check-characters.ts`); tabs and line breaks may. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/u

function checkText(text: string): Refused | undefined {
  if (text.length > limits.text)
    return {
      refused: `the text has more than ${showNumber(limits.text)} characters`,
      hint: 'put it in a file and cite that as evidence',
    }
  const found = forbidden.exec(text)?.[0]
  if (found === undefined) return undefined
  const point = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return { refused: `the text contains the invisible character U+${point}`, hint: 'type it again without it' }
}

function notADay(text: string): Refused {
  return { refused: `${quote(text, 40)} is not a date`, hint: 'use YYYY-MM-DD, for example 2027-03-31' }
}

/** The piece of evidence with its texts trimmed, or why it is not accepted. */
function checkPiece(piece: EvidenceData): { readonly piece: Record<string, string> } | Refused {
  const trimmed = Object.fromEntries(
    Object.entries(piece)
      .map(([key, text]) => [key, (text as string).trim()] as const)
      .filter(([, text]) => text !== ''),
  )
  const sources = evidenceSources.filter((type) => Object.hasOwn(trimmed, type))
  if (sources.length !== 1)
    return {
      refused: `a piece of evidence needs exactly one source, not ${sources.length}`,
      hint: 'give a file, a url, the role interviewed or a ticket',
    }
  for (const text of Object.values(trimmed)) {
    const wrong = checkText(text)
    if (wrong) return wrong
  }
  const [type] = sources
  const source = trimmed[type!]!
  const wrong = type === 'file' ? checkPath(source) : type === 'url' ? checkUrl(source) : undefined
  if (wrong) return { refused: `${type} ${quote(source)} ${wrong.message}`, hint: wrong.hint }
  if (trimmed['date'] === undefined) return { piece: trimmed }
  const date = readDate(trimmed['date'])
  return date === undefined ? notADay(trimmed['date']) : { piece: { ...trimmed, date } }
}

type Said = Pick<Description, 'root' | 'organization'>

/**
 * Answers at one depth are kept at the others: entering a level keeps the criteria, and the other way round. Only
 * "not applicable" excludes both; `setAside` lists what was removed.
 */
export function answerEdits(element: FrameworkElement, answer: Answer, description: Said): Answered {
  const said = saidOf(description.root, element.id)
  const practice = editsOf(element, description)
  switch (answer.kind) {
    case 'level':
      return answered(
        [practice.set('level', answer.level), ...practice.remove('notApplicable')],
        wasNotApplicable(said),
        contradiction(element, { ...said, level: answer.level }, description, practice),
      )
    case 'criteria':
      return answerCriteria(element, answer.answers, said, description)
    case 'not-assessed':
      return answered(
        [...practice.remove('level'), ...practice.remove('criteria'), ...practice.remove('notApplicable')],
        [...leveled(said), ...wasNotApplicable(said)],
      )
    case 'not-applicable':
      return exclude(element, answer, said, description)
    case 'planned':
    case 'reviewed': {
      if (answer.date === undefined) return answered(practice.remove(answer.kind))
      const date = readDate(answer.date)
      return date === undefined ? notADay(answer.date) : answered([practice.set(answer.kind, date)])
    }
    case 'practice':
    case 'owner':
    case 'note': {
      const text = answer.text.trim()
      if (text === '') return answered(practice.remove(answer.kind))
      return checkText(text) ?? answered([practice.set(answer.kind, text)])
    }
    case 'confidence':
      return answered(
        answer.confidence === undefined
          ? practice.remove('confidence')
          : [practice.set('confidence', answer.confidence)],
      )
    case 'evidence': {
      const checked = checkPiece(answer.piece)
      return 'refused' in checked ? checked : answered([practice.append('evidence', checked.piece)])
    }
    case 'flagged':
      return answered(answer.flagged ? [practice.set('flagged', true)] : practice.remove('flagged'))
  }
}

function answerCriteria(
  element: FrameworkElement,
  answers: Extract<Answer, { kind: 'criteria' }>['answers'],
  said: PracticeData,
  description: Said,
): Answered {
  const known = element.criteria.map(({ id }) => id)
  const unknown = Object.keys(answers).find((id) => !known.includes(id))
  if (unknown !== undefined)
    return {
      refused: `practice ${element.id} has no criterion ${quote(unknown, 40)}`,
      hint: didYouMean(unknown, known) ?? `the criteria are ${listWords(known)}`,
    }
  const merged = Object.fromEntries(
    Object.entries({ ...said.criteria, ...answers }).filter((entry) => entry[1] !== undefined),
  ) as NonNullable<PracticeData['criteria']>
  const practice = editsOf(element, description)
  if (Object.keys(merged).length === 0) return answered(practice.remove('criteria'))
  if (!criteriaInterval(element, new Map(Object.entries(merged)), description.organization))
    return {
      refused: `no criterion of practice ${element.id} would be applicable`,
      hint: 'mark the whole element as not applicable instead, with a reason',
    }
  const edits = Object.entries(answers).flatMap(([id, value]) =>
    value === undefined ? practice.remove('criteria', id) : [practice.set('criteria', value, id)],
  )
  return answered(
    [...edits, ...practice.remove('notApplicable')],
    wasNotApplicable(said),
    contradiction(element, { ...said, criteria: merged }, description, practice),
  )
}

function exclude(
  element: FrameworkElement,
  { because, reason, revisit }: Extract<Answer, { kind: 'not-applicable' }>,
  said: PracticeData,
  description: Said,
): Answered {
  if (element.neverNotApplicable && because !== 'declined')
    return {
      refused: `practice ${element.id} cannot be not applicable`,
      hint: 'give a level (0 if nothing is done) or mark it as declined',
    }
  const text = reason.trim()
  if (text === '') return { refused: 'a reason is required', hint: 'say in a sentence why it does not apply' }
  const wrong = checkText(text)
  if (wrong) return wrong
  const day = revisit === undefined ? undefined : readDate(revisit)
  if (revisit !== undefined && day === undefined) return notADay(revisit)
  const practice = editsOf(element, description)
  const edits = said.notApplicable
    ? [
        practice.set('notApplicable', because, 'kind'),
        practice.set('notApplicable', text, 'reason'),
        ...(day === undefined
          ? practice.remove('notApplicable', 'revisit')
          : [practice.set('notApplicable', day, 'revisit')]),
      ]
    : [
        practice.set('notApplicable', {
          kind: because,
          reason: text,
          ...(day !== undefined && { revisit: day }),
        }),
      ]
  return answered([...edits, ...practice.remove('level'), ...practice.remove('criteria')], leveled(said))
}

function contradiction(
  element: FrameworkElement,
  { level, criteria = {} }: Pick<PracticeData, 'level' | 'criteria'>,
  { organization }: Said,
  practice: ReturnType<typeof editsOf>,
): Extract<Answered, { edits: unknown }>['contradiction'] {
  if (level === undefined || Object.keys(criteria).length === 0) return null
  const interval = criteriaInterval(element, new Map(Object.entries(criteria)), organization)
  if (!interval || (level >= interval.lowest && level <= interval.highest)) return null
  const { lowest, highest } = interval
  const left = lowest === highest ? `only ${lowest}` : `${lowest} to ${highest}`
  return {
    message: `level ${level} contradicts the criteria of ${element.id}, which allow ${left}`,
    keepCriteria: [practice.drop('level')],
    keepLevel: [practice.drop('criteria')],
  }
}

function answered(
  edits: readonly Edit[],
  setAside: readonly string[] = [],
  contradicts: Extract<Answered, { edits: unknown }>['contradiction'] = null,
): Answered {
  return { edits, setAside, contradiction: contradicts }
}

function leveled({ level, criteria = {} }: PracticeData): string[] {
  const count = Object.keys(criteria).length
  return [
    ...(level === undefined ? [] : [`level ${level}`]),
    ...(count === 0 ? [] : [`${count} ${count === 1 ? 'criterion' : 'criteria'}`]),
  ]
}

function wasNotApplicable({ notApplicable }: PracticeData): string[] {
  if (!notApplicable) return []
  const { kind, reason } = notApplicable
  const what = kind === 'declined' ? 'declined' : `not applicable (${kind})`
  return [`"${what}" with the reason ${quote(insideSentence(reason), 80)}`]
}

/** Builds edits for one element; a key that does not exist is never removed. */
function editsOf({ id }: FrameworkElement, { root }: Said) {
  const path = (...keys: (string | number)[]) => ['practices', id, ...keys]
  return {
    set: (key: keyof PracticeData, value: EditValue, ...below: string[]): Edit => ({
      path: path(key, ...below),
      value,
    }),
    drop: (key: keyof PracticeData): Edit => ({ path: path(key), value: undefined }),
    remove: (key: keyof PracticeData, ...below: string[]): Edit[] =>
      nodeAt(root, path(key, ...below)) ? [{ path: path(key, ...below), value: undefined }] : [],
    append: (key: keyof PracticeData, value: EditValue): Edit => {
      const list = entryOf(nodeAt(root, path()), key)?.value
      return list?.kind === 'sequence' && list.items.length > 0
        ? { path: path(key, list.items.length), value }
        : { path: path(key), value: [value] }
    },
  }
}
