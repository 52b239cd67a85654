/** Where a result goes: what `-o` names, each in the format its ending says, else standard output. */
import { listWords, quote, showSafely } from '../util/show.ts'
import { exitCode, Stop, usageStop } from './exit-code.ts'
import { commandOutput, inertText } from './io/inert-output.ts'
import { mayReplace, seal } from './io/may-replace.ts'
import { fileBehind, isSameFile } from './io/paths.ts'
import type { World } from './io/world.ts'
import { writableTarget, writeWhole } from './io/write-file.ts'
import type { QuietOptions, TerminalOptions } from './options.ts'
import { type Terminal, terminalOf } from './terminal.ts'

export interface OutputOptions<Format extends string> extends TerminalOptions, QuietOptions {
  readonly format?: Format | undefined
  readonly output?: readonly string[] | undefined
  readonly force?: true | undefined
}

export interface Destination<Format extends string> {
  /** Null: standard output. */
  readonly file: string | null
  readonly format: Format
}

/**
 * `endings` say which format a name's end stands for, without the first dot; the longest that fits counts. One with a
 * dot of its own, such as `summary.md`, may be the whole name.
 */
export async function findDestinations<Format extends string>(
  options: OutputOptions<Format>,
  usual: Format,
  endings: Readonly<Record<string, Format>>,
  world: World,
): Promise<Destination<Format>[]> {
  const { format, output: files = [] } = options
  const named = files.map(
    (file): Destination<Format> =>
      file === '-' ? { file: null, format: format ?? usual } : { file, format: formatOf(file, endings) },
  )
  const quiet = files.length > 0 && (!format || files.includes('-'))
  const destinations = quiet ? named : [{ file: null, format: format ?? usual }, ...named]
  await refuseTwins(destinations, world)
  return destinations
}

/** Two outputs in one place would leave only the last of them. */
async function refuseTwins(destinations: readonly Destination<string>[], world: World): Promise<void> {
  if (destinations.length < 2) return
  const taken = new Set<string>()
  for (const { file } of destinations) {
    const place = file === null ? '-' : fileBehind(file, world.folder)
    if (taken.has(place)) throw usageStop(`${quote(file ?? '-')} is written twice`, 'name every output once')
    taken.add(place)
  }
}

function formatOf<Format extends string>(file: string, endings: Readonly<Record<string, Format>>): Format {
  const name = file.toLowerCase().replace(/^.*[/\\]/s, '')
  const [ending] = Object.keys(endings)
    .filter(
      (known) =>
        name.endsWith(`.${known}`) || (isName(known) && (name === known || name.endsWith(`-${known}`))),
    )
    .sort((a, b) => b.length - a.length)
  if (ending !== undefined) return endings[ending]!
  throw usageStop(
    `cannot tell the format of ${quote(file)} from its name`,
    `use a name that ends in ${listWords(commonEndings(endings), 'or')}`,
  )
}

/** An ending with a dot of its own, such as `elements.csv`, may also be the whole name, or its end after a hyphen. */
function isName(ending: string): boolean {
  return ending.includes('.')
}

/** Of several endings for one format, the first. */
function commonEndings(endings: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(endings)
  return entries
    .filter(([, format], index) => entries.findIndex((entry) => entry[1] === format) === index)
    .map(([ending]) => `.${ending}`)
}

/**
 * Renders for every destination and writes; every output is looked at before the first is written. What `givesCommands`
 * reaches the machine that runs a build as it is.
 */
export async function writeResults<Format extends string>(
  destinations: readonly Destination<Format>[],
  inputs: readonly string[],
  options: OutputOptions<string>,
  world: World,
  render: (format: Format, terminal: Terminal) => string,
  givesCommands: (format: Format) => boolean = () => false,
): Promise<void> {
  for (const { file } of destinations) if (file !== null) await checkOutput(file, inputs, options, world)
  for (const { file, format } of destinations) {
    const shown = terminalOf(world.stdout, world, options)
    const terminal = file === null ? shown : { color: false, unicode: !options.ascii, width: 100 }
    const text = render(format, terminal)
    if (file === null) (givesCommands(format) ? commandOutput(world.stdout) : world.stdout).write(text)
    else {
      const safe = inertText(text, givesCommands(format))
      writeWhole(file, givesCommands(format) ? safe : seal(safe, file), world.folder)
      if (!options.quiet) world.stderr.write(`wrote ${showSafely(file)}\n`)
    }
  }
}

async function checkOutput(
  file: string,
  inputs: readonly string[],
  options: OutputOptions<string>,
  world: World,
): Promise<void> {
  if (inputs.some((input) => isSameFile(file, input, world.folder)))
    throw new Stop(exitCode.cannotAccess, `${quote(file)} is the input file`)
  writableTarget(file, world.folder)
  if (options.force || mayReplace(file, world.folder)) return
  throw new Stop(
    exitCode.cannotAccess,
    `${quote(file)} was not written by ims-gap, or was edited since`,
    'use --force to overwrite it',
  )
}
