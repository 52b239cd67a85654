/** Whether an unknown key is no key at all: the rest of an unquoted text in braces, which ended at its first comma. */
import { type DocumentNode, type MappingEntry, nodeAt, type Path } from '../types/document.ts'
import { showSafely } from '../util/show.ts'

export interface CutText {
  /** The key whose text was cut. */
  readonly owner: MappingEntry
  /** The text as it was meant. */
  readonly whole: string
}

/** `path` leads to the unknown key; `undefined` where it stands as a key would. */
export function cutTextAt(root: DocumentNode, path: Path): CutText | undefined {
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
export function cutTextHint({ owner, whole }: CutText): string {
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
