/**
 * Turns the files of one or more pack folders into one tree: `pack`, `principles`, `elements`, `rules` (by id),
 * `terms` and `crosswalk`. A folder whose pack says `extends` is laid over the ones before it; another stands alone.
 */
import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import {
  type DocumentNode,
  entryOf,
  type MappingEntry,
  type MappingNode,
  type ScalarNode,
} from '../types/document.ts'
import { listWords, quote } from '../util/show.ts'
import type { PackFile, PackFolder } from './pack-folder.ts'

export interface MergedPack {
  /** Left out when there is nothing to go on with. */
  readonly root?: MappingNode
  /** The folders that are part of the result; the others were replaced by a pack that stands alone. */
  readonly folders: readonly PackFolder[]
  readonly diagnostics: readonly Diagnostic[]
}

const singleFiles = {
  pack: 'pack.yaml',
  principles: 'principles.yaml',
  terms: 'terms.yaml',
  crosswalk: 'crosswalk.yaml',
}

export function mergeFolders(folders: readonly PackFolder[]): MergedPack {
  const diagnostics: Diagnostic[] = []
  let merged: MappingNode | undefined
  let used: PackFolder[] = []
  for (const folder of folders) {
    const root = rootOf(folder, diagnostics)
    if (!root) return { folders: used, diagnostics }
    const pack = entryOf(root, 'pack')?.value
    const extended = entryOf(pack, 'extends')?.value
    if (!extended) {
      merged = root
      used = [folder]
      continue
    }
    const wrong = checkExtends(extended, merged)
    if (wrong) return { folders: used, diagnostics: [...diagnostics, wrong] }
    merged = mergeNodes(merged, root, ({ key, known }) => {
      const hint = didYouMean(key.text, known) ?? `there are ${listWords(known)}`
      diagnostics.push(
        diagnose({
          code: 'pack/nothing-to-remove',
          message: `${quote(key.text)} is not in the pack that is extended`,
          hint,
          at: key,
        }),
      )
    }) as MappingNode
    used = [...used, folder]
  }
  return { ...(merged && { root: merged }), folders: used, diagnostics }
}

