/**
 * Makes text from a file safe to show to a person: nothing invisible, nothing that steers a terminal.
 * Escaping for a particular format (Markdown, CSV) is the reporter's.
 */

/** C0, DEL, C1, bidi controls, line and paragraph separators, zero-width and tag characters, lone surrogates. */
const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu

/** Tabs become a space; every other unsafe character becomes `\u{…}`. ZWJ and ZWNJ stay: scripts and emoji need them. */
export function showSafely(text: string): string {
  return replaceUnsafe(text, (character) =>
    character === '\t' ? ' ' : `\\u{${character.codePointAt(0)!.toString(16)}}`,
  )
}

/** Nearly every text is made of these, and looking for them is much quicker. */
const safe = /^[ -~\u00a1-\u00ac\u00ae-\u02ff‘’“”–…]*$/

/** For formats with escapes of their own. */
export function replaceUnsafe(text: string, encode: (character: string) => string): string {
  return safe.test(text) ? text : text.replace(unsafe, encode)
}

/** A found value inside a message: safe, in double quotes, at most `limit` characters (default 60). */
export function quote(text: string, limit = 60): string {
  const characters = Array.from(text.slice(0, limit * 4))
  const cut = characters.length > limit || text.length > limit * 4
  return `"${showSafely(cut ? `${characters.slice(0, limit - 1).join('')}…` : text)}"`
}

/** `a, b and c`; beyond `limit` entries the rest is counted: `a, b, … and 12 more`. */
export function listWords(words: readonly string[], joint: 'and' | 'or' = 'and', limit = 10): string {
  if (words.length > limit) return `${words.slice(0, limit).join(', ')}, … and ${words.length - limit} more`
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${joint} ${words[words.length - 1]}`
}

/** A whole number with a comma between thousands, the same everywhere. */
export function showNumber(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
