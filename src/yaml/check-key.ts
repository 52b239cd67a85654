/** Looks at one key by itself: keys are names, so nothing invisible, empty or dangerous may be one. */
import type { DiagnosticDraft } from '../diagnostics/diagnose.ts'
import type { ScalarNode } from '../types/document.ts'
import { quote } from '../util/show.ts'
import { draftOf } from './mistake.ts'
import { foreignDash } from './plain-mistakes.ts'
import type { Problems } from './problems.ts'
import { isBlank, isBreak, lineEnd } from './skip-blank.ts'

const ordinary = /^[\w.-][ \w./@:-]*$/
const reserved: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor'])
/** Controls, bidi controls, zero-width and tag characters, line separators, blanks that look like a space. */
const unsafe =
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u
const spaces = /^[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u

/** False where the key cannot be used. */
export function checkKey(key: ScalarNode, problems: Problems): boolean {
  const { text } = key
  if (ordinary.test(text) && !reserved.has(text) && key.value !== null) return true
  const dash = key.plain ? foreignDash(lineFrom(key), key.start) : undefined
  if (dash) {
    problems.add(draftOf(dash, key.source))
    return false
  }
  const problem = problemOf(key)
  if (problem) {
    problems.add({
      ...problem,
      at: { source: key.source, start: key.start, end: Math.max(key.end, key.start + 1) },
    })
    return false
  }
  const latin = lookalike(text)
  if (latin !== undefined) {
    problems.add({
      code: 'source/lookalike-key',
      severity: 'warning',
      message: `key ${quote(text)} looks like "${latin}" but holds ${foreignLetter(text)}`,
      hint: `write ${latin}`,
      at: key,
    })
  }
  return true
}

function problemOf({ text, source, start, value }: ScalarNode): Omit<DiagnosticDraft, 'at'> | undefined {
  if (text === '<<') {
    return {
      code: 'source/merge-key',
      message: 'merge keys ("<<") are not supported',
      hint: 'write the keys and values themselves',
    }
  }
  if (reserved.has(text)) {
    return {
      code: 'source/reserved-key',
      message: `${quote(text)} cannot be a key`,
      hint: 'choose another name',
    }
  }
  if (text === '') {
    return { code: 'source/empty-key', message: 'a key is empty', hint: 'write a name before the colon' }
  }
  if (value === null) {
    return {
      code: 'source/null-key',
      message: `unquoted, ${quote(text)} stands for no value and cannot be a key`,
      hint: `write "${text}": if that is its name`,
    }
  }
  const found = unsafe.exec(text)?.[0]
  if (found === undefined) return undefined
  if (spaces.test(text) && source.text[start] === text[0] && beginsLine(source.text, start)) {
    return {
      code: 'source/no-break-space',
      message: `the line is indented with ${codePoint(found)}, which looks like a space but is none`,
      hint: 'indent with ordinary spaces',
    }
  }
  return {
    code: 'source/unsafe-key',
    message: `key ${quote(text)} holds the invisible character ${codePoint(found)}`,
    hint: 'delete it: keys are names that people compare by eye',
  }
}

function lineFrom({ source, start }: ScalarNode): string {
  return source.text.slice(start, lineEnd(source.text, start))
}

function beginsLine(text: string, at: number): boolean {
  while (isBlank(text[at - 1])) at--
  return at === 0 || isBreak(text[at - 1])
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Cyrillic and Greek letters drawn like Latin ones. */
const twins: ReadonlyMap<string, string> = new Map([
  ...zip('аеорсухіјѕһԁԛԝАВЕКМНОРСТХІЈЅ', 'aeopcyxijshdqwABEKMHOPCTXIJS'),
  ...zip('ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ovABEZHIKMNOPTYX'),
])

function zip(foreign: string, latin: string): (readonly [string, string])[] {
  return Array.from(foreign, (letter, index) => [letter, latin[index]!] as const)
}

/** The key in Latin letters, if every foreign letter has a Latin twin and something is ASCII already. */
function lookalike(text: string): string | undefined {
  const latin = Array.from(text, (letter) => twins.get(letter) ?? letter).join('')
  return latin !== text && /^[!-~ ]+$/.test(latin) && /[\da-zA-Z]/.test(text) ? latin : undefined
}

function foreignLetter(text: string): string {
  const letter = Array.from(text).find((candidate) => twins.has(candidate))!
  return `${codePoint(letter)} in place of "${twins.get(letter)}" (${codePoint(twins.get(letter)!)})`
}
