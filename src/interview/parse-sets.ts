/** Reads answers given as `4.1.2.level=3`: the keys by dots, where an element's number holds dots itself. */
import type { DiagnosticDraft } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isPracticeField } from '../schema/check-practice-indent.ts'
import { descriptionSchema } from '../schema/description-schema.ts'
import { descriptionWording } from '../schema/description-wording.ts'
import { schemaAt, wantedBy } from '../schema/schema.ts'
import type { ScalarNode, Source } from '../types/document.ts'
import type { Framework } from '../types/framework.ts'
import { checkCharacters } from '../yaml/check-characters.ts'
import { makeSource } from '../yaml/make-source.ts'
import { collectProblems } from '../yaml/problems.ts'
import { type Assignment, pathOf } from './assignment.ts'
import { refuseAnswer } from './refuse-answer.ts'
import { plainDigits } from './typed-numbers.ts'

/** `texts` hold a "=" each. Places are lines of a text named `--set` with one answer a line. */
export function parseSets(
  texts: readonly string[],
  framework: Framework,
): { readonly assignments: readonly Assignment[]; readonly diagnostics: readonly Diagnostic[] } {
  const source = makeSource('--set', texts.join('\n'))
  const problems = collectProblems()
  if (!checkCharacters(source, problems)) return { assignments: [], diagnostics: problems.list() }
  let start = 0
  const assignments = texts.flatMap((text) => {
    const assignment = parse(source, start, text, framework)
    start += text.length + 1
    const problem = severalValues(assignment)
    if (problem) problems.add(problem)
    return problem ? [] : [assignment]
  })
  return { assignments, diagnostics: problems.list() }
}

/** What no text after a "=" could say; what is no answer at all has a message of its own. */
function severalValues(assignment: Assignment): DiagnosticDraft | undefined {
  const { value } = assignment
  if (refuseAnswer(assignment)) return undefined
  const path = pathOf(assignment)
  const schema = schemaAt(descriptionSchema, path)
  const isObject = wantedBy(schema) === 'object'
  if (value === undefined || !(isObject || (schema.items && wantedBy(schema.items) === 'object')))
    return undefined
  return {
    code: 'description/wrong-type',
    message: `${descriptionWording.nameOf(path)} holds several values`,
    hint: isObject ? 'name one of them before the "="' : 'give it in a file with --answers',
    at: value,
  }
}

function parse(source: Source, start: number, text: string, framework: Framework): Assignment {
  const equals = text.indexOf('=')
  const scalar = (from: number, to: number): ScalarNode => {
    const raw = text.slice(from, to)
    const at = from + (raw.length - raw.trimStart().length)
    const value = raw.trim()
    return {
      kind: 'scalar',
      source,
      start: start + at,
      end: start + at + value.length,
      text: value,
      value,
      plain: true,
    }
  }
  const keys: ScalarNode[] = []
  // Every digit stays one character, so places are the same in both.
  const digits = plainDigits(text)
  let at = 0
  for (const name of splitKeys(plainDigits(text.slice(0, equals).trim()), framework)) {
    const from = digits.indexOf(name.text, at)
    keys.push({ ...scalar(from, from + name.text.length), text: name.is, value: name.is })
    at = from + name.text.length
  }
  const given = scalar(equals + 1, text.length)
  const path = pathOf({ keys, value: undefined })
  const schema = schemaAt(descriptionSchema, path)
  if (given.text === '') return { keys, value: undefined }
  if (wantedBy(schema) === 'array') {
    const { source: from, start: begin, end } = given
    const items = []
    let next = equals + 1
    for (const part of text.slice(equals + 1).split(',')) {
      items.push(scalar(next, next + part.length))
      next += part.length + 1
    }
    return { keys, value: { kind: 'sequence', source: from, start: begin, end, items } }
  }
  const numeric = wantedBy(schema) === 'integer' || schema.format === 'date'
  const plain = numeric ? plainDigits(given.text) : given.text
  return { keys, value: { ...given, text: plain, value: plain } }
}

interface Name {
  /** As written; for what goes without saying, the text that implies it. */
  readonly text: string
  readonly is: string
}

function splitKeys(written: string, framework: Framework): Name[] {
  const parts = written.split('.')
  const [first, second] = parts
  if (first === 'practices' && parts.length > 1)
    return [same(first), ...splitPractice(parts.slice(1), framework)]
  if (first === 'targets' && second === 'elements' && parts.length > 2)
    return [first, second, parts.slice(2).join('.')].map(same)
  const isElement =
    !Object.hasOwn(descriptionSchema.properties!, first!) && elementParts(parts, framework) > 0
  return isElement ? [{ text: '', is: 'practices' }, ...splitPractice(parts, framework)] : parts.map(same)
}

/** An element's number alone means its level. */
function splitPractice(parts: readonly string[], framework: Framework): Name[] {
  const count = Math.max(1, elementParts(parts, framework))
  const fields = parts.slice(count).map(same)
  return [
    same(parts.slice(0, count).join('.')),
    ...(fields.length === 0 ? [{ text: '', is: 'level' }] : fields),
  ]
}

function same(text: string): Name {
  return { text, is: text }
}

/** How many parts name an element: the longest known one, else all before a field of a practice; 0 where nothing looks like one. */
function elementParts(parts: readonly string[], { elements }: Framework): number {
  for (let count = parts.length; count > 0; count--) {
    const name = parts.slice(0, count).join('.')
    if (elements.some(({ id }) => id === name)) return count
  }
  const field = parts.findIndex(isPracticeField)
  if (field > 0) return field
  const numbered = parts.findIndex((part) => !/\p{Nd}/u.test(part))
  return numbered === -1 ? parts.length : numbered
}
