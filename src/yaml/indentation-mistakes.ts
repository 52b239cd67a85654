/** Says in human words how a line is indented wrongly. */
import { listWords, quote } from '../util/show.ts'
import type { Mistake } from './mistake.ts'

export function tabIndent(text: string, start: number): Mistake {
  let end = start
  while (text[end] === '\t') end++
  return {
    code: 'source/tab',
    message: 'the line is indented with a tab',
    hint: 'use spaces: two for each level',
    start,
    end,
  }
}

export function noBreakIndent(text: string, start: number, end: number): Mistake {
  const at = start + text.slice(start, end).search(/[^ \t]/)
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
  return {
    code: 'source/no-break-space',
    message: `the line is indented with U+${code}, which looks like a space but is none`,
    hint: 'indent with ordinary spaces',
    start: at,
    end: at + 1,
  }
}

/** A line that fits neither the lines above it nor below a key or dash that waits for a value. */
export function misindented(
  text: string,
  content: number,
  column: number,
  levels: readonly { readonly column: number; readonly isDash: boolean }[],
): Mistake {
  const place = { code: 'source/indentation', start: content, end: content + 1 } as const
  if (levels.some((level) => level.column === column)) {
    return text[content] === '-'
      ? {
          ...place,
          message: 'a list entry stands among keys',
          hint: 'indent it below the key whose list it belongs to',
        }
      : {
          ...place,
          message: 'a key stands among list entries',
          hint: 'begin it with "- ", or indent it like the key above the list',
        }
  }
  const columns = levels.map((level) => level.column)
  const nearest = [columns.findLast((other) => other < column), columns.find((other) => other > column)]
  const wanted = listWords(
    nearest.flatMap((other) => (other === undefined ? [] : String(other))),
    'or',
  )
  return {
    ...place,
    message: `the line is indented by ${spaces(column)}, which fits no line above it`,
    hint: `indent it by ${wanted === '1' ? '1 space' : `${wanted} spaces`}`,
  }
}

/** A key below one that already has its value. */
export function deeperThanText(key: string, content: number, plain: { readonly text: string }): Mistake {
  return {
    code: 'source/indentation',
    message: `key ${quote(key)} is indented deeper than the key above, which already has the value ${quote(plain.text)}`,
    hint: 'indent it like the key above; if it belongs to the text, put the whole text in quotes',
    start: content,
    end: content + key.length,
  }
}

function spaces(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`
}
