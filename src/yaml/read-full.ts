/** Reads any YAML with the full parser: what it refuses, and what goes beyond plain data, is a diagnostic. */
import { type Event, parseEvents, YAMLException } from 'js-yaml'
import type { DiagnosticDraft } from '../diagnostics/diagnose.ts'
import type { DocumentNode, Source } from '../types/document.ts'
import { buildTree, tooDeep, tooManyNodes } from './build-tree.ts'
import { explainSyntaxError } from './explain-syntax-error.ts'
import { lastSeparator } from './last-separator.ts'
import { limits } from './limits.ts'
import { draftOf } from './mistake.ts'
import { dashWithoutSpace, keyWithoutColon } from './plain-mistakes.ts'
import type { Problems } from './problems.ts'
import { findMistake } from './scan-mistakes.ts'
import { lineEnd } from './skip-blank.ts'

/** `undefined` where nothing could be read; problems then hold at least one. */
export function readFull(source: Source, anyRoot: boolean, problems: Problems): DocumentNode | undefined {
  const events = parse(source, problems)
  const root = events && buildTree(events, source, problems)
  if (!events || root === 'refused') return undefined
  if (!root || isBlankRoot(root)) {
    if (!problems.isEmpty()) return undefined
    const hint = anyRoot ? undefined : 'ims-gap init org.yaml writes a description to fill in'
    problems.add(
      draftOf({ code: 'source/empty', message: 'the file holds no data', hint, start: 0, end: 0 }, source),
    )
    return undefined
  }
  if (!anyRoot && root.kind !== 'mapping' && problems.isEmpty()) problems.add(notMapping(root))
  return root
}

function isBlankRoot(root: DocumentNode): boolean {
  return root.kind === 'scalar' && root.value === null
}

function notMapping(root: DocumentNode): DiagnosticDraft {
  const { source, start } = root
  const line = source.text.slice(start, lineEnd(source.text, start)).trimEnd()
  // A root that is one text is most often a mapping whose colons lack their space.
  const mistake =
    root.kind === 'scalar' && root.plain
      ? (keyWithoutColon(line, start) ?? dashWithoutSpace(line, start))
      : undefined
  if (mistake) return draftOf(mistake, source)
  return {
    code: 'source/not-a-mapping',
    message: `expected a mapping, found ${root.kind === 'sequence' ? 'a list' : 'a single value'}`,
    hint: line.startsWith('version https://git-lfs')
      ? 'it is a pointer of Git LFS: git lfs pull fetches the file itself'
      : 'a description begins with keys, such as "ims-gap: 1"',
    at: { source, start, end: start + 1 },
  }
}

/** The parser's events, or nothing and one diagnostic: it stops at the first mistake. */
function parse(source: Source, problems: Problems): readonly Event[] | undefined {
  // The parser keeps all it finds in memory; it never sees more than the limits allow.
  const end = lastSeparator(source.text)
  try {
    // One more than the collections: the parser counts the values in them, too.
    const events = parseEvents(source.text.slice(0, end), { maxDepth: limits.depth + 1 })
    if (end === source.text.length) return events
    problems.add(tooManyNodes(source, end))
    return undefined
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const { reason, mark } = error
    const position = mark?.position ?? 0
    if (end < source.text.length && position >= end) problems.add(tooManyNodes(source, end))
    else if (reason.startsWith('nesting exceeded')) problems.add(tooDeep(source, position))
    else {
      const mistake = findMistake(source.text, position)
      problems.add(mistake ? draftOf(mistake, source) : explainSyntaxError(source, reason, position))
    }
    return undefined
  }
}
