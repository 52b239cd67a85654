/** What every command is built with: commander with our help, our messages and our exit codes. */
import {
  Command,
  CommanderError,
  type CommandUnknownOpts,
  Help,
  type Option,
} from '@commander-js/extra-typings'
import { showSafely } from '../util/show.ts'
import { exitCode } from './exit-code.ts'
import type { Output, World } from './io/world.ts'
import { asciiOption, colorOption, debugOption, quietOption } from './options.ts'

/** A command as the list of commands shows it. Its options and what it runs are loaded when it is called. */
export interface ListedCommand {
  readonly name: string
  readonly summary: string
  /** Adds arguments, options and the action. */
  load(): Promise<(call: Call) => CommandUnknownOpts>
}

/** One call of a command. */
export interface Call {
  readonly world: World
  /** Takes the exit code of the command's action. */
  exitWith(code: Promise<number>): Promise<void>
}

interface Example {
  readonly command: string
  readonly about: string
}

const helpWidth = 100
const manual = 'The manual works offline: ims-gap explain <element, principle, rule, term or diagnostic code>'
const exitCodes =
  'Exit codes: 0 success, 1 a gate failed, 2 wrong usage, 3 invalid input, 4 cannot read or write, 5 conflict.'

/** A command with the options that every command has. `examples` come first in its help; each runs in a test. */
export function command(name: string, description: string, examples: readonly Example[]) {
  return new Command(name)
    .description(description)
    .allowExcessArguments(false)
    .addOption(colorOption)
    .addOption(asciiOption)
    .addOption(quietOption)
    .addOption(debugOption)
    .addHelpText('before', `${exampleLines(examples)}\n`)
    .addHelpText('after', `\n${manual}`)
    .configureHelp({ helpWidth, visibleOptions: ownOptionsFirst })
}

/** The options of `command`, for functions that take them from an action. */
export type OptionsOf<Definition extends () => { opts(): unknown }> = ReturnType<
  ReturnType<Definition>['opts']
>

function exampleLines(examples: readonly Example[]): string {
  const width = Math.max(...examples.map((example) => example.command.length))
  return examples.map(({ command: text, about }) => `  ${text.padEnd(width)}  # ${about}`).join('\n')
}

const common: readonly Option[] = [colorOption, asciiOption, quietOption, debugOption]

function ownOptionsFirst(parser: CommandUnknownOpts): Option[] {
  const options = new Help().visibleOptions(parser)
  return [
    ...options.filter((option) => !common.includes(option)),
    ...options.filter((option) => common.includes(option)),
  ]
}

/** Parses the arguments, runs the command they name and returns its exit code. */
export async function runProgram(
  commands: readonly ListedCommand[],
  argv: readonly string[],
  world: World,
  about: { readonly version: string; readonly summary: string; readonly examples: readonly Example[] },
): Promise<number> {
  let code: number = exitCode.ok
  const program = new Command('ims-gap')
    .description(about.summary)
    .version(about.version, '--version', 'print the version')
    .helpCommand('help [command]', 'show the help of a command')
    .configureHelp({ helpWidth })
    .addHelpText('before', `${exampleLines(about.examples)}\n`)
    .addHelpText('after', `\n${exitCodes}\n${manual}`)
  prepare(program, world.stdout, world.stderr)
  const words = withoutHelpWord(argv, commands)
  const called = commands.find(({ name }) => name === words[0])
  if (called) {
    const define = await called.load()
    const exitWith = async (result: Promise<number>) => {
      code = await result
    }
    const parser = define({ world, exitWith })
    program.addCommand(parser)
    prepare(parser, world.stdout, world.stderr)
  } else for (const { name, summary } of commands) program.command(name).summary(summary)
  try {
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage
    throw error
  }
}

/** `help assess` is `assess --help`, so that a mistyped command gets the same message everywhere. */
function withoutHelpWord(argv: readonly string[], commands: readonly ListedCommand[]): string[] {
  const [first, name = 'help'] = argv
  if (first !== 'help') return [...argv]
  if (name === 'help') return ['--help']
  return commands.some((listed) => listed.name === name) ? [name, '--help'] : [name]
}

function prepare(parser: CommandUnknownOpts, stdout: Output, stderr: Output): void {
  parser
    .exitOverride()
    .showSuggestionAfterError(true)
    .showHelpAfterError(`  ${callOf(parser)} --help shows how it is used`)
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      // These messages quote what was typed.
      writeErr: (text) => stderr.write(text.split('\n').map(showCut).join('\n')),
    })
}

function callOf(parser: CommandUnknownOpts): string {
  return parser.parent ? `${callOf(parser.parent)} ${parser.name()}` : parser.name()
}

function showCut(line: string): string {
  return showSafely(line.length > 300 ? `${line.slice(0, 299)}…` : line)
}
