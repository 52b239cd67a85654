/** What a command is: plain data and one function. Only `program.ts` knows the library that parses the arguments. */
import type { World } from './io/world.ts'

export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** More than the summary says; printed in the command's own help. */
  readonly description?: string
  /** Such as `<file>` or `[file]`. */
  readonly arguments?: readonly { readonly name: string; readonly about: string }[]
  readonly options: readonly Option[]
  /** Runnable, first in the help; each runs in a test. `about` follows as a comment. */
  readonly examples: readonly { readonly command: string; readonly about: string }[]
  run(call: Call, world: World): Promise<number>
}

export interface Option {
  /** Such as `--top <count>`; `[]` around the whole argument list is not used. */
  readonly flags: string
  readonly about: string
  /** Checks and converts the text given; throws a usage `Stop`. Left out for flags without a value. */
  readonly parse?: (text: string) => unknown
  /** May be given several times; the values come as a list. */
  readonly repeatable?: true
}

export interface Call {
  readonly arguments: readonly string[]
  /** By camel-case name; absent where the option was not given. */
  readonly options: Readonly<Record<string, unknown>>
}
