/** Builds the tree from the parser's events, after checking limits, keys and values. */
import {
  EVENT_ID,
  type Event,
  type MappingEvent,
  parseEvents,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from 'js-yaml'
import type { DiagnosticDraft } from '../diagnostics/diagnose.ts'
import type { DocumentNode, MappingEntry, ScalarNode, Source } from '../types/document.ts'
import { checkKey } from './check-key.ts'
import { checkScalar } from './check-scalar.ts'
import { checkTwins } from './check-twins.ts'
import { explainSyntaxError } from './explain-syntax-error.ts'
import { limits } from './limits.ts'
import { draftOf, type Mistake } from './mistake.ts'
import { dashWithoutSpace, keyWithoutColon } from './plain-mistakes.ts'
import { group, type Problems } from './problems.ts'
import { missingScalar, readScalar } from './read-scalar.ts'
import { aliasRefused, refuseProperties } from './refuse-properties.ts'
import { findMistake } from './scan-mistakes.ts'
import { isGap, lineEnd, skipSeparation } from './skip-blank.ts'

/** The offset of the first separator beyond the limit; the length of the text where there is none. */
function lastSeparator(text: string): number {
  if (text.length <= limits.separators) return text.length
  let separators = 0
  for (let at = 0; at < text.length; at++) {
    if (isSeparator(text, at) && ++separators > limits.separators) return at
  }
  return text.length
}

/** Comma, colon, question mark, opening brackets, and a dash that is not part of a word or date. */
function isSeparator(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code === dash) return isGap(text[at + 1])
  return code === 44 || code === 58 || code === 63 || code === 91 || code === 123
}

const dash = 45

