/** The options that several commands share, and the parsers that check their values. */
import { Option } from '@commander-js/extra-typings'
import { didYouMean } from '../diagnostics/suggest.ts'
import type { Level } from '../types/framework.ts'
import { isCalendarDate } from '../util/calendar.ts'
import { listWords, quote } from '../util/show.ts'
import { usageStop } from './exit-code.ts'

const levels = [0, 1, 2, 3, 4, 5] as const satisfies readonly Level[]

export const colorOption = new Option('--color <when>', 'auto, always or never').argParser(
  once('--color', oneOf('--color', ['auto', 'always', 'never'])),
)
export const asciiOption = new Option('--ascii', 'plain characters only, no line drawing')
export const debugOption = new Option('--debug', 'print the stack when the tool itself fails')
export const quietOption = new Option('-q, --quiet', 'print the result only, no hints')
export const stdinNameOption = new Option(
  '--stdin-filename <name>',
  'name to show for standard input',
).argParser(once('--stdin-filename', (text) => text))
export const packOption = new Option(
  '--pack <folder>',
  'use a guidance pack, or lay one over the built-in pack; may be repeated',
).argParser(repeated((folder) => folder))
export const asOfOption = dateOption(
  "take this date (YYYY-MM-DD) as today; default: the file's assessment date, else today",
)
export const checkDayOption = dateOption('take this date (YYYY-MM-DD) as today')
export const checkedEvidenceOption = new Option(
  '--evidence <how>',
  'checked (default): files cited as evidence are looked for; declared: they count unseen',
).argParser(once('--evidence', oneOf('--evidence', ['checked', 'declared'])))
export const evidenceOption = new Option(
  '--evidence <how>',
  'declared (default): files cited as evidence count unseen; checked: they are looked for, beside the description, and dated by git',
).argParser(once('--evidence', oneOf('--evidence', ['declared', 'checked'])))
export const baselineOption = new Option(
  '--baseline <file>',
  'the accepted findings; default: ims-gap.baseline.yaml where the configuration is',
).argParser(once('--baseline', text('--baseline')))
export const configOption = new Option(
  '--config <file>',
  'default: the nearest ims-gap.config.yaml, from the first file up to the root of the repository',
).argParser(once('--config', text('--config')))
export const noConfigOption = new Option('--no-config', 'use no configuration')
export const targetOption = levelOption(
  "use this level (0 to 5) as every element's target, whatever the file says",
)
export const forceOption = new Option('--force', 'overwrite a file that exists')
/** For results: those written before are replaced without it. */
export const forceResultOption = new Option('--force', 'overwrite a file that ims-gap did not write')

export function dateOption(about: string) {
  return new Option('--as-of <date>', about).argParser(once('--as-of', date('--as-of')))
}

export function levelOption(about: string) {
  const parse = (given: string): Level => {
    const level = levels.find((known) => String(known) === given)
    if (level !== undefined) return level
    throw usageStop(`--target takes a whole number from 0 to 5, not ${quote(given)}`)
  }
  return new Option('--target <level>', about).argParser(once('--target', parse))
}

export function formatOption<const Format extends string>(formats: readonly Format[]) {
  return new Option('--format <name>', `what to print: ${listWords(formats, 'or')}`).argParser(
    once('--format', oneOf('--format', formats)),
  )
}

/** `endings` name the formats of files, such as `.txt .md`. */
export function outputOption(endings: string) {
  return new Option(
    '-o, --output <file>',
    `write to a file; its ending${endings === '' ? '' : ` (${endings})`} names the format; may be repeated; - is standard output`,
  ).argParser(repeated((file) => file))
}

/** An option that may be given once: silently taking the last of several would hide a mistake. */
export function once<Value>(flag: string, parse: (text: string) => Value) {
  return (given: string, previous: Value | undefined): Value => {
    if (previous !== undefined) throw usageStop(`${flag} was given twice`)
    return parse(given)
  }
}

/** The values of an option that may be given several times, in order. */
export function repeated<Value>(parse: (text: string) => Value) {
  return (given: string, previous: Value[] | undefined): Value[] => [...(previous ?? []), parse(given)]
}

export function oneOf<const Word extends string>(
  flag: string,
  allowed: readonly Word[],
): (text: string) => Word {
  return (given) => {
    const word = allowed.find((known) => known === given)
    if (word !== undefined) return word
    const [short, ...others] = allowed.filter((known) => abbreviates(given, known))
    const meant = short !== undefined && others.length === 0 ? short : given
    const hint = didYouMean(meant, allowed) ?? `use ${listWords(allowed, 'or')}`
    throw usageStop(`${flag}: unsupported value ${quote(given)}`, hint)
  }
}

/** `md` of `markdown`. */
function abbreviates(short: string, word: string): boolean {
  let at = 0
  for (const letter of short) {
    at = word.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return short !== '' && short[0] === word[0]
}

/** A text that a description may hold. */
export function text(flag: string): (text: string) => string {
  return (given) => {
    if (given.trim() === '') throw usageStop(`${flag} is empty`)
    if (given.length > longestText) throw usageStop(`${flag} has more than ${longestText} characters`)
    if (/[\ufffe\uffff]|\p{Cs}/u.test(given))
      throw usageStop(`${flag} contains an invalid character: ${quote(given)}`)
    return given
  }
}

const longestText = 1000

export function wholeNumber(flag: string, lowest: number, highest: number): (text: string) => number {
  return (given) => {
    const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
    if (value >= lowest && value <= highest) return value
    throw usageStop(`${flag} takes a whole number from ${lowest} to ${highest}, not ${quote(given)}`)
  }
}

export function date(flag: string): (text: string) => string {
  return (given) => {
    if (isCalendarDate(given)) return given
    throw usageStop(`${flag} takes a date as YYYY-MM-DD, not ${quote(given)}`)
  }
}

/** How a description is read and judged. */
export interface JudgementOptions {
  readonly asOf?: string | undefined
  readonly evidence?: 'declared' | 'checked' | undefined
  readonly target?: Level | undefined
}

export interface PackOptions {
  /** Folders of packs, in order. */
  readonly pack?: readonly string[] | undefined
}

export interface TerminalOptions {
  readonly color?: 'auto' | 'always' | 'never' | undefined
  readonly ascii?: true | undefined
}

export interface QuietOptions {
  readonly quiet?: true | undefined
}
