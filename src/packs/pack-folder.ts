/** A guidance pack as it was read: a folder's files by their path inside it. */
import type { DocumentNode } from '../types/document.ts'

export interface PackFolder {
  /** Shown in messages; the folder as the user gave it. */
  readonly name: string
  readonly files: readonly PackFile[]
}

export interface PackFile {
  /** With forward slashes, such as `elements/04-context.yaml`. */
  readonly path: string
  /** Absent where the file held no data. */
  readonly root?: DocumentNode | undefined
  readonly bytes: Uint8Array
}
