/** Small steps over YAML text: over blanks, breaks and comments, to the end of a line. */

export function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}

export function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}

/** Blank, break or end of text: what must follow a dash or a colon for it to mean something. */
export function isGap(character: string | undefined): boolean {
  return character === undefined || isBlank(character) || isBreak(character)
}

/** The first offset from `at` on that is neither space nor tab. */
export function skipBlank(text: string, at: number): number {
  while (isBlank(text[at])) at++
  return at
}

/** The first offset from `at` on that is no space, tab, line break or comment. */
export function skipSeparation(text: string, at: number): number {
  for (;;) {
    while (isBlank(text[at]) || isBreak(text[at])) at++
    if (text[at] !== '#' || !(at === 0 || isGap(text[at - 1]))) return at
    at = lineEnd(text, at)
  }
}

/** The offset of the line break that ends the line `at` is in, or the end of the text. */
export function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at)
  const end = feed === -1 ? text.length : feed
  const carriage = text.slice(at, end).indexOf('\r')
  return carriage === -1 ? end : at + carriage
}

/** The offset after the line break at `at`. */
export function nextLine(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : Math.min(at + 1, text.length)
}
