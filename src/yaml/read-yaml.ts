/**
 * Reads YAML into a tree whose nodes know their place. Takes plain data only: what YAML has beyond it is a diagnostic, as is
 * every mistake in bytes, characters, syntax and keys. Knows nothing of what the data means.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { DocumentNode, Source } from '../types/document.ts'
import { checkCharacters } from './check-characters.ts'
import { draftOf } from './mistake.ts'
import { collectProblems, type Problems } from './problems.ts'
import { readSimple } from './read-simple.ts'
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

type FullReader = (source: Source, anyRoot: boolean, problems: Problems) => DocumentNode | undefined

let readFull: FullReader | undefined

/** Makes the full parser known; importing `full-reader.ts` does it. */
export function useFullReader(reader: FullReader): void {
  readFull = reader
}

/** Thrown where a text is not plain and the full parser was not made known: load it and read again. */
export class NeedsFullReader extends Error {
  override readonly name = 'NeedsFullReader'
}

/**
 * Never throws anything but `NeedsFullReader`, whatever the input holds. `file` is the name shown in places. The full parser
 * is a third of what a command would have to load, and hardly any file needs it; the library has it from the start.
 */
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
  // Most files need no more than this; what is not that plain gets the full parser.
  const simple = readSimple(source)
  if (simple) return simple
  if (!readFull) throw new NeedsFullReader()
  return readFull(source, anyRoot, problems)
}
