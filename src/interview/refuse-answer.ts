/** Whether something given without a question is an answer at all: what checking the description as a whole would not tell as well. */

import { own } from '../description/odd-data.ts'
import { diagnose, type Span } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { DiagnosticCode } from '../diagnostics/diagnostic-codes.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import { descriptionSchema } from '../schema/description-schema.ts'
import { descriptionWording } from '../schema/description-wording.ts'
import { schemaAt, schemaOfKey } from '../schema/schema.ts'
import type { ScalarNode } from '../types/document.ts'
import { registerNames } from '../types/framework.ts'
import { quote } from '../util/show.ts'
import { type Assignment, pathOf } from './assignment.ts'

/** Entries with ids of their own, which no single value could change. */
const notAnswers: ReadonlySet<string> = new Set([...registerNames, 'waivers'])

export function refuseAnswer(assignment: Assignment): Diagnostic | undefined {
  const { keys, value } = assignment
  const path = pathOf(assignment)
  const first = keys[0]!
  const last = keys.at(-1)!
  if (notAnswers.has(first.text))
    return wrong(
      'description/unknown-key',
      `"${first.text}" is not an answer about an element`,
      'edit its entries in the description itself',
      first,
    )
  const place = path.findIndex(
    (key, index) => !schemaOfKey(schemaAt(descriptionSchema, path.slice(0, index)), String(key)),
  )
  if (place !== -1) return unknownKey(keys, place)
  const { required = [] } = schemaAt(descriptionSchema, path.slice(0, -1))
  if (value !== undefined || (path.length > 1 && !required.includes(last.text))) return undefined
  return wrong(
    'description/missing-key',
    `${descriptionWording.nameOf(path)} cannot be removed`,
    path.length > 1 ? 'give it another value' : 'name the key to remove',
    last,
  )
}

/** Here every key may be given, also one that is there already. */
function unknownKey(keys: readonly ScalarNode[], place: number): Diagnostic {
  const parent = keys.slice(0, place).map(({ text }) => text)
  const key = keys[place]!
  const known = Object.keys(schemaAt(descriptionSchema, parent).properties ?? {}).filter(
    (name) => !notAnswers.has(name),
  )
  const synonym = own(descriptionWording.synonyms, key.text)
  const hint =
    typeof synonym === 'string' && known.includes(synonym)
      ? `did you mean "${synonym}"?`
      : (didYouMean(key.text, known) ??
        (known.length === 0 ? 'it has no keys' : `allowed keys: ${known.join(', ')}`))
  return wrong(
    'description/unknown-key',
    `unknown key ${quote(key.text, 40)} in ${descriptionWording.nameOf(parent)}`,
    hint,
    key,
  )
}

function wrong(code: DiagnosticCode, message: string, hint: string, at: Span): Diagnostic {
  return diagnose({ code, message, hint, at })
}
