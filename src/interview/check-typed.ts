/** Whether texts and pieces of evidence that somebody typed can stand in a description. */

import { checkPath, checkUrl } from '../description/check-source.ts'
import { evidenceSources, limits } from '../schema/description-schema.ts'
import type { EvidenceData } from '../types/description-data.ts'
import { quote, showNumber } from '../util/show.ts'
import { readDate } from './typed-numbers.ts'

interface Refused {
  readonly refused: string
  readonly hint: string
}

/** Characters that no file may hold (`source/check-characters.ts`); tabs and line breaks may. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/u

export function checkText(text: string): Refused | undefined {
  if (text.length > limits.text)
    return {
      refused: `the text has more than ${showNumber(limits.text)} characters`,
      hint: 'put it in a file and cite that as evidence',
    }
  const found = forbidden.exec(text)?.[0]
  if (found === undefined) return undefined
  const point = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return { refused: `the text holds the invisible character U+${point}`, hint: 'type it again without it' }
}

export function notADay(text: string): Refused {
  return { refused: `${quote(text, 40)} is not a day that exists`, hint: 'write it as in 2027-03-31' }
}

/** The piece without blanks around its texts, or why it cannot stand. */
export function checkPiece(piece: EvidenceData): { readonly piece: Record<string, string> } | Refused {
  const trimmed = Object.fromEntries(
    Object.entries(piece)
      .map(([key, text]) => [key, (text as string).trim()] as const)
      .filter(([, text]) => text !== ''),
  )
  const sources = evidenceSources.filter((type) => Object.hasOwn(trimmed, type))
  if (sources.length !== 1)
    return {
      refused: `a piece of evidence has one source, not ${sources.length === 0 ? 'none' : sources.length}`,
      hint: 'give a file, an address, the role that was asked, or a ticket',
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
