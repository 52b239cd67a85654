/** Answers given without questions, as `--set` and as a file: checked as a description is, then made into edits. */
import { bindDescription } from '../description/bind-description.ts'
import type { DiagnosticDraft } from '../diagnostics/diagnose.ts'
import { compareDiagnostics, type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import { checkDescriptionShape } from '../schema/check-description-shape.ts'
import { isPracticeField } from '../schema/check-practice-indent.ts'
import { descriptionSchema } from '../schema/description-schema.ts'
import { descriptionWording } from '../schema/description-wording.ts'
import { schemaAt, wantedBy } from '../schema/schema.ts'
import { shapeData } from '../schema/shape-data.ts'
import type { Description } from '../types/description.ts'
import { type DocumentNode, nodeAt, type ScalarNode, type Source } from '../types/document.ts'
import type { ElementId, Framework, Pack } from '../types/framework.ts'
import { quote, showSafely } from '../util/show.ts'
import { checkCharacters } from '../yaml/check-characters.ts'
import { makeSource } from '../yaml/make-source.ts'
import { collectProblems } from '../yaml/problems.ts'
import type { Edit, EditValue } from '../yaml-edit/edit.ts'
import { showPath } from '../yaml-edit/show-path.ts'
import { type Assignment, graft, pathOf } from './assignment.ts'
import { readAnswers } from './read-answers.ts'
import { refuseAnswer } from './refuse-answer.ts'
import { saidAt } from './said-of.ts'
import { plainDigits } from './typed-numbers.ts'

export interface GivenAnswers {
  /** Such as `4.1.2.level=3`, each with a "=". They come after those of the file, and later ones win. */
  readonly sets: readonly string[]
  /** The root of a file of answers, as read. */
  readonly file?: DocumentNode
}

export type SetAnswers =
  | {
      readonly edits: readonly Edit[]
      /** A line for each thing that changes, such as `4.1.2 level: 3 (was 2)`. */
      readonly notes: readonly string[]
      readonly warnings: readonly Diagnostic[]
    }
  /** In order of place; nothing is to be changed. */
  | { readonly diagnostics: readonly Diagnostic[] }

/** `known`: what is wrong with the description as it is, which is not told again. */
export function setAnswers(
  description: Description,
  { framework, rules }: Pack,
  { sets, file }: GivenAnswers,
  { asOf, today, known }: { asOf?: string; today?: string; known: readonly Diagnostic[] },
): SetAnswers {
  const { root, file: name, sha256 } = description
  const written = file ? readAnswers(file) : []
  const typed = parseSets(sets, framework)
  const all = lastOfEach([...written, ...typed.assignments])
  const refused = all.flatMap((assignment) => refuseAnswer(assignment) ?? [])
  const given = all.filter((assignment) => !refuseAnswer(assignment))
  const assignments = [...given, ...setAside(given, root)].map((assignment) => joinEvidence(assignment, root))
  const grafted = assignments.reduce(graft, root)
  const { data, diagnostics: misshapen } = checkDescriptionShape(grafted, framework)
  const { diagnostics: unbound = [] } = data
    ? bindDescription(grafted, data, framework, {
        file: name,
        sha256,
        ruleIds: rules.map(({ id }) => id),
        ...(asOf !== undefined && { asOf }),
        ...(today !== undefined && { today }),
      })
    : {}
  const already = new Set(known.map(({ code, message }) => `${code} ${message}`))
  const diagnostics = [
    ...typed.diagnostics,
    ...refused,
    ...[...misshapen, ...unbound].filter(({ code, message }) => !already.has(`${code} ${message}`)),
  ].sort(compareDiagnostics)
  if (hasErrors(diagnostics)) return { diagnostics }
  const changes = assignments
    .map((assignment) => changeOf(assignment, root))
    .filter(({ edit, was }) => JSON.stringify(edit.value) !== JSON.stringify(was))
  return {
    edits: changes.map(({ edit }) => edit),
    notes: changes.map(({ edit, was }) => noteOf(edit, was)),
    warnings: diagnostics,
  }
}

function lastOfEach(assignments: readonly Assignment[]): Assignment[] {
  const byPath = new Map<string, Assignment>()
  for (const assignment of assignments) {
    const key = JSON.stringify(pathOf(assignment))
    byPath.delete(key)
    byPath.set(key, assignment)
  }
  return [...byPath.values()]
}

/**
 * What is not applicable has no level and no criteria: where only one of them is given, the other one goes, as it does
 * in an interview. Where both are given, checking tells.
 */
function setAside(given: readonly Assignment[], root: DocumentNode): Assignment[] {
  const fields = new Map<ElementId, Map<string, Assignment>>()
  for (const assignment of given) {
    const [part, element, field] = assignment.keys
    if (part?.text !== 'practices' || !element || !field || !assignment.value) continue
    if (!fields.has(element.text)) fields.set(element.text, new Map())
    fields.get(element.text)!.set(field.text, assignment)
  }
  return [...fields.values()].flatMap((said) => {
    const leveled = said.get('level') ?? said.get('criteria')
    const excluded = said.get('notApplicable')
    if (leveled && excluded) return []
    const gone = leveled ? ['notApplicable'] : excluded ? ['level', 'criteria'] : []
    const [part, element, field] = (leveled ?? excluded)?.keys ?? []
    return gone
      .map((name) => ({ keys: [part!, element!, { ...field!, text: name }], value: undefined }))
      .filter((assignment) => saidAt(root, pathOf(assignment)) !== undefined)
  })
}

function changeOf(assignment: Assignment, root: DocumentNode): { edit: Edit; was: unknown } {
  const path = pathOf(assignment)
  const { value } = assignment
  const shaped = value && shapeData(value, schemaAt(descriptionSchema, path))
  return { edit: { path, value: shaped as EditValue | undefined }, was: saidAt(root, path) }
}

function noteOf({ path, value }: Edit, was: unknown): string {
  const name = showPath(path[0] === 'practices' ? path.slice(1) : path)
  const before = was === undefined ? '' : ` (was ${showAnswer(was)})`
  return value === undefined ? `${name}: removed${before}` : `${name}: ${showAnswer(value)}${before}`
}

/** Any other answer comes back as it is. */
function joinEvidence(assignment: Assignment, root: DocumentNode): Assignment {
  const { keys, value } = assignment
  const path = pathOf(assignment)
  const there = nodeAt(root, path)
  const isEvidence = path.length === 3 && path[0] === 'practices' && path[2] === 'evidence'
  if (!isEvidence || value?.kind !== 'sequence' || there?.kind !== 'sequence') return assignment
  const schema = schemaAt(descriptionSchema, [...path, 0])
  const said = (piece: DocumentNode) => JSON.stringify(Object.entries(shapeData(piece, schema) ?? {}).sort())
  const known = new Set(there.items.map(said))
  const items = [...there.items, ...value.items.filter((piece) => !known.has(said(piece)))]
  return { keys, value: { ...value, items } }
}

/** `texts` hold a "=" each. Places are lines of a text named `--set` with one answer a line. */
function parseSets(
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
    message: `${descriptionWording.nameOf(path)} has several values`,
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
    const items: ScalarNode[] = []
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

/** `value`: plain data out of a description. */
function showAnswer(value: unknown): string {
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string')
      ? value.map(showSafely).join(', ')
      : `${value.length} ${value.length === 1 ? 'piece' : 'pieces'}`
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, inner]) => `${showSafely(key)} ${showAnswer(inner)}`)
      .join(', ')
  return typeof value === 'string' && !/^[\w-]{1,20}$/.test(value) ? quote(value) : String(value)
}
