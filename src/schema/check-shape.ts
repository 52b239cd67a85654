/** Whether a document has the shape its schema asks for: keys, types, ranges and dates; not what they mean. */
import { capDiagnostics } from '../diagnostics/cap-diagnostics.ts'
import { type DiagnosticDraft, diagnose, type Span } from '../diagnostics/diagnose.ts'
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import { suggest } from '../diagnostics/suggest.ts'
import {
  type DocumentNode,
  type MappingEntry,
  nodeAt,
  type Path,
  type ScalarNode,
} from '../types/document.ts'
import { isCalendarDate } from '../util/calendar.ts'
import { keySpan, valueSpan } from '../util/place.ts'
import { quote, showSafely } from '../util/show.ts'
import { allowed, type Explanation, explainValue } from './explain-value.ts'
import { type Schema, schemaAt, schemaOfKey } from './schema.ts'
import { isBlank, shapeData } from './shape-data.ts'
import type { Wording } from './wording.ts'

export interface ShapeCheck<T> {
  /** Only where nothing is wrong. */
  readonly data?: T
  /**
   * Where something is wrong: what could be read, without the wrong values (a wrong entry of a list is a hole) and
   * perhaps without required ones. Good for nothing but finding more mistakes.
   */
  readonly partial?: unknown
  /** In order of place; at most fifty, then how many more. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * `validate` is the schema compiled ahead, `T` the type of what it accepts; `also` are mistakes that the caller's own
 * checks found. k mistakes give k diagnostics.
 */
export function checkShape<T>(
  root: DocumentNode,
  schema: Schema,
  validate: Validate,
  wording: Wording,
  also: readonly Diagnostic[] = [],
): ShapeCheck<T> {
  const tooLarge = findTooLarge(root, schema)
  if (tooLarge.length > 0) return { diagnostics: explainErrors(tooLarge, root, schema, wording) }
  const wrongDates: ScalarNode[] = []
  const data = shapeData(root, schema, wrongDates)
  const errors = validate(data) ? [] : (validate.errors ?? [])
  const mistakes = [
    ...findMistakes(errors, root, schema, wording.synonyms),
    ...(wrongDates.length > 0 ? findWrongDates(root, schema, []) : []),
  ]
  if (mistakes.length === 0 && also.length === 0) return { data: data as T, diagnostics: [] }
  const diagnostics = [...explainErrors(mistakes, root, schema, wording), ...also]
  const capped = capDiagnostics(diagnostics, wording.codeOf('more'))
  if (!hasErrors(diagnostics)) return { data: data as T, diagnostics: capped }
  return { partial: prune(data, mistakes), diagnostics: capped }
}

/**
 * Parts of a document with more entries than are read. Each entry may be wrong in many ways, so nothing else is looked
 * at. Deeper down, the limits of reading keep numbers small.
 */
function findTooLarge(root: DocumentNode, schema: Schema): Mistake[] {
  if (root.kind !== 'mapping') return []
  return root.entries.flatMap(({ name, value }): Mistake[] => {
    const { maxItems = Infinity, maxProperties = Infinity } = schemaOfKey(schema, name) ?? {}
    if (value.kind === 'sequence' && value.items.length > maxItems)
      return [{ keyword: 'maxItems', path: [name], meant: [] }]
    if (value.kind === 'mapping' && value.entries.length > maxProperties)
      return [{ keyword: 'maxProperties', path: [name], meant: [] }]
    return []
  })
}

function findWrongDates(node: DocumentNode, schema: Schema, path: Path): Mistake[] {
  if (node.kind === 'sequence')
    return node.items.flatMap((item, index) => findWrongDates(item, schema.items ?? {}, [...path, index]))
  if (node.kind === 'mapping')
    return node.entries.flatMap(({ name, value }) =>
      findWrongDates(value, schemaOfKey(schema, name) ?? {}, [...path, name]),
    )
  if (schema.format !== 'date' || isBlank(node) || isCalendarDate(node.text)) return []
  return [{ keyword: 'format', path, meant: [] }]
}

/** Takes wrong values out of the data. */
function prune(data: unknown, mistakes: readonly Mistake[]): unknown {
  for (const { keyword, path } of mistakes) {
    if (keyword === 'required') continue
    if (path.length === 0) return undefined
    const parent = path.slice(0, -1).reduce<unknown>((value, step) => childOf(value, step), data)
    const last = path[path.length - 1]!
    if (Array.isArray(parent)) parent[Number(last)] = undefined
    else if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, last)
  }
  return data
}

