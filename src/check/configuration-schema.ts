/** The shape of `ims-gap.config.yaml`. Keys are the flags of `check` without dashes; `min…` are read as texts, for their decimals. */
import type { Schema } from '../schema/schema.ts'
import { thresholds } from './gates.ts'

const path: Schema = { type: 'string', minLength: 1, maxLength: 1000 }
const threshold: Schema = { enum: thresholds }
const minimums: Schema = {
  type: 'object',
  additionalProperties: { type: 'string', minLength: 1, maxLength: 20 },
  maxProperties: 200,
}

export const configurationSchema: Schema = {
  type: 'object',
  properties: {
    files: { type: 'array', items: path, minItems: 1, maxItems: 2000 },
    baseline: path,
    failOn: threshold,
    failOnNew: threshold,
    require: {
      type: 'object',
      additionalProperties: { type: 'integer', minimum: 1, maximum: 5 },
      maxProperties: 1000,
    },
    min: minimums,
    minLowest: minimums,
    minEvidenced: minimums,
    minCoverage: { type: 'integer', minimum: 0, maximum: 100 },
    failOnStale: { type: 'boolean' },
    failOnWithdrawn: { type: 'boolean' },
    allowUncompared: { type: 'boolean' },
  },
  required: [],
  additionalProperties: false,
}

/** What the schema accepts. */
export interface ConfigurationData {
  readonly files?: readonly string[]
  readonly baseline?: string
  readonly failOn?: 'high' | 'medium' | 'low' | 'none'
  readonly failOnNew?: 'high' | 'medium' | 'low' | 'none'
  readonly require?: Readonly<Record<string, number>>
  readonly min?: Readonly<Record<string, string>>
  readonly minLowest?: Readonly<Record<string, string>>
  readonly minEvidenced?: Readonly<Record<string, string>>
  readonly minCoverage?: number
  readonly failOnStale?: boolean
  readonly failOnWithdrawn?: boolean
  readonly allowUncompared?: boolean
}
