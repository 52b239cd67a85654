/** Build time only: makes definitions of the parts that a schema repeats, so that the code checking them exists once. */

/** The same schema, draft-07, with every part that occurs again and is worth a function under `definitions`. */
export function shareParts(schema: object): object {
  const counts = new Map<string, number>()
  visit(schema, (text) => counts.set(text, (counts.get(text) ?? 0) + 1))
  const names = new Map<string, string>()
  const definitions: Record<string, object> = {}
  const replaced = replace(schema, (text, part) => {
    if ((counts.get(text) ?? 0) < 2) return undefined
    let name = names.get(text)
    if (name === undefined) {
      name = `part${names.size + 1}`
      names.set(text, name)
      definitions[name] = part()
    }
    return { $ref: `#/definitions/${name}` }
  })
  return { ...replaced, definitions }
}

/** Keywords that hold one schema, and those that hold several by name. */
const single = ['items', 'additionalProperties']
const several = ['properties']

function isSchema(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function visit(schema: object, see: (text: string) => void): void {
  for (const [keyword, value] of Object.entries(schema)) {
    const parts = single.includes(keyword) ? [value] : several.includes(keyword) ? Object.values(value) : []
    for (const part of parts.filter(isSchema)) {
      see(JSON.stringify(part))
      visit(part, see)
    }
  }
}

function replace(schema: object, refer: (text: string, part: () => object) => object | undefined): object {
  const change = (part: unknown) =>
    isSchema(part) ? (refer(JSON.stringify(part), () => replace(part, refer)) ?? replace(part, refer)) : part
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (single.includes(keyword)) return [keyword, change(value)]
      if (!several.includes(keyword)) return [keyword, value]
      return [keyword, Object.fromEntries(Object.entries(value).map(([name, part]) => [name, change(part)]))]
    }),
  )
}
