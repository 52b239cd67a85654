/** What a plain scalar means by the YAML 1.2 core schema: null, boolean, number, or the text itself. */

const words: ReadonlyMap<string, null | boolean> = new Map([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
])

const longestWord = 5

const decimal = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/
const special = /^(?:([-+]?)\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/

export function scalarValue(text: string): string | number | boolean | null {
  const word = text.length > longestWord ? undefined : words.get(text)
  if (word !== undefined) return word
  if (!startsLikeNumber(text.charCodeAt(0))) return text
  if (decimal.test(text)) return Number(text)
  if (/^0o[0-7]+$/.test(text) || /^0x[\da-fA-F]+$/.test(text)) return Number(text)
  const infinite = special.exec(text)
  if (!infinite) return text
  return infinite[1] === undefined ? Number.NaN : infinite[1] === '-' ? -Infinity : Infinity
}

/** A digit, a sign or a dot. */
function startsLikeNumber(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46
}
