/** The options that several commands share, and what turns their texts into checked values. */

import { didYouMean } from '../diagnostics/suggest.ts'
import { isCalendarDate } from '../util/calendar.ts'
import { listWords, quote } from '../util/show.ts'
import type { Option } from './command.ts'
import { usageStop } from './exit-code.ts'

export const colorOption: Option = {
  flags: '--color <when>',
  about: 'auto, always or never',
  parse: oneOf('--color', ['auto', 'always', 'never']),
}
export const asciiOption: Option = { flags: '--ascii', about: 'plain characters only, no line drawing' }
export const debugOption: Option = { flags: '--debug', about: 'print the stack when the tool itself fails' }
export const quietOption: Option = { flags: '-q, --quiet', about: 'print the result only, no hints' }
export const stdinNameOption: Option = {
  flags: '--stdin-filename <name>',
  about: 'name to show for standard input',
  parse: (text) => text,
}
export const packOption: Option = {
  flags: '--pack <folder>',
  about: 'use a guidance pack, or lay one over the built-in pack; may be repeated',
  parse: (text) => text,
  repeatable: true,
}
export const asOfOption: Option = {
  flags: '--as-of <date>',
  about: "take this day (YYYY-MM-DD) as today; default: the file's assessment date, else today",
  parse: date('--as-of'),
}
export const checkDayOption: Option = {
  flags: '--as-of <date>',
  about: 'take this day (YYYY-MM-DD) as today',
  parse: date('--as-of'),
}
export const checkedEvidenceOption: Option = {
  flags: '--evidence <how>',
  about: 'checked (default): files cited as evidence are looked for; declared: they count unseen',
  parse: oneOf('--evidence', ['checked', 'declared']),
}
export const baselineOption: Option = {
  flags: '--baseline <file>',
  about: 'the accepted findings; default: ims-gap.baseline.yaml where the configuration is',
  parse: text('--baseline'),
}
export const configurationOptions: readonly Option[] = [
  {
    flags: '--config <file>',
    about: 'default: the nearest ims-gap.config.yaml, from the first file up to the root of the repository',
    parse: text('--config'),
  },
  { flags: '--no-config', about: 'use no configuration' },
]
export const targetOption: Option = {
  flags: '--target <level>',
  about: "use this level (0 to 5) as every element's target, whatever the file says",
  parse: wholeNumber('--target', 0, 5),
}
export const evidenceOption: Option = {
  flags: '--evidence <how>',
  about:
    'declared (default): files cited as evidence count unseen; checked: they are looked for, beside the description, and dated by git',
  parse: oneOf('--evidence', ['declared', 'checked']),
}
export const forceOption: Option = { flags: '--force', about: 'overwrite a file that exists' }
/** For results: those written before are replaced without it. */
export const forceResultOption: Option = {
  flags: '--force',
  about: 'overwrite a file that ims-gap did not write',
}

/** Options every command takes. */
export const everywhere: readonly Option[] = [colorOption, asciiOption, quietOption, debugOption]

/** `md` of `markdown`. */
function abbreviates(short: string, word: string): boolean {
  let at = 0
  for (const letter of short) {
    at = word.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return short !== '' && short[0] === word[0]
}

export function oneOf(flag: string, allowed: readonly string[]): (text: string) => string {
  return (text) => {
    if (allowed.includes(text)) return text
    const [short, ...others] = allowed.filter((word) => abbreviates(text, word))
    const meant = short !== undefined && others.length === 0 ? short : text
    const hint = didYouMean(meant, allowed) ?? `${flag} takes ${listWords(allowed, 'or')}`
    throw usageStop(`${flag} does not know ${quote(text)}`, hint)
  }
}

/** A text that a description may hold. */
export function text(flag: string): (text: string) => string {
  return (given) => {
    if (given.trim() === '') throw usageStop(`${flag} is empty`)
    if (given.length > longestText) throw usageStop(`${flag} has more than ${longestText} characters`)
    if (/[\ufffe\uffff]|\p{Cs}/u.test(given))
      throw usageStop(`${flag} holds what is no character: ${quote(given)}`)
    return given
  }
}

const longestText = 1000

export function wholeNumber(flag: string, lowest: number, highest: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (value >= lowest && value <= highest) return value
    throw usageStop(`${flag} takes a whole number from ${lowest} to ${highest}, not ${quote(text)}`)
  }
}

export function date(flag: string): (text: string) => string {
  return (text) => {
    if (isCalendarDate(text)) return text
    throw usageStop(`${flag} takes a day as YYYY-MM-DD, not ${quote(text)}`)
  }
}
