/** The beginning of a long text, where it is only mentioned. */

/** On one line, at most so many characters. */
export function shorten(text: string, most = 160): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const characters = Array.from(line.slice(0, most * 4))
  return characters.length <= most && line.length <= most * 4
    ? line
    : `${characters.slice(0, most - 1).join('')}…`
}