function childOf(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
}

/** Turns mistakes into diagnostics: at the key where a key is wrong, at the parent's where one is missing, else at the value. */
function explainErrors(
  mistakes: readonly Mistake[],
  root: DocumentNode,
  schema: Schema,
  wording: Wording,
): Diagnostic[] {
  return mistakes.map((mistake) => {
    const { problem, message, hint } = explain(mistake, root, schema, wording)
    const node = nodeAt(root, problem === 'missing-key' ? mistake.path.slice(0, -1) : mistake.path)
    const other = wording.adjust?.(problem, mistake.path, node) ?? {}
    const best = other.hint ?? hint
    const draft: DiagnosticDraft = {
      code: other.code ?? wording.codeOf(problem),
      message: other.message ?? message,
      ...(best !== undefined && { hint: best }),
      at: other.atKey ? keySpan(root, mistake.path) : placeOf(mistake, root),
    }
    return diagnose(draft)
  })
}

function explain(
  { keyword, path, meant, cut }: Mistake,
  root: DocumentNode,
  schema: Schema,
  { nameOf }: Wording,
): Explanation {
  const parent = path.slice(0, -1)
  const key = String(path[path.length - 1])
  if (keyword === 'additionalProperties') {
    const known = Object.keys(schemaAt(schema, parent).properties ?? {})
    return {
      problem: 'unknown-key',
      message: `unknown key ${quote(key)} in ${nameOf(parent)}`,
      hint: cut
        ? cutTextHint(cut)
        : meant.length > 0
          ? `did you mean ${meant.map((name) => `"${name}"`).join(' or ')}?`
          : `allowed keys: ${known.join(', ')}`,
    }
  }
  if (keyword === 'required') {
    const wanted = allowed(schemaOfKey(schemaAt(schema, parent), key) ?? {})
    return {
      problem: 'missing-key',
      message: `"${key}" is missing in ${nameOf(parent)}`,
      hint: `add "${key}:" with ${wanted}`,
    }
  }
  return explainValue(nameOf(path), keyword, nodeAt(root, path) ?? root, schemaAt(schema, path))
}

function placeOf({ keyword, path }: Mistake, root: DocumentNode): Span {
  if (keyword === 'required') return keySpan(root, path.slice(0, -1))
  return keyword === 'additionalProperties' ? keySpan(root, path) : valueSpan(root, path)
}

/** One mistake a person made, found in data: what is wrong and where, not yet in words. */
interface Mistake {
  /** The keyword of the schema that is not met. */
  readonly keyword: string
  /** To the value; for an unknown or missing key it ends in that key. */
  readonly path: Path
  /** For an unknown key: the keys it may have been meant for, best first. */
  readonly meant: readonly string[]
  /** For an unknown key that is none: the text it was cut off. */
  readonly cut?: CutText
}

/**
 * Turns what a validator reports into mistakes as a person would count them: one per value, and a required key that
 * was mistyped is one, not an unknown key and a missing one.
 */
