/** One answer given without a question: where it goes, what it says, and where it was written. */
import type { DocumentNode, MappingEntry, MappingNode, Path, ScalarNode } from '../types/document.ts'

export interface Assignment {
  /** From the root of the description. */
  readonly keys: readonly ScalarNode[]
  /** `undefined` takes away what stands there. */
  readonly value: DocumentNode | undefined
}

export function pathOf({ keys }: Assignment): Path {
  return keys.map(({ text }) => text)
}

/** The tree as it would be read with the answer in it; its nodes keep the places where each was written. */
export function graft(root: DocumentNode, { keys, value }: Assignment): DocumentNode {
  const [key, ...rest] = keys
  if (key === undefined) return value ?? root
  const base: MappingNode = root.kind === 'mapping' ? root : { ...placeOf(key), kind: 'mapping', entries: [] }
  const known = base.entries.find(({ name }) => name === key.text)
  if (rest.length === 0 && value === undefined)
    return { ...base, entries: base.entries.filter((entry) => entry !== known) }
  if (!known && value === undefined) return base
  const changed: MappingEntry = {
    name: key.text,
    // A wrong answer is to be shown where it was given.
    key,
    value: graft(known?.value ?? { ...placeOf(key), kind: 'mapping', entries: [] }, { keys: rest, value }),
  }
  return {
    ...base,
    entries: known
      ? base.entries.map((entry) => (entry === known ? changed : entry))
      : [...base.entries, changed],
  }
}

function placeOf({ source, start, end }: ScalarNode) {
  return { source, start, end }
}
