/** What the number a command ends with means. It never depends on the output format. */
export const exitCode = {
  ok: 0,
  /** The gate failed: `--fail-on`. */
  gateFailed: 1,
  usage: 2,
  /** An input file is invalid or refused for a safety limit. */
  invalidInput: 3,
  /** Cannot read or write; what was there is intact. */
  cannotAccess: 4,
  /** The file changed since it was read, or another process holds it. */
  conflict: 5,
  bug: 70,
  /** The terminal was closed. */
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** Stops a command with a message for the user; `main` prints it and returns the code. */
export class Stop extends Error {
  readonly code: ExitCode
  readonly hint: string | undefined
  constructor(code: ExitCode, message: string, hint?: string) {
    super(message)
    this.code = code
    this.hint = hint
  }
}

/** Wrong usage: code 2. */
export function usageStop(message: string, hint?: string): Stop {
  return new Stop(exitCode.usage, message, hint)
}
