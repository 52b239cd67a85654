/** Makes a scalar node out of the parser's event: its text, its value and where exactly it stands. */
import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml'
import type { ScalarNode, Source } from '../types/document.ts'
import { scalarValue } from './scalar-value.ts'
import { isBlank, isBreak, lineEnd, skipSeparation } from './skip-blank.ts'

/** `from` is where the text read so far ends; the header of a block scalar stands between it and the text. */
export function readScalar(event: ScalarEvent, source: Source, from: number): ScalarNode {
  const { style, valueStart, valueEnd, fast } = event
  const text = fast ? source.text.slice(valueStart, valueEnd) : getScalarValue(source.text, event)
  if (style === SCALAR_STYLE.PLAIN) {
    return {
      kind: 'scalar',
      source,
      start: valueStart,
      end: valueEnd,
      text,
      plain: true,
      value: scalarValue(text),
    }
  }
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) {
    return {
      kind: 'scalar',
      source,
      start: valueStart - 1,
      end: valueEnd + 1,
      text,
      plain: false,
      value: text,
    }
  }
  const start = skipIndicators(source.text, from)
  const end = blockEnd(source.text, Math.min(lineEnd(source.text, start), valueStart), valueEnd)
  return { kind: 'scalar', source, start, end, text, plain: false, value: text }
}

/** The null that a key without a value, a dash without an item or a colon without a key stands for. */
export function missingScalar(source: Source, from: number, isKey: boolean, inMapping: boolean): ScalarNode {
  const { text } = source
  const at = skipSeparation(text, from)
  const indicator = isKey ? '?' : inMapping ? ':' : '-'
  const place = text[at] === indicator ? at + 1 : isKey && text[at] === ':' ? at : from
  return { kind: 'scalar', source, start: place, end: place, text: '', plain: true, value: null }
}

function skipIndicators(text: string, from: number): number {
  let at = skipSeparation(text, from)
  while (text[at] === ':' || text[at] === '-' || text[at] === '?') at = skipSeparation(text, at + 1)
  return at
}

/** Without the line break that ends the last line and the empty lines below it. */
function blockEnd(text: string, headerEnd: number, valueEnd: number): number {
  let last = valueEnd
  while (last > headerEnd && (isBlank(text[last - 1]) || isBreak(text[last - 1]))) last--
  return last === headerEnd ? headerEnd : Math.min(lineEnd(text, last), valueEnd)
}