function findMistakes(
  errors: readonly ValidationError[],
  root: DocumentNode,
  schema: Schema,
  synonyms: Readonly<Record<string, string>> = {},
): Mistake[] {
  const values = new Map<string, Mistake>()
  const unknown = new Map<string, string[]>()
  const missing = new Map<string, string[]>()
  for (const { instancePath, keyword, params } of errors) {
    if (keyword === 'additionalProperties') push(unknown, instancePath, String(params.additionalProperty))
    else if (keyword === 'required') push(missing, instancePath, String(params.missingProperty))
    else if (!values.has(instancePath) || keyword === 'type')
      values.set(instancePath, { keyword, path: pathOf(instancePath, root), meant: [] })
  }
  const keys = [...new Set([...unknown.keys(), ...missing.keys()])].flatMap((pointer) => {
    const path = pathOf(pointer, root)
    const absent = absentKeys(root, schema, path)
    const lacking = new Set(missing.get(pointer))
    const cutTexts = new Set<unknown>()
    const strange = (unknown.get(pointer) ?? []).flatMap((key) => {
      const synonym = Object.hasOwn(synonyms, key) ? synonyms[key]! : undefined
      const meant = synonym !== undefined && absent.includes(synonym) ? [synonym] : suggest(key, absent)
      const taken = meant.find((name) => lacking.delete(name))
      const cut = taken === undefined ? cutTextAt(root, [...path, key]) : undefined
      // A text with two commas leaves two such keys, and is still one mistake.
      if (cut && cutTexts.has(cut.owner)) return []
      if (cut) cutTexts.add(cut.owner)
      return {
        keyword: 'additionalProperties',
        path: [...path, key],
        meant: taken === undefined ? meant : [taken],
        ...(cut && { cut }),
      }
    })
    return [
      ...strange,
      ...[...lacking].map((key) => ({ keyword: 'required', path: [...path, key], meant: [] })),
    ]
  })
  return [...values.values(), ...keys]
}

/** The keys a mapping could have and does not have yet. */
function absentKeys(root: DocumentNode, schema: Schema, path: Path): string[] {
  const node = nodeAt(root, path)
  const present = new Set(node?.kind === 'mapping' ? node.entries.map(({ name }) => name) : [])
  return Object.keys(schemaAt(schema, path).properties ?? {}).filter((key) => !present.has(key))
}

/** A JSON pointer as a path; a step is a position where the tree has a sequence. */
function pathOf(pointer: string, root: DocumentNode): Path {
  const path: (string | number)[] = []
  if (pointer === '') return path
  for (const part of pointer.slice(1).split('/')) {
    const sequence = nodeAt(root, path)?.kind === 'sequence'
    path.push(sequence ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~'))
  }
  return path
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Whether an unknown key is no key at all: the rest of an unquoted text in braces, which ended at its first comma. */
interface CutText {
  /** The key whose text was cut. */
  readonly owner: MappingEntry
  /** The text as it was meant. */
  readonly whole: string
}

/** `path` leads to the unknown key; `undefined` where it stands as a key would. */
function cutTextAt(root: DocumentNode, path: Path): CutText | undefined {
  const parent = nodeAt(root, path.slice(0, -1))
  if (parent?.kind !== 'mapping' || parent.source.text[parent.start] !== '{') return undefined
  const { entries, source } = parent
  const at = entries.findIndex(({ name }) => name === path[path.length - 1])
  const first = entries.slice(0, at + 1).findLastIndex((entry) => !isLoneWord(entry))
  const owner = entries[first]
  if (first === at || owner?.value.kind !== 'scalar' || !owner.value.plain) return undefined
  if (typeof owner.value.value !== 'string') return undefined
  const next = entries.findIndex((entry, index) => index > at && !isLoneWord(entry))
  const last = entries[(next === -1 ? entries.length : next) - 1]!
  return { owner, whole: source.text.slice(owner.value.start, last.key.end) }
}

/** What to write instead, as words after "write". */
function cutTextHint({ owner, whole }: CutText): string {
  const words = 'in braces a comma ends an unquoted text'
  return whole.length > 80 || /["\\\r\n]/.test(whole)
    ? `${words}; put the whole text of "${showSafely(owner.name)}" in quotes`
    : `${words}; write ${showSafely(owner.name)}: "${showSafely(whole)}"`
}

/** A key without a colon. */
function isLoneWord({ key, value }: MappingEntry): boolean {
  return (
    key.plain &&
    value.kind === 'scalar' &&
    value.start === value.end &&
    !key.source.text.slice(key.end, value.end).includes(':')
  )
}

/** What a validator compiled ahead of time looks like. */
interface ValidationError {
  /** JSON pointer to the value, such as `/practices/4.1.2/level`. */
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

export interface Validate {
  (data: unknown): boolean
  /** Of the last call. */
  errors?: readonly ValidationError[] | null
}
