/**
 * The JSON Schema of a merged guidance pack: shapes and ranges. What ids lead to is checked by `check-references.ts`,
 * conditions by `rules/`. Only simple keywords, so that every message can be said in human words.
 */

import type { Schema } from '../schema/schema.ts'
import { itemsNames } from '../types/framework.ts'

const text = { type: 'string', minLength: 1, maxLength: 4000 }
const short = { type: 'string', minLength: 1, maxLength: 300 }
const name = { type: 'string', minLength: 1, maxLength: 100 }
const level = { type: 'integer', minimum: 0, maximum: 5 }
const texts = { type: 'array', items: text, minItems: 1, maxItems: 50 }
const names = { type: 'array', items: name, maxItems: 500 }
const positive = { type: 'integer', minimum: 1, maximum: 1000 }
const days = { type: 'integer', minimum: 0, maximum: 10_000 }

const kinds = {
  type: 'array',
  items: { enum: ['established', 'temporary', 'start-up'] },
  minItems: 1,
  maxItems: 3,
}
const sizes = {
  type: 'array',
  items: { enum: ['micro', 'small', 'medium', 'large'] },
  minItems: 1,
  maxItems: 4,
}
const audience = object({ kind: kinds, size: sizes }, [])
const effort = object({ low: days, likely: days, high: days })

/** An object that knows its keys; all are required unless said otherwise. */
function object(
  properties: Record<string, Schema>,
  required: readonly string[] = Object.keys(properties),
): Schema {
  return { type: 'object', properties, required: [...required], additionalProperties: false }
}

function mapOf(values: Schema, maxProperties = 2000): Schema {
  return { type: 'object', additionalProperties: values, maxProperties }
}

function perLevel(from: number, values: Schema): Schema {
  const levels = ['0', '1', '2', '3', '4', '5'].slice(from)
  return object(Object.fromEntries(levels.map((key) => [key, values])))
}

const packFile = object(
  {
    format: { type: 'integer', minimum: 1, maximum: 1 },
    id: name,
    edition: name,
    version: name,
    extends: name,
    title: short,
    principleMap: text,
    levels: perLevel(0, object({ name, about: text })),
    clauses: mapOf(short),
    stages: { ...names, minItems: 1 },
    scoring: object(
      {
        mainWeight: positive,
        alsoWeight: { type: 'integer', minimum: 0, maximum: 1000 },
        coverage: { type: 'integer', minimum: 0, maximum: 100 },
        planMonths: { type: 'integer', minimum: 1, maximum: 120 },
        evidence: object({ none: level, document: level, interview: level, record: level, result: level }),
      },
      ['mainWeight', 'alsoWeight', 'coverage', 'evidence'],
    ),
    ranking: object({
      severity: object({ high: positive, medium: positive, low: positive }),
      confidence: object({ firm: positive, likely: positive, hint: positive }),
      urgencyDivisor: positive,
      gate: object({ from: level, foundation: level }),
      plainGap: name,
      tieTolerance: { type: 'integer', minimum: 0, maximum: 50 },
      lists: object({ first: positive, foundations: positive, quickWins: positive, quickWinDays: positive }),
    }),
    sizes: object({ micro: positive, small: positive, medium: positive, large: positive }),
    defaultEffort: effort,
    profiles: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: object(
        {
          id: name,
          title: short,
          for: audience,
          default: level,
          principles: mapOf(level),
          elements: mapOf(level),
        },
        ['id', 'title', 'for', 'default'],
      ),
    },
  },
  [
    'format',
    'id',
    'edition',
    'version',
    'title',
    'levels',
    'clauses',
    'stages',
    'scoring',
    'ranking',
    'sizes',
    'profiles',
  ],
)

const principle = object(
  { title: short, statement: text, rationale: text, benefits: texts, actions: texts, questions: texts },
  ['title', 'statement'],
)

const element = object(
  {
    title: short,
    advice: short,
    stage: name,
    principle: object({ main: name, also: names }, ['main']),
    importance: { type: 'integer', minimum: 1, maximum: 5 },
    foundation: { type: 'boolean' },
    neverNotApplicable: { type: 'boolean' },
    freshness: { type: 'integer', minimum: 1, maximum: 120 },
    leads: short,
    needs: {
      type: 'array',
      maxItems: 50,
      items: object({ element: name, lag: { type: 'integer', minimum: 0, maximum: 5 }, why: text }, [
        'element',
        'why',
      ]),
    },
    purpose: text,
    question: text,
    anchors: perLevel(0, text),
    criteria: mapOf(
      object({ text, notFor: { type: 'array', items: audience, minItems: 1, maxItems: 12 } }, ['text']),
      50,
    ),
    evidence: object({ document: texts, interview: texts, record: texts, result: texts }, []),
    softer: text,
    steps: perLevel(1, object({ do: texts, shows: texts, effort }, ['do', 'effort'])),
  },
  ['title', 'stage', 'principle', 'importance', 'freshness', 'purpose', 'question', 'anchors'],
)

const rule = object(
  {
    id: name,
    about: name,
    each: { enum: ['elements', ...itemsNames] },
    fires: { type: 'object' },
    unless: { type: 'object' },
    severity: { enum: ['high', 'medium', 'low'] },
    confidence: { enum: ['firm', 'likely', 'hint'] },
    category: { enum: ['gap', 'lint'] },
    principles: names,
    title: short,
    message: text,
    why: text,
    otherwise: text,
    check: text,
    do: text,
    examples: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: object(
        {
          given: { type: 'object' },
          at: name,
          outcome: { enum: ['gap', 'clear', 'not-evaluated', 'not-applicable'] },
        },
        ['given', 'outcome'],
      ),
    },
  },
  [
    'id',
    'about',
    'fires',
    'severity',
    'confidence',
    'title',
    'message',
    'why',
    'otherwise',
    'check',
    'examples',
  ],
)

const terms = object(
  {
    terms: mapOf(object({ definition: text, see: names }, ['definition'])),
    family: mapOf(object({ title: short, about: text })),
  },
  [],
)

const crosswalk = object({
  document: short,
  entries: mapOf(object({ title: short, to: names, note: text }, ['title', 'to'])),
})

/** Some ten times what the built-in pack has: enough for any framework, and still assessed at once. */
const most = { elements: 500, rules: 1000 }

/** Of the tree that `merge-folders.ts` makes; see docs/packs.md for what every key means. */
export const packSchema: Schema = {
  $id: 'urn:ims-gap:pack:1',
  ...object(
    {
      pack: packFile,
      principles: mapOf(principle, 100),
      elements: mapOf(element, most.elements),
      rules: mapOf(rule, most.rules),
      terms,
      crosswalk,
    },
    ['pack', 'principles', 'elements', 'rules'],
  ),
}

/** The parts by the file that holds them, for editors. */
export const packFileSchemas: Readonly<Record<string, Schema>> = {
  'pack.yaml': packFile,
  'principles.yaml': mapOf(principle, 100),
  'elements/*.yaml': mapOf(element, most.elements),
  'rules/*.yaml': { type: 'array', items: rule, maxItems: most.rules },
  'terms.yaml': terms,
  'crosswalk.yaml': crosswalk,
}