/** `undefined` where nothing could be read; problems then hold at least one. */
export function readDocument(source: Source, anyRoot: boolean, problems: Problems): DocumentNode | undefined {
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

/**
 * The parser's events, or nothing. The parser stops at the first mistake; where that is confined to one line, the line is
 * neutralized and the rest is parsed again, so that one run reports them all.
 */
function parse(source: Source, problems: Problems): readonly Event[] | undefined {
  // The parser keeps all it finds in memory; it never sees more than the limits allow.
  const end = lastSeparator(source.text)
  let text: string | undefined = source.text.slice(0, end)
  for (let tries = text.length > 128 * 1024 ? 3 : 5; text !== undefined && tries > 0; tries--) {
    try {
      // One more than the collections: the parser counts the values in them, too.
      const events = parseEvents(text, { maxDepth: limits.depth + 1 })
      if (end === source.text.length) return events
      problems.add(tooManyNodes(source, end))
      return undefined
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error
      const { reason, mark } = error
      const position = mark?.position ?? 0
      const mistake = findMistake(text, position)
      const isTooLong = end < source.text.length && position >= end
      if (isTooLong || reason.startsWith('nesting exceeded')) {
        problems.add(isTooLong ? tooManyNodes(source, end) : tooDeep(source, position))
        return undefined
      }
      // Once a line was neutralized, only what is confined to its own line is surely a mistake of its own.
      if (problems.isEmpty() || (mistake && confinedToLine.has(mistake.code)))
        problems.add(mistake ? draftOf(mistake, source) : explainSyntaxError(source, reason, position))
      text = mistake && neutralize(text, mistake)
    }
  }
  return undefined
}

/** Mistakes after which the rest of the file can be trusted when their line is taken for a comment. */
const confinedToLine: ReadonlySet<string> = new Set([
  'source/colon-in-text',
  'source/escape',
  'source/foreign-dash',
  'source/foreign-separator',
  'source/full-width-colon',
  'source/list-on-key-line',
  'source/reserved-start',
  'source/space-after-colon',
  'source/space-after-dash',
  'source/text-after-bracket',
  'source/text-after-quote',
  'source/unclosed-quote',
])

/** The text with the mistake made harmless at the same length; `undefined` where what follows may depend on it. */
function neutralize(text: string, { code, start }: Mistake): string | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const before = text.slice(lineStart, start)
  if (code === 'source/reserved-start')
    return /: *$|- *$/.test(before) && !/[|>]/.test(text[start]!)
      ? `${text.slice(0, start)}x${text.slice(start + 1)}`
      : undefined
  // A line with one colon is a key like any other: an open bracket further up makes it a mistake.
  if (!confinedToLine.has(code) || (code === 'source/colon-in-text' && !/: .*\S/.test(before)))
    return undefined
  const content = lineStart + indentOf(text, lineStart)
  let next = lineEnd(text, start) + 1
  while (next < text.length && /[\r\n#]/.test(text[next + indentOf(text, next)] ?? '\n'))
    next = lineEnd(text, next) + 1
  // Deeper lines belong to the mistaken one; a comment above them would move them elsewhere.
  if (next < text.length && indentOf(text, next) > content - lineStart) return undefined
  return `${text.slice(0, content)}#${text.slice(content + 1)}`
}

function indentOf(text: string, from: number): number {
  let at = from
  while (text[at] === ' ') at++
  return at - from
}

/** A collection that is not yet closed. */
interface Open {
  readonly start: number
  readonly isMapping: boolean
  readonly inFlow: boolean
  /** What closes it; `undefined` for block collections and for a pair written without braces in a flow sequence. */
  readonly bracket: '}' | ']' | undefined
  /** Within the value of a merge key, where an alias is no second mistake. */
  readonly inMerge: boolean
  readonly items: DocumentNode[]
  readonly entries: MappingEntry[]
  readonly keys: ScalarNode[]
  /** The key that waits for its value; `unusable` when it was refused. */
  key: ScalarNode | 'unusable' | undefined
}

/** `undefined` where there is no document; `'refused'` where there is more of it than the limits allow. */
function buildTree(
  events: readonly Event[],
  source: Source,
  problems: Problems,
): DocumentNode | 'refused' | undefined {
  const open: Open[] = []
  const top = () => open[open.length - 1]
  let root: DocumentNode | undefined
  let nodes = 0
  /** Where the text read so far ends. */
  let end = 0

  const place = (node: DocumentNode) => {
    const parent = top()
    if (!parent) root ??= node
    else if (!parent.isMapping) parent.items.push(node)
    else if (parent.key === undefined) parent.key = takeKey(node, parent, problems)
    else {
      if (parent.key !== 'unusable')
        parent.entries.push({ name: parent.key.text, key: parent.key, value: node })
      parent.key = undefined
    }
  }

  const addScalar = (event: ScalarEvent) => {
    const parent = top()
    const isKey = awaitsKey(parent)
    refuseProperties(event, source, problems)
    const from = Math.max(end, event.tagEnd, event.anchorEnd)
    const node =
      event.valueStart === -1
        ? missingScalar(source, from, isKey, parent?.isMapping === true)
        : readScalar(event, source, from)
    end = node.end
    const key = parent?.key === 'unusable' ? undefined : parent?.key
    if (node.end === key?.end && parent?.inFlow && key.plain) {
      const mistake = keyWithoutColon(key.text, key.start)
      if (mistake) problems.add(draftOf(mistake, source))
    }
    checkScalar(node, { style: event.style, isKey, key, inFlow: parent?.inFlow === true }, problems)
    place(node)
  }

  for (const event of events) {
    if (event.type !== EVENT_ID.POP && ++nodes > limits.nodes + 1) {
      problems.add(tooManyNodes(source, end))
      return 'refused'
    }
    if (event.type === EVENT_ID.SCALAR) addScalar(event)
    else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      refuseProperties(event, source, problems)
      if (awaitsKey(top())) problems.add(complexKey(source, event.start))
      const collection = openCollection(event, source.text, top())
      open.push(collection)
      end = collection.bracket ? event.start + 1 : event.start
      if (open.length > limits.depth) {
        problems.add(tooDeep(source, event.start))
        return 'refused'
      }
    } else if (event.type === EVENT_ID.ALIAS) {
      if (!inMerge(top())) problems.add(aliasRefused(source, event))
      const start = event.anchorStart - 1
      end = event.anchorEnd
      const text = source.text.slice(start, end)
      place({ kind: 'scalar', source, start, end, text, plain: true, value: text })
    } else if (event.type === EVENT_ID.POP) {
      const closed = open.pop()
      if (!closed) continue
      if (closed.bracket) {
        const at = skipFlow(source.text, end)
        if (source.text[at] === closed.bracket) end = at + 1
      }
      const { start, isMapping, items, entries, keys } = closed
      if (isMapping) checkTwins(keys, problems)
      place(
        isMapping
          ? { kind: 'mapping', source, start, end, entries: firstOfEach(entries) }
          : { kind: 'sequence', source, start, end, items },
      )
    }
  }
  return root
}

/** Of duplicate keys, which is an error, the first is what is looked at further. */
function firstOfEach(entries: readonly MappingEntry[]): readonly MappingEntry[] {
  const names = new Set<string>()
  return entries.filter(({ name }) => !names.has(name) && names.add(name))
}

function awaitsKey(parent: Open | undefined): boolean {
  return parent?.isMapping === true && parent.key === undefined
}

function takeKey(node: DocumentNode, parent: Open, problems: Problems): ScalarNode | 'unusable' {
  if (node.kind !== 'scalar') return 'unusable'
  parent.keys.push(node)
  return checkKey(node, problems) ? node : 'unusable'
}

function openCollection(event: MappingEvent | SequenceEvent, text: string, parent: Open | undefined): Open {
  const isMapping = event.type === EVENT_ID.MAPPING
  const inFlow = event.style === 2
  const first = text[event.start]
  const bracket = !inFlow ? undefined : !isMapping ? ']' : first === '{' ? '}' : undefined
  return {
    start: event.start,
    isMapping,
    inFlow,
    bracket,
    inMerge: inMerge(parent),
    items: [],
    entries: [],
    keys: [],
    key: undefined,
  }
}

function inMerge(parent: Open | undefined): boolean {
  const key = parent?.keys[parent.keys.length - 1]
  return parent?.inMerge === true || (parent?.key !== undefined && key?.text === '<<')
}

/** Over what may stand between the last value of a flow collection and its closing bracket. */
function skipFlow(text: string, from: number): number {
  let at = skipSeparation(text, from)
  while (text[at] === ',' || text[at] === ':' || text[at] === '?') at = skipSeparation(text, at + 1)
  return at
}

function complexKey(source: Source, start: number) {
  return {
    code: 'source/complex-key',
    message: 'a key must be a word or a text, not a list or a mapping',
    hint: 'put the key in quotes if the brackets belong to it',
    at: { source, start, end: start + 1 },
  } as const
}

function tooDeep(source: Source, start: number) {
  return {
    code: 'source/too-deep',
    message: `lists and mappings are nested more than ${limits.depth} deep`,
    hint: 'a description needs less than ten; look for brackets that are not closed',
    at: { source, start, end: start + 1 },
  } as const
}

function tooManyNodes(source: Source, start: number) {
  return {
    code: 'source/too-many-nodes',
    message: `the file holds more than ${group(limits.nodes)} values`,
    hint: 'split it into several files',
    at: { source, start, end: start },
  } as const
}
