/** Editing for descriptions whose practices take a line each: small and quick, so that the tests see the file, not the editor. */
import type { Edit } from '../../../src/yaml-edit/edit.ts'

const lineOf = (id: string, text: string) => text.split('\n').find((line) => line.startsWith(`  ${id}: `))

export function editText(text: string, edits: readonly Edit[]) {
  for (const { path, value } of edits) {
    const [, id, key] = path.map(String)
    const line = `  ${id}: { ${key}: ${value} }`
    const old = lineOf(id!, text)
    text = old === undefined ? `${text}${line}\n` : text.replace(old, () => line)
  }
  return { text, how: 'spliced' as const }
}

/** @public Handed on with the whole module. */
export function mergeAnswers(base: string, theirs: string, edits: readonly Edit[]) {
  const ids = edits.map(({ path }) => String(path[1]))
  const conflicts = ids.filter((id) => lineOf(id, base) !== lineOf(id, theirs))
  return conflicts.length > 0 ? { conflicts } : editText(theirs, edits)
}

export const head = `ims-gap: 1
framework: iso-56002:2019
organization: { name: Small Firm, kind: established, size: small }
assessment: { date: 2026-10-01 }
practices:
  5.1.1: { level: 2 }
`
