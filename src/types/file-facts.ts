/** What the world says about a file cited as evidence: plain facts, gathered in `cli/io/`, judged on the floors below. */

/** Everything but `present` means that the file shows nothing. */
export type FileState =
  | 'present'
  /** No file of that name, in whatever case. */
  | 'missing'
  /** A file is there whose name differs in case: it is missing on other systems. */
  | 'wrong-case'
  /** It leads out of the root through a link. */
  | 'outside'
  /** A folder, a device, a pipe. */
  | 'not-regular'
  | 'empty'
  /** There, but this process may not read it. */
  | 'unreadable'

export interface FileFact {
  readonly state: FileState
  /** `YYYY-MM-DD` (UTC) of the last commit that touched it; null where git knows none or was not asked. */
  readonly committed: string | null
  /** 64 hex digits; null unless it was asked for and could be read. */
  readonly sha256: string | null
}

/** One file to look at: its path as cited, relative to the description's folder. */
export interface FileQuestion {
  readonly file: string
  /** The citation has no date of its own, so that of the last commit matters. */
  readonly needsDate: boolean
  /** The citation names a digest. */
  readonly needsDigest: boolean
}

/** Answers all questions at once, keyed by `file`; a file without an answer counts as missing. */
export type LookAtFiles = (questions: readonly FileQuestion[]) => ReadonlyMap<string, FileFact>
