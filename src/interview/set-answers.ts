/** Answers given without questions, as `--set` and as a file: checked as a description is, then made into edits. */

import { bindDescription } from '../description/bind-description.ts'
import { compareDiagnostics, type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import { checkDescriptionShape } from '../schema/check-description-shape.ts'
import { descriptionSchema } from '../schema/description-schema.ts'
import { schemaAt } from '../schema/schema.ts'
import { shapeData } from '../schema/shape-data.ts'
import type { Description } from '../types/description.ts'
import type { DocumentNode } from '../types/document.ts'
import type { ElementId, Pack } from '../types/framework.ts'
import type { Edit, EditValue } from '../yaml-edit/edit.ts'
import { showPath } from '../yaml-edit/show-path.ts'
import { type Assignment, graft, pathOf } from './assignment.ts'
import { joinEvidence } from './join-evidence.ts'
import { parseSets } from './parse-sets.ts'
import { readAnswers } from './read-answers.ts'
import { refuseAnswer } from './refuse-answer.ts'
import { saidAt } from './said-of.ts'
import { showAnswer } from './show-answer.ts'

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
  return value === undefined ? `${name}: taken away${before}` : `${name}: ${showAnswer(value)}${before}`
}
