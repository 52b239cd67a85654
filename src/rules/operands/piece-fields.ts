/** What rules can say of a piece of evidence: its fields, and the words each may hold. */
import type { FieldForm, FieldForms } from './field-form.ts'

/** Everything that can be wrong with a file as such. */
export const fileTroubles = [
  'missing',
  'wrong-case',
  'outside',
  'not-regular',
  'empty',
  'unreadable',
] as const

/** What can be said of a piece: one field for each thing that can be wrong with it, with one good word each. */
export const pieceFields: FieldForms = new Map<string, FieldForm>([
  ['source', 'value'],
  ['type', ['file', 'url', 'interview', 'ticket']],
  ['kind', ['document', 'interview', 'record', 'result']],
  ['date', 'date'],
  ['day', 'date'],
  ['file', ['there', ...fileTroubles]],
  ['content', ['as-cited', 'changed']],
  ['age', ['fresh', 'superseded', 'too-old']],
  ['commit', ['in-time', 'later']],
  ['carries', 'value'],
  ['problem', 'value'],
])
