/**
 * Reads YAML into a tree whose nodes know their location. Accepts plain data only: what YAML has beyond it is a diagnostic, as
 * is every mistake in bytes, characters, syntax and keys. Knows nothing of what the data means.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { DocumentNode, Source } from '../types/document.ts'
import { checkCharacters } from './check-characters.ts'
import { draftOf } from './mistake.ts'
import { collectProblems, type Problems } from './problems.ts'
import { readDocument } from './read-document.ts'
import { readText } from './read-text.ts'
import { scanDocuments } from './scan-documents.ts'

export interface ReadOptions {
  /** Accept a document that is a list or a single value, as some files of a guidance pack are. */
  readonly anyRoot?: boolean
}

export interface ReadResult {
  /** Left out where the text could not be read or parsed. Present beside errors in what was read. */
  readonly root?: DocumentNode
  readonly source: Source
  /** In order of place, at most fifty and one that counts the rest. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Never throws, whatever the input holds. `file` is the name shown in locations. */
export function readYaml(
  input: Uint8Array | string,
  file: string,
  { anyRoot = false }: ReadOptions = {},
): ReadResult {
  const problems = collectProblems()
  const { source, problem } = readText(input, file)
  if (problem) problems.add(problem)
  const root = problem ? undefined : readSource(source, anyRoot, problems)
  return { ...(root && { root }), source, diagnostics: problems.list() }
}

function readSource(source: Source, anyRoot: boolean, problems: Problems): DocumentNode | undefined {
  if (!checkCharacters(source, problems)) return undefined
  const early = scanDocuments(source.text)
  if (early) {
    problems.add(draftOf(early, source))
    return undefined
  }
  return readDocument(source, anyRoot, problems)
}
