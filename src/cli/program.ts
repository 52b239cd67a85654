/** Turns command records into a program: the only file that knows commander. */
import { CommanderError, Command as Parser, Option as ParserOption } from 'commander'
import { showSafely } from '../util/show.ts'
import type { Command, Option } from './command.ts'
import { exitCode, usageStop } from './exit-code.ts'
import type { World } from './io/world.ts'
import { everywhere } from './options.ts'

/** Parses the arguments, runs the command they name and returns its exit code. */
export async function runProgram(
  commands: readonly Command[],
  argv: readonly string[],
  world: World,
  about: { readonly version: string; readonly summary: string; readonly examples: string },
): Promise<number> {
  let code: number = exitCode.ok
  const program = new Parser('ims-gap')
    .description(about.summary)
    .version(about.version, '--version', 'print the version')
    .helpCommand('help [command]', 'show the help of a command')
    .configureHelp({ helpWidth: 100, showGlobalOptions: false })
    .addHelpText('before', `${about.examples}\n`)
    .addHelpText('after', `\n${closing}`)
  prepare(program, world)
  const words = withoutHelpWord(argv, commands)
  const called = commands.find(({ name }) => name === words[0])
  if (called) {
    addCommand(program, called, world, (result) => {
      code = result
    })
  } else {
    // The list of commands, and a suggestion for one that was mistyped, need a line of each.
    for (const { name, summary } of commands) program.command(name).summary(summary)
  }
  try {
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage
    throw error
  }
}

/** `help assess` is `assess --help`, so that a mistyped command is answered as it is everywhere. */
function withoutHelpWord(argv: readonly string[], commands: readonly Command[]): string[] {
  const [first, name = 'help'] = argv
  if (first !== 'help') return [...argv]
  if (name === 'help') return ['--help']
  return commands.some((command) => command.name === name) ? [name, '--help'] : [name]
}

const manual = 'The manual works offline: ims-gap explain <element, principle, rule, term or diagnostic code>'
const closing = `Exit codes: 0 ran, 1 gate failed, 2 wrong usage, 3 invalid input, 4 cannot read or write, 5 held by others.\n${manual}`

function prepare(parser: Parser, world: World): void {
  parser
    .exitOverride()
    .showSuggestionAfterError(true)
    .showHelpAfterError(`  ${callOf(parser)} --help shows how it is used`)
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      // What was typed comes back in these messages.
      writeErr: (text) => world.stderr.write(text.split('\n').map(showCut).join('\n')),
    })
}

function callOf(parser: Parser): string {
  return parser.parent ? `${callOf(parser.parent)} ${parser.name()}` : parser.name()
}

function showCut(line: string): string {
  return showSafely(line.length > 300 ? `${line.slice(0, 299)}…` : line)
}

function addCommand(program: Parser, command: Command, world: World, done: (code: number) => void): void {
  const parser = program
    .command(command.name)
    .summary(command.summary)
    .description(command.description ?? command.summary)
    .allowExcessArguments(false)
    .addHelpText('before', `${exampleLines(command)}\n`)
    .addHelpText('after', `\n${manual}`)
    .configureHelp({ helpWidth: 100 })
  prepare(parser, world)
  for (const argument of command.arguments ?? []) parser.argument(argument.name, argument.about)
  for (const option of [...command.options, ...everywhere]) parser.addOption(toParserOption(option))
  parser.action(async (...values: unknown[]) => {
    const given = values.slice(0, (command.arguments ?? []).length).flat()
    done(
      await command.run(
        { arguments: given.filter((value) => typeof value === 'string'), options: parser.opts() },
        world,
      ),
    )
  })
}

function exampleLines({ examples }: Command): string {
  const width = Math.max(...examples.map(({ command }) => command.length))
  return examples.map(({ command, about }) => `  ${command.padEnd(width)}  # ${about}`).join('\n')
}

/** Twice the same option is a mistake unless it is repeatable: silently taking the last would hide it. */
function toParserOption(option: Option): ParserOption {
  const parserOption = new ParserOption(option.flags, option.about)
  const { parse, repeatable } = option
  if (parse) {
    parserOption.argParser((text: string, previous: unknown) => {
      if (previous === undefined) return repeatable ? [parse(text)] : parse(text)
      if (!repeatable) throw usageStop(`${option.flags.split(' ')[0]} was given twice`)
      return [...(previous as unknown[]), parse(text)]
    })
  }
  return parserOption
}
