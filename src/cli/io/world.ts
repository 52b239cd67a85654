/** Everything a command may know of or do to the world outside: handed in, so that tests can hand in another one. */

export interface World {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: Input
  readonly env: Readonly<Record<string, string | undefined>>
  /** Folder that relative paths start from. */
  readonly folder: string
  /** The folder of the installed package: built-in packs and schemas lie below it. */
  readonly packageFolder: string
  /** Today's date in UTC, `YYYY-MM-DD`. */
  today(): string
  /** This moment in UTC, to the second: `2026-11-25T09:30:00Z`. */
  moment(): string
}

export interface Output {
  write(text: string): void
  readonly isTerminal: boolean
  /** Columns of the terminal, where there is one. */
  readonly columns: number | undefined
}

interface Input {
  readonly isTerminal: boolean
  /** Reads to the end, but never more than `limit` bytes. */
  read(limit: number): Promise<Uint8Array>
}
