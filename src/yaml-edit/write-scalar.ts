/** Writes one value so that it reads back as the same: plain where every reader agrees on it, else in quotes. */

import { descriptionSchema } from '../schema/description-schema.ts'
import { schemaAt } from '../schema/schema.ts'
import type { Path } from '../types/document.ts'
import { replaceUnsafe } from '../util/show.ts'
import { scalarValue } from '../yaml/scalar-value.ts'

export type Scalar = string | number | boolean

/** `path` says whether the format lists the text as one of its words, such as `yes`: those stand plain. */
export function writeScalar(value: Scalar, path: Path, inFlow: boolean): string {
  if (typeof value !== 'string') return String(value)
  if (schemaAt(descriptionSchema, path).enum?.includes(value)) return value
  return isSafePlain(value, inFlow) ? value : quoted(value)
}

/** Keys are names: an unquoted `7.10` is read as it is written. */
export function writeKey(key: string, quote: string): string {
  if (quote === "'" && /^[\w.-]+$/.test(key)) return `'${key}'`
  return quote === '' && /^[A-Za-z\d][\w.-]*$/.test(key) && scalarValue(key) !== null
    ? key
    : doubleQuoted(key)
}

/** What double quotes would have to escape is easier to read in single ones. */
function quoted(text: string): string {
  const single = /["\\]/.test(text) && !text.includes("'") ? singleQuoted(text) : undefined
  return single ?? doubleQuoted(text)
}

export function doubleQuoted(text: string): string {
  return replaceUnsafe(JSON.stringify(text), (character) =>
    Array.from({ length: character.length }, (_, index) => {
      return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`
    }).join(''),
  )
}

/** The text in the quotes that another one had; `undefined` where they cannot hold it. */
export function singleQuoted(text: string): string | undefined {
  const plain = replaceUnsafe(text, () => '') === text
  return plain && !/[\r\n\t]/.test(text) ? `'${text.replaceAll("'", "''")}'` : undefined
}

const word = /^[\p{L}\d./][\p{L}\p{M}\p{N}\p{Pd} .,;&()/+'’%_@=~?€$:#"“”…]*$/u
/** Colons, number signs and blanks that would mean something. */
const meaning = /:(?=[\s:]|$)|[ ]#|^[./\d].*:|[ ]$/
/** What readers of older YAML take for a boolean, nothing or a number. */
const older = /^(?:y|n|yes|no|on|off|true|false|null|[-+.\d][\d_]*(?:\.[\d_]*)?|0[box].*)$/i

function isSafePlain(text: string, inFlow: boolean): boolean {
  return (
    word.test(text) &&
    !meaning.test(text) &&
    !older.test(text) &&
    !(inFlow && /[,:"]/.test(text.replace(/^https?:\/\/(?=\w)/, ''))) &&
    replaceUnsafe(text, () => '') === text &&
    scalarValue(text) === text
  )
}
