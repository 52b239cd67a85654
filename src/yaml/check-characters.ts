/** Finds raw characters no YAML file may hold, before anything is parsed: controls, halves of pairs, CR as only line end. */
import type { DiagnosticDraft } from '../diagnostics/diagnose.ts'
import type { Source } from '../types/document.ts'
import type { Problems } from './problems.ts'

const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu

const names: Readonly<Record<number, string>> = {
  0: 'NUL',
  7: 'BEL',
  8: 'backspace',
  11: 'vertical tab',
  12: 'form feed',
  27: 'ESC',
  127: 'DEL',
  133: 'NEL',
}

/** True where nothing was found. */
export function checkCharacters(source: Source, problems: Problems): boolean {
  let clean = true
  for (const match of source.text.matchAll(forbidden)) {
    problems.add(describe(source, match.index, match[0].charCodeAt(0)))
    clean = false
  }
  const firstReturn = source.text.indexOf('\r')
  if (clean && firstReturn !== -1 && !source.text.includes('\n')) {
    problems.add({
      code: 'source/line-ends',
      message: 'lines end with a lone CR, as on very old systems',
      hint: 'save the file with LF or CR LF line ends',
      at: { source, start: firstReturn, end: firstReturn },
    })
    clean = false
  }
  return clean
}

function describe(source: Source, start: number, code: number): DiagnosticDraft {
  const at = { source, start, end: start + 1 }
  const point = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  if (code >= 0xd800 && code <= 0xdfff) {
    return {
      code: 'source/lone-surrogate',
      message: `${point} is half of a character; its other half is missing`,
      hint: 'write the character again',
      at,
    }
  }
  const name = names[code]
  const hint =
    code === 0
      ? 'delete it; a file full of NUL characters is UTF-16 or no text at all'
      : code === 133
        ? 'use an ordinary line break'
        : 'delete it'
  return {
    code: 'source/control-character',
    message: `invisible character ${point}${name ? ` (${name})` : ''} in the file`,
    hint,
    at,
  }
}
