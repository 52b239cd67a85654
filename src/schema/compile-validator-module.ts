/** Build time only: turns one of our own schemas into a plain module that checks data, so that ajv never runs at a user's. */
import { Ajv } from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'

/** The same schema, draft-07, with every part that occurs again and is worth a function under `definitions`. */
function shareParts(schema: object): object {
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

/**
 * An ESM module without imports that exports `validate`. Formats are annotations for `shape-data.ts`;
 * lengths count UTF-16 units.
 */
export function compileValidatorModule(schema: object): string {
  const ajv = new Ajv({
    allErrors: true,
    verbose: false,
    messages: false,
    strict: true,
    validateFormats: false,
    unicodeRegExp: false,
    unicode: false,
    inlineRefs: false,
    logger: false,
    code: { source: true, esm: true, lines: true },
  })
  const code = standalone.default(ajv, ajv.compile(shareParts(schema)))
  if (/\brequire\(|^import /m.test(code)) throw new Error('a validator must not need anything at run time')
  // Where in the schema a rule stands is of no use to us, and a tenth of the code.
  return code.replace(/^export default \w+;$/m, '').replace(/schemaPath:"[^"]*",/g, '')
}
