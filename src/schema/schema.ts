/** The few JSON Schema keywords we use: what our schemas are written in and what reading by a schema understands. */
import type { Path } from '../types/document.ts'

export interface Schema {
  readonly $id?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  /** Only `date`: a day that exists, written YYYY-MM-DD. */
  readonly format?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  /** What a text must match; the one pattern there is, that of a digest, has its words in `explain-value.ts`. */
  readonly pattern?: string
  readonly minItems?: number
  readonly maxItems?: number
  readonly maxProperties?: number
}

/** What a schema asks for where nothing is left blank. */
export type Wanted = 'object' | 'array' | 'string' | 'integer' | 'boolean' | 'anything'

export function wantedBy(schema: Schema): Wanted {
  const before = known.get(schema)
  if (before) return before
  const wanted = readWanted(schema)
  known.set(schema, wanted)
  return wanted
}

/** Asked for every value of a file. */
const known = new WeakMap<Schema, Wanted>()

function readWanted({ type, enum: allowed }: Schema): Wanted {
  const types = (typeof type === 'string' ? [type] : (type ?? [])).filter((name) => name !== 'null')
  if (types.length === 1) return types[0] as Wanted
  return allowed?.every((value) => typeof value === 'string') ? 'string' : 'anything'
}

/** Whether the value may be left blank, which counts as left out. */
export function mayBeBlank({ type }: Schema): boolean {
  return Array.isArray(type) && type.includes('null')
}

/** The schema of the value under a key, or `undefined` for a key that is not known. */
export function schemaOfKey({ properties, additionalProperties }: Schema, key: string): Schema | undefined {
  if (properties && Object.hasOwn(properties, key)) return properties[key]
  if (additionalProperties === false) return undefined
  return typeof additionalProperties === 'object' ? additionalProperties : {}
}

/** The schema of what a path leads to; an empty one where nothing is said about it. */
export function schemaAt(schema: Schema, path: Path): Schema {
  return path.reduce<Schema>(
    (current, step) => (typeof step === 'number' ? current.items : schemaOfKey(current, step)) ?? {},
    schema,
  )
}
