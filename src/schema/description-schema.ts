/**
 * The lean JSON Schema of a practice description: shapes, ranges and limits, but no number or id of a framework.
 * Only simple keywords, so that every message can be said in human words. A `null` among the types means that the
 * value may be left blank; `format: date` is checked by `shape-data.ts`.
 */
import { type RegisterName, registerNames } from '../types/framework.ts'
import type { Schema } from './schema.ts'

/** The version of the format that this program reads. */
export const formatVersion = 1

export const kinds = ['established', 'temporary', 'start-up'] as const
export const sizes = ['micro', 'small', 'medium', 'large'] as const
export const innovationTypes = ['product', 'service', 'process', 'model', 'method'] as const
export const ambitions = ['incremental', 'between', 'radical'] as const
export const approaches = [
  'internal',
  'open',
  'user-driven',
  'market-driven',
  'technology-driven',
  'design-driven',
] as const
const answers = ['yes', 'partly', 'no', 'not-applicable'] as const
const evidenceKinds = ['document', 'interview', 'record', 'result'] as const
export const evidenceSources = ['file', 'url', 'interview', 'ticket'] as const
const confidences = ['low', 'medium', 'high'] as const
export const notApplicableKinds = ['not-relevant', 'outside-control', 'inherited', 'declined'] as const

/** A SHA-256 digest as `sha256sum` prints it. */
const digestPattern = '^[0-9a-f]{64}$'

export const limits = { text: 100_000, entries: 2000 } as const

const text: Schema = { type: 'string', minLength: 1, maxLength: limits.text }
const level: Schema = { type: 'integer', minimum: 0, maximum: 5 }
const date: Schema = { type: 'string', format: 'date' }

/** May be written without a value, which counts as left out. */
function blank(schema: Schema): Schema {
  return { ...schema, type: [(schema.type as string | undefined) ?? 'string', 'null'] }
}
function oneOf(values: readonly string[]): Schema {
  return { type: 'string', enum: values }
}
function list(items: Schema): Schema {
  return blank({ type: 'array', items, maxItems: limits.entries })
}
function mapOf(values: Schema): Schema {
  return blank({ type: 'object', additionalProperties: values, maxProperties: limits.entries })
}
function object(required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  }
}

const evidence = object(
  { kind: oneOf(evidenceKinds) },
  {
    file: blank(text),
    url: blank(text),
    interview: blank(text),
    ticket: blank(text),
    date: blank(date),
    sha256: blank({ type: 'string', pattern: digestPattern }),
    note: blank(text),
  },
)

const practice = object(
  {},
  {
    level,
    criteria: mapOf(blank(oneOf(answers))),
    practice: blank(text),
    evidence: list(evidence),
    owner: blank(text),
    reviewed: blank(date),
    confidence: blank(oneOf(confidences)),
    note: blank(text),
    flagged: blank({ type: 'boolean' }),
    notApplicable: blank(object({ kind: oneOf(notApplicableKinds), reason: text }, { revisit: blank(date) })),
    planned: blank(date),
  },
)

const shared = { owner: blank(text), basedOn: list(text) }
const registers: Readonly<Record<RegisterName, Record<string, Schema>>> = {
  objectives: {
    supports: list(oneOf(['vision', 'strategy'])),
    measure: blank(text),
    check: blank(text),
    due: blank(date),
    ...shared,
  },
  initiatives: {
    status: blank(oneOf(['active', 'finished', 'stopped'])),
    started: blank(date),
    ended: blank(date),
    horizon: { type: 'integer', minimum: 1, maximum: 3 },
    type: blank(oneOf(innovationTypes)),
    ambition: blank(oneOf(ambitions)),
    partners: list(text),
    sources: list(text),
    inScope: blank({ type: 'boolean' }),
    objective: blank(text),
    lessons: blank(text),
    ...shared,
  },
  indicators: {
    kind: blank(oneOf(['input', 'throughput', 'output', 'impact'])),
    measures: blank(text),
    owner: blank(text),
    last: blank(date),
  },
  risks: {
    kind: blank(oneOf(['opportunity', 'risk'])),
    owner: blank(text),
    action: blank(text),
    due: blank(date),
  },
}

export const descriptionSchema: Schema = {
  $id: 'urn:ims-gap:description:lean:1',
  ...object(
    {
      'ims-gap': { type: 'integer' },
      framework: text,
      organization: object(
        { name: text, kind: oneOf(kinds), size: oneOf(sizes) },
        { sector: blank(text), country: blank(text) },
      ),
    },
    {
      innovation: blank(
        object(
          {},
          {
            types: list(oneOf(innovationTypes)),
            ambition: list(oneOf(ambitions)),
            approaches: list(oneOf(approaches)),
          },
        ),
      ),
      assessment: blank(object({}, { date: blank(date), assessors: list(text) })),
      targets: blank(object({}, { default: level, principles: mapOf(level), elements: mapOf(level) })),
      weights: blank(object({}, { principles: mapOf({ type: 'integer', minimum: 0, maximum: 100 }) })),
      practices: mapOf(blank(practice)),
      ...Object.fromEntries(
        registerNames.map((name) => [name, list(object({ id: text, title: text }, registers[name]))]),
      ),
      waivers: list(object({ finding: text, reason: text, owner: text, until: date })),
    },
  ),
}
