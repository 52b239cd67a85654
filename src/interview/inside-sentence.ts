/** A sentence as a part of another one: without the end of its own. */

/** What trails off keeps its dots. */
export function insideSentence(text: string): string {
  return text.replace(/(?<![.。])[.;。]$/u, '')
}
