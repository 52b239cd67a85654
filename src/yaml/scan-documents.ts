/** Finds what is certainly wrong before parsing: conflict markers, directives, a second document. One mistake at most. */
import type { Mistake } from './mistake.ts'
import { isGap, lineEnd, skipSeparation } from './skip-blank.ts'

/** At the start of a line; nothing a mapping holds can stand there, since its texts are indented. */
const conflict = /(?<![^\r\n])(?:(?:<{7}|>{7}|\|{7})(?![^ \r\n])|={7}(?![^\r\n]))/
const marker = /(?<![^\r\n])(?:---|\.\.\.)(?![^ \t\r\n])/g

export function scanDocuments(text: string): Mistake | undefined {
  return scanConflict(text) ?? scanMarkers(text)
}

function scanConflict(text: string): Mistake | undefined {
  const start = text.search(conflict)
  if (start === -1) return undefined
  return {
    code: 'source/conflict-marker',
    message: `merge conflict marker "${text.slice(start, start + 7)}" in the file`,
    hint: 'choose one side of the conflict and delete the lines with markers',
    start,
    end: start + 7,
  }
}

function scanMarkers(text: string): Mistake | undefined {
  const content = skipSeparation(text, 0)
  if (text[content] === '%' && (content === 0 || /[\r\n]/.test(text[content - 1]!))) {
    return {
      code: 'source/directive',
      message: 'directives such as %YAML are not supported',
      hint: 'delete this line; the file is read as YAML 1.2',
      start: content,
      end: lineEnd(text, content),
    }
  }
  marker.lastIndex = text.startsWith('---', content) && isGap(text[content + 3]) ? content + 3 : content
  const found = marker.exec(text)
  if (!found) return undefined
  if (found[0] === '---') return severalDocuments(found.index, found.index + 3)
  const after = skipSeparation(text, found.index + 3)
  return after < text.length ? severalDocuments(after, lineEnd(text, after)) : undefined
}

function severalDocuments(start: number, end: number): Mistake {
  return {
    code: 'source/several-documents',
    message: 'a second document begins here; a file holds one',
    hint: 'delete the line "---" (or "..."), or move what follows to a file of its own',
    start,
    end,
  }
}
