/** Finds the heading a number stands under: the longest one the number begins with. */
export function clauseOf(number: string, clauses: Readonly<Record<string, unknown>>): string | undefined {
  const parts = number.split('.')
  for (let length = parts.length - 1; length > 0; length--) {
    const heading = parts.slice(0, length).join('.')
    if (Object.hasOwn(clauses, heading)) return heading
  }
  return undefined
}
