/** Looks at one scalar by itself: its length, halves of characters, and mistakes that certainly are some though the text parses. */
import { SCALAR_STYLE, type ScalarEvent } from 'js-yaml'
import type { ScalarNode } from '../types/document.ts'
import { limits } from './limits.ts'
import { draftOf, type Mistake } from './mistake.ts'
import {
  dashWithoutSpace,
  foreignDigits,
  foreignSeparator,
  keyWithoutColon,
  smartQuotes,
} from './plain-mistakes.ts'
import { group, type Problems } from './problems.ts'

interface Place {
  readonly style: ScalarEvent['style']
  readonly isKey: boolean
  /** The key it is the value of, if any. */
  readonly key: ScalarNode | undefined
  readonly inFlow: boolean
}

export function checkScalar(node: ScalarNode, place: Place, problems: Problems): void {
  const { source, start, end, text } = node
  const longest = place.isKey ? limits.keyCharacters : limits.scalarCharacters
  if (text.length > longest) {
    problems.add({
      code: 'source/too-long',
      message: `a ${place.isKey ? 'key' : 'text'} of ${group(text.length)} characters; the longest allowed has ${group(longest)}`,
      hint: place.isKey
        ? 'a quote or a colon may be missing'
        : 'keep long texts in the evidence files a practice names',
      at: { source, start, end: start + 1 },
    })
  } else if (place.style === SCALAR_STYLE.DOUBLE_QUOTED) {
    for (const mistake of badEscapes(source.text.slice(start, end), start))
      problems.add(draftOf(mistake, source))
  } else if (node.plain && end > start) {
    const mistake = plainMistake(node, place)
    if (mistake) problems.add(draftOf(mistake, source))
  }
}

/** `"\uD800"` and `"\U00110000"` name no character. */
function* badEscapes(raw: string, start: number): Iterable<Mistake> {
  if (!/\\[uU]/.test(raw)) return
  let pairedUntil = 0
  for (const match of raw.matchAll(/\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|[\s\S])/g)) {
    const code = Number.parseInt(match[1] ?? match[2] ?? '0', 16)
    const isHalf = code >= 0xd800 && code <= 0xdfff
    if ((!isHalf && code <= 0x10ffff) || match.index < pairedUntil) continue
    const end = match.index + match[0].length
    if (isHalf && code < 0xdc00 && /^\\u[dD][c-fC-F][\da-fA-F]{2}/.test(raw.slice(end, end + 6))) {
      pairedUntil = end + 6
      continue
    }
    yield {
      code: 'source/lone-surrogate',
      message: `${match[0]} is ${isHalf ? 'half of a character; its other half is missing' : 'no character'}`,
      hint: 'write the character itself',
      start: start + match.index,
      end: start + end,
    }
  }
}

function plainMistake(node: ScalarNode, { key, inFlow }: Place): Mistake | undefined {
  const { source, text, start, end } = node
  const mistake =
    text.charCodeAt(0) > 0x7f ? (foreignDigits(text, start) ?? smartQuotes(text, start)) : undefined
  if (mistake) return mistake
  if (inFlow) return foreignSeparator(text, start)
  if (!key || !standsOnOwnLine(node, key)) return undefined
  const [first = '', ...others] = source.text.slice(start, end).split(/\r?\n|\r/)
  const line = first.trimEnd()
  if (text[0] !== '-') {
    // One line of several may be text; when every line lacks its space, none is.
    return others.every((other) => keyWithoutColon(other.trim(), 0))
      ? keyWithoutColon(line, start)
      : undefined
  }
  return others.every((other) => other.trim().startsWith('-')) ? dashWithoutSpace(line, start) : undefined
}

function standsOnOwnLine({ source, start }: ScalarNode, key: ScalarNode): boolean {
  return /[\r\n]/.test(source.text.slice(key.end, start))
}
