/** Lays sections of Markdown out under a limit: whole entries only, and a count of those left out under each. */
import { showNumber } from '../../../util/show.ts'
import { counted } from '../../phrases.ts'

export interface Section {
  /** With its `#` signs. */
  readonly heading: string
  /** What stands between heading and entries, such as the head of a table; empty where nothing does. */
  readonly lead: string
  readonly count: number
  /** A line of a list or a row of a table; only those that are shown are ever written. */
  readonly entry: (index: number) => string
  /** What one entry is, for counting: `finding`. */
  readonly noun: string
}

export interface Limits {
  /** Of the whole text, in the units of `sizeOf`. */
  readonly size: number
  readonly sizeOf: (text: string) => number
  /** Entries of any one section. */
  readonly entries: number
}

/**
 * Opening, headings, counts and closing are always there. Each section may take half of the room that those before it
 * left, so that the first are shown most fully and the last still show something.
 */
export function fitSections(
  opening: readonly string[],
  sections: readonly Section[],
  closing: readonly string[],
  { size, sizeOf, entries: most }: Limits,
): string {
  const filled = sections.filter(({ count }) => count > 0)
  const frame = [...opening, ...filled.flatMap((section) => blocksOf(section, [])), ...closing]
  let room = size - sizeOf(joined(frame)) - filled.length
  const blocks = filled.flatMap((section) => {
    const shown: string[] = []
    const least = room / 2
    while (shown.length < Math.min(section.count, most)) {
      const entry = section.entry(shown.length)
      const left = room - sizeOf(`${entry}\n`)
      if (left < least) break
      room = left
      shown.push(entry)
    }
    return blocksOf(section, shown)
  })
  return joined([...opening, ...blocks, ...closing])
}

function blocksOf({ heading, lead, count, noun }: Section, shown: readonly string[]): string[] {
  const hidden = count - shown.length
  const list = [...(lead === '' ? [] : [lead]), ...shown].join('\n')
  const what = counted(hidden, noun).replace(/^\d+/, showNumber(hidden))
  const rest = shown.length === 0 ? `${what}, not listed here.` : `… and ${what} more.`
  return [heading, ...(shown.length === 0 ? [] : [list]), ...(hidden === 0 ? [] : [rest])]
}

function joined(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`
}
