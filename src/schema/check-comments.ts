/** Whether a text goes on in what YAML takes for a comment: `see ticket #12 and more` is read as `see ticket`. */
import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { DocumentNode, ScalarNode } from '../types/document.ts'
import { showSafely } from '../util/show.ts'
import { mayBeBlank, type Schema, schemaOfKey, wantedBy } from './schema.ts'
import { isBlank } from './shape-data.ts'

const comment = /[ \t]+#[^\s#].*/y

/** Warnings at a "#" that a word follows at once; real comments have a space there. */
export function checkComments(root: DocumentNode, schema: Schema): Diagnostic[] {
  return /[ \t]#[^\s#]/.test(root.source.text) ? commentsIn(root, schema) : []
}

function commentsIn(node: DocumentNode, schema: Schema, name?: string): Diagnostic[] {
  if (node.kind === 'mapping')
    return node.entries.flatMap(({ name: key, value }) =>
      commentsIn(value, schemaOfKey(schema, key) ?? {}, key),
    )
  if (node.kind === 'sequence') return node.items.flatMap((item) => commentsIn(item, schema.items ?? {}))
  if (!node.plain || wantedBy(schema) !== 'string' || schema.enum || schema.format) return []
  // A blank that may not be one has its own message.
  return isBlank(node) && !mayBeBlank(schema) ? [] : commentAfter(node, name)
}

function commentAfter(node: ScalarNode, name: string | undefined): Diagnostic[] {
  const { source, start, end } = node
  comment.lastIndex = source.text[end] === ':' ? end + 1 : end
  const found = comment.exec(source.text)?.[0]
  if (found === undefined) return []
  const at = comment.lastIndex - found.trimStart().length
  const whole = source.text.slice(start, at + found.trimStart().length).trim()
  const long = whole.length > 80 || /["\\\r\n]/.test(whole)
  const text = long
    ? 'put the whole text in quotes'
    : `write ${name === undefined ? '' : `${showSafely(name)}: `}"${showSafely(whole)}"`
  return [
    diagnose({
      code: 'description/comment-in-text',
      severity: 'warning',
      message:
        end > start
          ? 'the text ends before this "#", which begins a comment'
          : 'nothing is read here: the "#" begins a comment',
      hint: `${text}; a comment has a space after its "#"`,
      at: { source, start: at, end: at + 1 },
    }),
  ]
}
