/** Whether fields of a practice, such as `level`, stand at the column of the elements' numbers instead of below one. */
import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type DocumentNode, entryOf, type MappingEntry } from '../types/document.ts'
import { quote } from '../util/show.ts'
import { descriptionSchema } from './description-schema.ts'
import { schemaAt } from './schema.ts'
import { isBlank } from './shape-data.ts'

const fields = new Set(Object.keys(schemaAt(descriptionSchema, ['practices', '*']).properties ?? {}))

export function isPracticeField(name: string): boolean {
  return fields.has(name)
}

/**
 * One diagnostic for each row of such lines, and the tree without them, for finding the other mistakes: what they say
 * belongs to no element.
 */
export function checkPracticeIndent(root: DocumentNode): {
  readonly rest: DocumentNode
  readonly diagnostics: readonly Diagnostic[]
} {
  const practices = entryOf(root, 'practices')?.value
  if (root.kind !== 'mapping' || practices?.kind !== 'mapping') return { rest: root, diagnostics: [] }
  const { entries } = practices
  if (!entries.some(isAstray)) return { rest: root, diagnostics: [] }
  const rest = { ...practices, entries: entries.filter((entry) => !isAstray(entry)) }
  return {
    rest: {
      ...root,
      entries: root.entries.map((entry) => (entry.value === practices ? { ...entry, value: rest } : entry)),
    },
    diagnostics: entries.flatMap((entry, index) => {
      const above = entries[index - 1]
      return isAstray(entry) && !(above && isAstray(above)) ? [explain(entry, above)] : []
    }),
  }
}

function isAstray({ name }: MappingEntry): boolean {
  return fields.has(name)
}

function explain({ name, key }: MappingEntry, above: MappingEntry | undefined): Diagnostic {
  const open = above && (isBlank(above.value) || above.value.kind === 'mapping')
  return diagnose({
    code: 'description/unknown-element',
    message: open
      ? `"${name}" stands beside ${quote(above.name, 40)}, but belongs below it`
      : `"${name}" stands where the number of an element should`,
    hint: open
      ? `indent "${name}" more than ${quote(above.name, 40)}`
      : `write the element's number above it, and indent "${name}" below that`,
    at: key,
  })
}
