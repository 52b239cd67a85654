/** The beginning of a long text, where it is only mentioned. */

/** At most so many characters. */
export function shorten(text: string, most = 160): string {
  const characters = Array.from(text.slice(0, most * 4))
  return characters.length <= most && text.length <= most * 4
    ? text
    : `${characters.slice(0, most - 1).join('')}…`
}
