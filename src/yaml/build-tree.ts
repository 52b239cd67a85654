/** Builds the document tree out of the parser's flat events, finding the ends of collections that events do not carry. */
import { EVENT_ID, type Event, type MappingEvent, type ScalarEvent, type SequenceEvent } from 'js-yaml'
import type { DocumentNode, MappingEntry, ScalarNode, Source } from '../types/document.ts'
import { checkKey } from './check-key.ts'
import { checkScalar } from './check-scalar.ts'
import { checkTwins } from './check-twins.ts'
import { limits } from './limits.ts'
import { draftOf } from './mistake.ts'
import { keyWithoutColon } from './plain-mistakes.ts'
import { group, type Problems } from './problems.ts'
import { missingScalar, readScalar } from './read-scalar.ts'
import { aliasRefused, refuseProperties } from './refuse-properties.ts'
import { skipSeparation } from './skip-blank.ts'

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
export function buildTree(
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

/** Of keys that stand twice, which is an error, the first is what is looked at further. */
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

export function tooDeep(source: Source, start: number) {
  return {
    code: 'source/too-deep',
    message: `lists and mappings are nested more than ${limits.depth} deep`,
    hint: 'a description needs less than ten; look for brackets that are not closed',
    at: { source, start, end: start + 1 },
  } as const
}

export function tooManyNodes(source: Source, start: number) {
  return {
    code: 'source/too-many-nodes',
    message: `the file holds more than ${group(limits.nodes)} values`,
    hint: 'split it into several files',
    at: { source, start, end: start },
  } as const
}
