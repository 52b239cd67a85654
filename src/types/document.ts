/**
 * What a YAML file looks like once it is read: a tree of nodes that remember where they stand.
 * Knows nothing of YAML syntax (that is `source/`) and nothing of what the tree means.
 */

/** One text that was read, with what is needed to turn an offset into a line and a column. */
export interface Source {
  /** Name shown to people; `-` or the name given for standard input. */
  readonly file: string
  readonly text: string
  /** Offset of the first character of every line, in UTF-16 units; the first entry is 0. */
  readonly lineStarts: readonly number[]
}

interface NodeBase {
  readonly source: Source
  /** Offset of the first character of the node's source text, quotes and brackets included. */
  readonly start: number
  /** Offset after the last character of the node's own text. For a block collection: the end of its last child. */
  readonly end: number
}

/** A single value. `plain` ones may be read as number, boolean or null; `text` is always what was written. */
export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar'
  /** The characters the author wrote, escapes and folding resolved; `4.20` stays `4.20`. */
  readonly text: string
  /** True where no quotes and no block style were used. */
  readonly plain: boolean
  /** The value by the YAML 1.2 core schema; equals `text` for anything that is not plain. */
  readonly value: string | number | boolean | null
}

export interface MappingNode extends NodeBase {
  readonly kind: 'mapping'
  readonly entries: readonly MappingEntry[]
}

export interface MappingEntry {
  /** The key's source text: an unquoted `7.10` is `7.10`. */
  readonly name: string
  readonly key: ScalarNode
  readonly value: DocumentNode
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence'
  readonly items: readonly DocumentNode[]
}

export type DocumentNode = ScalarNode | MappingNode | SequenceNode

/** Steps from the root to a node: keys of mappings and positions (from 0) in sequences. */
export type Path = readonly (string | number)[]

/** The value of `name` in a mapping, or `undefined` where it is not a mapping or has no such key. */
export function entryOf(node: DocumentNode | undefined, name: string): MappingEntry | undefined {
  return node?.kind === 'mapping' ? node.entries.find((entry) => entry.name === name) : undefined
}

/** The node a path leads to, or `undefined` where the path leaves the tree. */
export function nodeAt(root: DocumentNode | undefined, path: Path): DocumentNode | undefined {
  let node = root
  for (const step of path) {
    node =
      typeof step === 'number' && node?.kind === 'sequence'
        ? node.items[step]
        : entryOf(node, String(step))?.value
    if (node === undefined) return undefined
  }
  return node
}