/** One folder as one tree. Keys of the parts stand for their files, so that a missing key points at the right one. */
function rootOf({ name, files }: PackFolder, diagnostics: Diagnostic[]): MappingNode | undefined {
  const packFile = files.find(({ path }) => path === singleFiles.pack)
  if (packFile?.root?.kind !== 'mapping') {
    diagnostics.push(
      diagnose({
        code: 'pack/no-pack-file',
        message: `${quote(name)} is no guidance pack: its pack.yaml is missing or empty`,
        hint: 'a pack.yaml with format, id, edition and version makes a pack; docs/packs.md shows one',
      }),
    )
    return undefined
  }
  const twice = (first: ScalarNode, second: ScalarNode) =>
    void diagnostics.push(
      diagnose({
        code: 'pack/duplicate-id',
        message: `${quote(second.text)} is defined twice`,
        at: second,
        related: [{ message: 'first defined here', at: first }],
      }),
    )
  const filesIn = (folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`))
  const elements = joinMappings(mappingsOf(filesIn('elements'), diagnostics), twice)
  const rules = rulesOf(filesIn('rules'), diagnostics, twice)
  const entries: MappingEntry[] = []
  const add = (part: string, node: DocumentNode | undefined) => {
    if (node) entries.push({ name: part, key: keyFor(part, node), value: node })
  }
  for (const [part, path] of Object.entries(singleFiles))
    add(part, files.find((file) => file.path === path)?.root)
  add('elements', elements)
  add('rules', rules)
  return { kind: 'mapping', source: packFile.root.source, start: 0, end: 0, entries }
}

function mappingsOf(files: readonly PackFile[], diagnostics: Diagnostic[]): MappingNode[] {
  return files.flatMap(({ root }) => {
    if (root?.kind === 'mapping') return [root]
    if (root)
      diagnostics.push(
        diagnose({
          code: 'pack/elements-not-a-mapping',
          message: 'a file of elements is a mapping: every element starts with its number, as in "4.1.2:"',
          at: root,
        }),
      )
    return []
  })
}

/** The lists of rules as one mapping by id, so that overlays merge rules as they merge everything else. */
function rulesOf(
  files: readonly PackFile[],
  diagnostics: Diagnostic[],
  onTwice: (first: ScalarNode, second: ScalarNode) => void,
): MappingNode | undefined {
  const entries = new Map<string, MappingEntry>()
  for (const root of files.flatMap((file) => file.root ?? [])) {
    if (root.kind !== 'sequence') {
      diagnostics.push(
        diagnose({
          code: 'pack/rules-not-a-list',
          message: 'a file of rules is a list: every rule starts with "- id:"',
          at: root,
        }),
      )
      continue
    }
    for (const item of root.items) {
      const id = entryOf(item, 'id')?.value
      if (item.kind !== 'mapping' || id?.kind !== 'scalar' || id.text === '') {
        diagnostics.push(
          diagnose({
            code: 'pack/rule-without-id',
            message: 'a rule starts with its id, as in "- id: theme/problem"',
            at: item,
          }),
        )
        continue
      }
      const earlier = entries.get(id.text)
      if (earlier) onTwice(earlier.key, id)
      else entries.set(id.text, { name: id.text, key: id, value: withoutRemoval(item) })
    }
  }
  const [first] = files.flatMap((file) => file.root ?? [])
  return (
    first && {
      kind: 'mapping',
      source: first.source,
      start: first.start,
      end: first.end,
      entries: [...entries.values()],
    }
  )
}

/** `{ id: x, remove: true }` is how a list can say what a mapping says with null. */
function withoutRemoval(item: MappingNode): DocumentNode {
  const remove = entryOf(item, 'remove')?.value
  if (remove?.kind !== 'scalar' || remove.value !== true) return item
  return { ...remove, text: '', value: null }
}

function keyFor(part: string, node: DocumentNode): ScalarNode {
  return { kind: 'scalar', source: node.source, start: 0, end: 0, text: part, plain: true, value: part }
}

function checkExtends(extended: DocumentNode, base: MappingNode | undefined): Diagnostic | undefined {
  const text = (name: string) => {
    const node = entryOf(entryOf(base, 'pack')?.value, name)?.value
    return node?.kind === 'scalar' ? node.text : ''
  }
  const wanted = extended.kind === 'scalar' ? extended.text : ''
  const available = `${text('id')}:${text('edition')}`
  if (base && wanted === available) return undefined
  return diagnose({
    code: 'pack/cannot-extend',
    message: base
      ? `this pack extends ${quote(wanted)}, but what it is laid over is ${quote(available)}`
      : `there is no pack to extend`,
    at: extended,
  })
}

/** A key that would remove something which is not there. */
interface UselessRemoval {
  readonly key: ScalarNode
  readonly known: readonly string[]
}

/**
 * Mappings are merged key by key, anything else is replaced, a blank value or `null` removes the entry.
 * New keys come last. What removes nothing is handed to `onUseless`.
 */
function mergeNodes(
  base: DocumentNode | undefined,
  over: DocumentNode,
  onUseless: (removal: UselessRemoval) => void,
): DocumentNode {
  if (over.kind !== 'mapping') return over
  const entries = new Map<string, MappingEntry>(
    base?.kind === 'mapping' ? base.entries.map((entry) => [entry.name, entry]) : [],
  )
  for (const entry of over.entries) {
    const present = entries.get(entry.name)
    if (isNull(entry.value)) {
      if (!present) onUseless({ key: entry.key, known: [...entries.keys()] })
      entries.delete(entry.name)
    } else {
      entries.set(entry.name, { ...entry, value: mergeNodes(present?.value, entry.value, onUseless) })
    }
  }
  return { ...over, entries: [...entries.values()] }
}

/** Several mappings as one; `onTwice` hears of keys that stand in more than one of them. */
function joinMappings(
  nodes: readonly MappingNode[],
  onTwice: (first: ScalarNode, second: ScalarNode) => void,
): MappingNode | undefined {
  const [first] = nodes
  if (!first || nodes.length === 1) return first
  const entries = new Map<string, MappingEntry>()
  for (const entry of nodes.flatMap((node) => node.entries)) {
    const earlier = entries.get(entry.name)
    if (earlier) onTwice(earlier.key, entry.key)
    else entries.set(entry.name, entry)
  }
  return { ...first, entries: [...entries.values()] }
}

function isNull(node: DocumentNode): boolean {
  return node.kind === 'scalar' && node.plain && node.value === null
}
