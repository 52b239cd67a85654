/** What a text was before it was edited, kept as the one stretch that became another. */

export interface TextBefore {
  /** Where whole lines differ. */
  readonly start: number
  readonly was: string
  readonly is: string
  /** Of the text after the edits. */
  readonly length: number
}

export function textBefore(before: string, after: string): TextBefore {
  const most = Math.min(before.length, after.length)
  let same = 0
  while (same < most && before[same] === after[same]) same++
  const start = same === 0 ? 0 : before.lastIndexOf('\n', same - 1) + 1
  let tail = 0
  while (tail < most - same && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  return {
    start,
    was: before.slice(start, before.length - tail),
    is: after.slice(start, after.length - tail),
    length: after.length,
  }
}

/** `undefined` where the text is no longer what the edits left. */
export function withTextBefore(text: string, { start, was, is, length }: TextBefore): string | undefined {
  if (text.length !== length || !text.startsWith(is, start)) return undefined
  return text.slice(0, start) + was + text.slice(start + is.length)
}
