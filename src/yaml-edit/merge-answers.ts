/** Lays answers that were given on one version of a file onto what somebody made of that file meanwhile. */
import type { Path } from '../types/document.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import type { Edit, Edited } from './edit.ts'
import { EditRefused } from './edit-refused.ts'
import { editText, readOrRefuse } from './edit-text.ts'
import { type Data, dataAfter, dataAt, dataOf, isSameData } from './plain-data.ts'
import { showPath } from './show-path.ts'

/** What was answered in both versions, and differently; named as in `practices 4.1.2`, or a sentence about the whole file. */
export interface Conflicting {
  readonly conflicts: readonly string[]
}

/**
 * The text of `theirs` with the edits. An answer is a practice as a whole, a list as a whole, or else what the edit's path
 * leads to. Throws as `editText` does where the edits do not fit `base`.
 */
export function mergeAnswers(base: string, theirs: string, edits: readonly Edit[]): Edited | Conflicting {
  const before = dataOf(readOrRefuse(base).root)
  const mine = edits.reduce<Data>((data, { path, value }) => dataAfter(data, path, value), before)
  const { root, diagnostics } = readYaml(theirs, 'the file')
  const wrong = diagnostics.find(({ severity }) => severity === 'error')
  if (!root || wrong) {
    const place = wrong?.location === undefined ? '' : ` in line ${wrong.location.line}`
    return { conflicts: [`the file as it stands now cannot be read${place}: ${wrong?.message}`] }
  }
  const now = dataOf(root)
  const conflicts = new Set<string>()
  const left = edits.filter(({ path }) => {
    const answer = answerOf(path)
    const [was, is] = [dataAt(before, answer), dataAt(now, answer)]
    if (isSameData(was, is)) return true
    if (!isSameData(dataAt(mine, answer), is)) conflicts.add(showPath(answer))
    return false
  })
  if (conflicts.size > 0) return { conflicts: [...conflicts] }
  try {
    return editText(theirs, left)
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error
    return { conflicts: [error.message] }
  }
}

function answerOf(path: Path): Path {
  if (path[0] === 'practices') return path.slice(0, 2)
  const list = path.findIndex((step) => typeof step === 'number')
  return list === -1 ? path : path.slice(0, list)
}
