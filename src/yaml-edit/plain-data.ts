/** What a tree says apart from its layout, what it should say after an edit, and whether two of them say the same. */
import type { DocumentNode, Path } from '../types/document.ts'
import type { EditValue } from './edit.ts'
import { EditRefused } from './edit-refused.ts'
import { showPath } from './show-path.ts'

/** A scalar keeps its characters beside its value: `7.10` and `7.1` are two element numbers but one number. */
export type Data = Leaf | readonly Data[] | ReadonlyMap<string, Data>

interface Leaf {
  readonly text: string
  readonly value: string | number | boolean | null
}

const nothing: Leaf = { text: '', value: null }

export function dataOf(node: DocumentNode): Data {
  if (node.kind === 'sequence') return node.items.map(dataOf)
  if (node.kind === 'mapping') return new Map(node.entries.map(({ name, value }) => [name, dataOf(value)]))
  return { text: node.text, value: node.value }
}

export function dataOfValue(value: EditValue): Data {
  if (isList(value)) return value.map(dataOfValue)
  if (typeof value !== 'object') return { text: String(value), value }
  return new Map(Object.entries(value).map(([key, inner]) => [key, dataOfValue(inner)]))
}

export function isList(value: EditValue): value is readonly EditValue[] {
  return Array.isArray(value)
}

/** The data with `value` at `path`, or without what stands there. `whole` is for messages. */
export function dataAfter(
  data: Data | undefined,
  path: Path,
  value: EditValue | undefined,
  whole = path,
): Data {
  const [step, ...rest] = path
  if (step === undefined) return value === undefined ? nothing : dataOfValue(value)
  const base = data === undefined || isNothing(data) ? undefined : data
  if (base === undefined && value === undefined) return data ?? nothing
  if (typeof step === 'number' && (base === undefined || isItems(base))) {
    const items = base ?? []
    if (step > items.length || (step === items.length && value === undefined)) {
      throw new EditRefused(`${showPath(whole)} has no entry ${step + 1} to change`)
    }
    const changed = rest.length === 0 && value === undefined
    const made = changed ? [] : [dataAfter(items[step], rest, value, whole)]
    return [...items.slice(0, step), ...made, ...items.slice(step + 1)]
  }
  if (base !== undefined && !isEntries(base)) {
    const place = showPath(whole.slice(0, whole.length - path.length))
    throw new EditRefused(
      `${place} holds ${isItems(base) ? 'a list' : 'a text'}, so nothing can stand below it`,
    )
  }
  const entries = new Map(base)
  const key = String(step)
  if (rest.length === 0 && value === undefined) entries.delete(key)
  else if (value !== undefined || entries.has(key))
    entries.set(key, dataAfter(entries.get(key), rest, value, whole))
  return entries
}

/** What stands at a path; `undefined` where the path leaves the data or nothing is written there. */
export function dataAt(data: Data, path: Path): Data | undefined {
  let found: Data | undefined = data
  for (const step of path) {
    if (found === undefined) return undefined
    if (isItems(found)) found = typeof step === 'number' ? found[step] : undefined
    else found = isEntries(found) ? found.get(String(step)) : undefined
  }
  return found === undefined || isNothing(found) ? undefined : found
}

/** The order of keys says nothing; a mapping without entries and a key without a value are the same. */
export function isSameData(one: Data | undefined, other: Data | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  if (isNothing(one) || isNothing(other)) return isNothing(one) && isNothing(other)
  if (isItems(one)) {
    return (
      isItems(other) &&
      one.length === other.length &&
      one.every((item, index) => isSameData(item, other[index]))
    )
  }
  if (isEntries(one)) {
    if (!isEntries(other) || one.size !== other.size) return false
    for (const [key, value] of one) if (!other.has(key) || !isSameData(value, other.get(key))) return false
    return true
  }
  return !isItems(other) && !isEntries(other) && one.text === other.text && Object.is(one.value, other.value)
}

function isItems(data: Data): data is readonly Data[] {
  return Array.isArray(data)
}

function isEntries(data: Data): data is ReadonlyMap<string, Data> {
  return data instanceof Map
}

function isNothing(data: Data): boolean {
  if (isItems(data)) return false
  return isEntries(data) ? data.size === 0 : data.value === null
}
