/** Says what is wrong with a value, what was found, what is allowed and what to write instead. */

import { didYouMean } from '../diagnostics/suggest.ts'
import type { DocumentNode } from '../types/document.ts'
import { listWords, quote, showNumber, showSafely } from '../util/show.ts'
import { daysMeant } from './days-meant.ts'
import { type Schema, type Wanted, wantedBy } from './schema.ts'
import { isBlank } from './shape-data.ts'
import type { ShapeProblem } from './wording.ts'

export interface Explanation {
  readonly problem: ShapeProblem
  readonly message: string
  readonly hint?: string | undefined
}

/** As `explainOnly`, and a value that would do without the invisible characters in it is told so. */
export function explainValue(name: string, keyword: string, node: DocumentNode, schema: Schema): Explanation {
  const explanation = explainOnly(name, keyword, node, schema)
  if (node.kind !== 'scalar' || !['wrong-number', 'wrong-date', 'wrong-value'].includes(explanation.problem))
    return explanation
  const hidden = /[\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/.exec(node.text)?.[0]
  if (hidden === undefined) return explanation
  const point = `U+${hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  return { ...explanation, hint: `delete the invisible character ${point} in it` }
}

/** `name` is what people call the value, `keyword` the rule of its schema that it breaks. */
function explainOnly(name: string, keyword: string, node: DocumentNode, schema: Schema): Explanation {
  const wanted = wantedBy(schema)
  if (isBlank(node))
    return { problem: 'blank', message: `${name} is blank`, hint: `write ${allowed(schema)}` }
  switch (keyword) {
    case 'type':
    case 'enum':
    case 'minimum':
    case 'maximum':
      break
    case 'minLength':
      return {
        problem: 'blank',
        message: `${name} is an empty text`,
        hint: 'write something, or take it out',
      }
    case 'maxLength': {
      const length = node.kind === 'scalar' ? node.text.length : 0
      const message = `${name} has ${showNumber(length)} characters; at most ${showNumber(schema.maxLength!)} are read`
      return { problem: 'too-long', message }
    }
    case 'pattern':
      return explainDigest(name, node)
    case 'format':
      return explainDate(name, node)
    default:
      return explainCount(name, keyword, node, schema)
  }
  const must = `${name} must be ${allowed(schema)}, not ${found(node)}`
  if (node.kind === 'scalar' && wanted === 'integer')
    return { problem: 'wrong-number', message: must, hint: numberHint(node.text, node.plain, schema) }
  if (node.kind === 'scalar' && wanted === 'boolean')
    return { problem: 'wrong-value', message: must, hint: booleanHint(node.text) }
  if (node.kind === 'scalar' && schema.enum)
    return { problem: 'wrong-value', message: must, hint: valueHint(node.text, schema.enum.map(String)) }
  return { problem: 'wrong-type', message: must, hint: typeHint(wanted, node, schema) }
}

/** `a whole number from 0 to 5`: what a schema allows, as words that follow "must be" or "write". */
export function allowed(schema: Schema): string {
  if (schema.enum) return listWords(schema.enum.map(String), 'or')
  if (schema.pattern !== undefined) return digestWords
  if (schema.format === 'date') return 'a date (YYYY-MM-DD)'
  if (schema.type === 'integer' || wantedBy(schema) === 'integer') {
    const { minimum, maximum } = schema
    if (minimum !== undefined && maximum !== undefined)
      return `a whole number from ${minimum} to ${showNumber(maximum)}`
    return 'a whole number'
  }
  return words[wantedBy(schema)]
}

const words: Readonly<Record<Wanted, string>> = {
  object: 'a mapping ("key: value" lines)',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  boolean: 'true or false',
  anything: 'a value',
}

function found(node: DocumentNode): string {
  return node.kind === 'scalar' ? quote(node.text) : node.kind === 'mapping' ? 'a mapping' : 'a list'
}

const digestWords = '64 digits from 0 to 9 and a to f'

function explainDigest(name: string, node: DocumentNode): Explanation {
  const text = node.kind === 'scalar' ? node.text : ''
  const small = text
    .trim()
    .toLowerCase()
    .replace(/^(?:sha-?256|0x)[:=-]?/, '')
  const hint = /^[0-9a-f]{64}$/.test(small)
    ? `write ${small}`
    : /^[0-9a-f]+$/.test(small)
      ? `it has ${showNumber(small.length)} of them`
      : 'sha256sum prints it'
  return { problem: 'wrong-value', message: `${name} must be ${digestWords}, not ${quote(text)}`, hint }
}

function explainDate(name: string, node: DocumentNode): Explanation {
  const text = node.kind === 'scalar' ? node.text : ''
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    return { problem: 'wrong-date', message: `${name} is ${quote(text)}, a day that does not exist` }
  const message = `${name} must be a date written YYYY-MM-DD, not ${quote(text)}`
  const dates = daysMeant(westernDigits(text).replace(/^(\d{4}[-./]\d{1,2}[-./]\d{1,2})[T ].{0,40}$/, '$1'))
  const day = /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? `${text}-01` : undefined
  return {
    problem: 'wrong-date',
    message,
    hint:
      day === undefined
        ? dates.length > 0
          ? `write ${listWords(dates, 'or')}`
          : undefined
        : `name a day of that month, as ${day}`,
  }
}

function explainCount(name: string, keyword: string, node: DocumentNode, schema: Schema): Explanation {
  const count =
    node.kind === 'sequence' ? node.items.length : node.kind === 'mapping' ? node.entries.length : 0
  if (keyword === 'minItems') {
    const least = `${schema.minItems} ${schema.minItems === 1 ? 'entry' : 'entries'}`
    return { problem: 'too-few', message: `${name} must have at least ${least}, not ${count}` }
  }
  const most = showNumber(schema.maxItems ?? schema.maxProperties ?? 0)
  return {
    problem: 'too-many',
    message: `${name} has ${showNumber(count)} entries; at most ${most} are read`,
  }
}

function numberHint(text: string, plain: boolean, schema: Schema): string | undefined {
  const fits = (value: number) =>
    Number.isSafeInteger(value) &&
    value >= (schema.minimum ?? -Infinity) &&
    value <= (schema.maximum ?? Infinity)
  const range = /^(\d{1,3}) ?(?:[-–—/]|to|or) ?(\d{1,3})$/.exec(text.trim())?.slice(1, 3).map(Number)
  if (range?.every(fits)) return `write one of them: ${listWords(range.map(String), 'or')}`
  const value = looseNumber(text)
  if (value === undefined) return undefined
  if (fits(value))
    return !plain && text === String(value) ? `write ${value} without quotes` : `write ${value + 0}`
  const [below, above] = [Math.floor(value), Math.ceil(value)]
  return below !== above && fits(below) && fits(above) ? `write ${below} or ${above}` : undefined
}

/** The number somebody meant by a form that we do not read. */
function looseNumber(text: string): number | undefined {
  const plain = westernDigits(text.trim())
    .replaceAll('_', '')
    .replace(/^(\d{1,3}),(\d{1,2})$/, '$1.$2')
  if (/^[-+]?\d{1,15}(?:\.\d{0,15})?(?:e\+?\d{1,2})?$/i.test(plain) || /^0[xob][\da-f]{1,12}$/i.test(plain))
    return Number(plain)
  return undefined
}

/** Arabic-Indic and extended Arabic-Indic digits as the ones that a number is written with here. */
function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16))
}

function booleanHint(text: string): string | undefined {
  const word = text.trim().toLowerCase()
  if (['true', 'yes', 'on', 'y', '1'].includes(word)) return 'write true'
  return ['false', 'no', 'off', 'n', '0'].includes(word) ? 'write false' : undefined
}

/** Words that people use, each for one of ours; what fits depends on what is allowed in the place. */
const otherWords: Readonly<Record<string, readonly string[]>> = {
  yes: ['y', 'true'],
  no: ['n', 'false'],
  'not-applicable': ['n/a', 'na'],
  active: ['running', 'ongoing', 'in-progress', 'open', 'started'],
  finished: ['done', 'completed', 'complete', 'closed', 'ended'],
  stopped: ['cancelled', 'canceled', 'aborted', 'abandoned', 'killed'],
  document: ['plan', 'policy', 'procedure', 'strategy', 'guideline', 'template'],
  record: ['minutes', 'log', 'protocol', 'list', 'decision', 'register'],
  result: ['measurement', 'measure', 'figure', 'figures', 'metric', 'kpi', 'outcome'],
  interview: ['conversation', 'talk'],
}

function valueHint(text: string, values: readonly string[]): string | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  const joined = word.replaceAll('-', '')
  const other = values.find(
    (value) => value === word || otherWords[value]?.some((one) => one === word || one === joined),
  )
  return didYouMean(other ?? text.trim(), values)
}

function typeHint(wanted: Wanted, node: DocumentNode, { items }: Schema): string | undefined {
  if (wanted === 'array' && node.kind === 'scalar' && items && wantedBy(items) !== 'object')
    return `write [${quote(node.text, 40).slice(1, -1)}]`
  const [, key, value] = (node.kind === 'scalar' && /^([\w-]{1,40}) ?= ?(\S.{0,40})$/.exec(node.text)) || []
  if (wanted === 'object' && key !== undefined) return `write ${showSafely(`${key}: ${value}`)}`
  if (wanted === 'object' && node.kind === 'sequence' && node.items.some(({ kind }) => kind === 'mapping'))
    return 'write its lines without "- "'
  if (wanted === 'array' && node.kind === 'scalar' && /^[–—−•]\s/.test(node.text))
    return `begin each entry with "- ", not with "${node.text[0]}"`
  if (wanted === 'array') return 'begin each entry with "- "'
  if (wanted === 'string') return 'write one text, in quotes if need be'
  return undefined
}
