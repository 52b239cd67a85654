/** The shape of a baseline file. */
import type { Schema } from '../schema/schema.ts'

const text = { type: 'string', minLength: 1, maxLength: 2000 }

export const baselineSchema: Schema = {
  type: 'object',
  properties: {
    'ims-gap-baseline': { type: 'integer', minimum: 1, maximum: 1_000_000 },
    framework: { type: 'string', minLength: 1, maxLength: 200 },
    pack: { type: 'string', minLength: 1, maxLength: 200 },
    findings: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          file: text,
          finding: { type: 'string', minLength: 1, maxLength: 110_000 },
          level: { type: 'integer', minimum: 0, maximum: 5 },
          since: { type: 'string', format: 'date', minLength: 1 },
          reason: text,
        },
        required: ['file', 'finding'],
        additionalProperties: false,
      },
    },
  },
  required: ['ims-gap-baseline', 'framework', 'pack', 'findings'],
  additionalProperties: false,
}

/** What the schema accepts. */
export interface BaselineData {
  readonly 'ims-gap-baseline': number
  readonly framework: string
  readonly pack: string
  readonly findings: readonly {
    readonly file: string
    readonly finding: string
    readonly level?: 0 | 1 | 2 | 3 | 4 | 5
    readonly since?: string
    readonly reason?: string
  }[]
}
