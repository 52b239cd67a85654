/** Random edits that an interview could make in a file, and by other means what the data should be afterwards. */
import fc from 'fast-check'
import { FAILSAFE_SCHEMA, load } from 'js-yaml'
import type { Edit, EditValue } from '../../src/yaml-edit/edit.ts'
import { elementIds, realLookingFiles } from './real-looking-files.ts'

export type Plain = string | Plain[] | { [key: string]: Plain }

/** Every value as the characters it is written with; nothing and `{}` are the same. */
export function plainData(text: string): Plain {
  return load(text.replace(/^\ufeff/, ''), { schema: FAILSAFE_SCHEMA }) as Plain
}

function asPlain(value: EditValue): Plain {
  if (Array.isArray(value)) return value.map((item) => asPlain(item as EditValue))
  if (typeof value !== 'object') return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asPlain(inner as EditValue)]))
}

/** Changes `data`. */
export function applyPlainly(data: Plain, { path, value }: Edit): Plain {
  let holder = data as Record<string, Plain>
  for (const [index, step] of path.slice(0, -1).entries()) {
    const next = holder[step]
    if (next === undefined || next === '' || next === 'null') {
      if (value === undefined) return data
      holder[step] = typeof path[index + 1] === 'number' ? [] : {}
    }
    holder = holder[step] as Record<string, Plain>
  }
  const last = path[path.length - 1]!
  if (value !== undefined) holder[last] = asPlain(value)
  else if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else delete holder[last]
  return data
}

/** Nothing and a mapping without entries are the same, the order of keys is none. */
export function settled(data: Plain): unknown {
  if (Array.isArray(data)) return data.map(settled)
  if (typeof data === 'string') return data
  const entries = Object.entries(data).map(([key, value]) => [key, settled(value)] as const)
  return entries.length === 0
    ? ''
    : Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
}

const trickyTexts = [
  'A plain sentence.',
  'With: a colon',
  'a # that is none',
  '- looks like a list',
  'yes',
  'No',
  'null',
  '~',
  '7.10',
  '2026-05-04',
  '0x1F',
  '1e3',
  "It's",
  '"quoted"',
  'ends with a colon:',
  ' leading blank',
  'trailing blank ',
  '{ braces }',
  '[a, b]',
  '* star',
  '&anchor',
  '!tag',
  '%directive',
  '@at',
  '`tick`',
  '| pipe',
  '> greater',
  '...',
  '---',
  '? question',
  'First line.\nSecond: line\n\n# fourth',
  'ends with a break\n',
  'two breaks\n\n',
  '\nstarts with a break',
  '  indented\nmore',
  'tab\there',
  'Überprüfung, naïve, žluť',
  'مرحبا بالعالم',
  '٣ شيء',
  '日本語のテキスト：説明',
  '👩‍🔬 tested',
  'line\u2028separator',
  'bell\u0007',
  'a\r\nb',
  'https://example.org/a?b=c#d',
  'C:\\path\\to',
  '<<',
  '=',
  'x'.repeat(10_000),
  'level: 3\n  4.1.2:\n    level: 5\n',
]
const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...trickyTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }) },
)
const date = fc.constantFrom('2026-01-31', '2027-12-01')
const level = fc.integer({ min: 0, max: 5 })
const piece = fc.oneof(
  fc.record({ file: fc.constantFrom('evidence/a b.md', 'x.csv'), kind: fc.constant('record'), date }),
  fc.record({ url: fc.constant('https://example.org/a,b'), kind: fc.constant('document') }),
  fc.record({ interview: text, kind: fc.constant('interview'), date, note: text }),
)
const notApplicable = fc.record({
  kind: fc.constantFrom('declined', 'inherited'),
  reason: text,
  revisit: date,
})
const criteria = fc.dictionary(
  fc.constantFrom('1a', '2a', '2b', '3a'),
  fc.constantFrom('yes', 'partly', 'no', 'not-applicable'),
  { minKeys: 1 },
)
const practice = fc
  .record(
    {
      level,
      criteria,
      practice: text,
      evidence: fc.array(piece, { minLength: 1, maxLength: 2 }),
      owner: text,
    },
    { requiredKeys: [] },
  )
  .filter((value) => Object.keys(value).length > 0)

interface Sample {
  readonly name: string
  readonly edit: Edit
}

const field: fc.Arbitrary<readonly [string, EditValue]> = fc.oneof(
  level.map((value) => ['level', value] as const),
  text.map((value) => ['practice', value] as const),
  text.map((value) => ['note', value] as const),
  text.map((value) => ['owner', value] as const),
  criteria.map((value) => ['criteria', value] as const),
  notApplicable.map((value) => ['notApplicable', value] as const),
  fc.array(piece, { maxLength: 2 }).map((value) => ['evidence', value] as const),
  fc.boolean().map((value) => ['flagged', value] as const),
  date.map((value) => ['planned', value] as const),
) as fc.Arbitrary<readonly [string, EditValue]>

const elsewhere: fc.Arbitrary<Edit> = fc.oneof(
  text.map((value) => ({ path: ['organization', 'sector'], value })),
  level.map((value) => ({ path: ['targets', 'principles', 'culture'], value })),
  level.map((value) => ({ path: ['targets', 'default'], value })),
  fc.constant({ path: ['innovation', 'types'], value: ['product', 'service'] }),
  date.map((value) => ({ path: ['assessment', 'date'], value })),
  fc.constant({ path: ['targets'], value: undefined }),
)

const known = new Map<string, Plain>()

export function dataBefore(name: string): Plain {
  const data = known.get(name) ?? plainData(realLookingFiles.get(name)!)
  known.set(name, data)
  return structuredClone(data)
}

/** Reads the file to know which practices and keys are there. */
export const sample: fc.Arbitrary<Sample> = fc
  .record({
    name: fc.constantFrom(...realLookingFiles.keys()),
    kind: fc.constantFrom(
      'field',
      'field',
      'field',
      'criterion',
      'piece',
      'piece',
      'practice',
      'remove',
      'gone',
      'else',
    ),
    pick: fc.nat(),
    id: fc.constantFrom(...elementIds),
    ofFile: fc.boolean(),
    field,
    practice: practice as fc.Arbitrary<EditValue>,
    piece: piece as fc.Arbitrary<EditValue>,
    answer: fc.constantFrom('yes', 'no'),
    elsewhere,
  })
  .map(({ name, kind, pick, id: anyId, ofFile, ...made }) => {
    const { practices } = dataBefore(name) as {
      practices: Record<string, Record<string, Plain>> | ''
    }
    const ids = Object.keys(practices || {})
    const id = ofFile && ids.length > 0 ? ids[pick % ids.length]! : anyId
    const found = practices === '' ? {} : practices[id] || {}
    const keys = Object.keys(found)
    const evidence = Array.isArray(found['evidence']) ? found['evidence'].length : 0
    const path = ['practices', id]
    const edits: Record<string, Edit> = {
      field: { path: [...path, made.field[0]], value: made.field[1] },
      criterion: { path: [...path, 'criteria', '2a'], value: made.answer },
      piece: { path: [...path, 'evidence', evidence], value: made.piece },
      practice: { path, value: made.practice },
      remove:
        keys.length > 0
          ? { path: [...path, keys[pick % keys.length]!], value: undefined }
          : { path, value: undefined },
      gone: { path, value: undefined },
      else: made.elsewhere,
    }
    return { name, edit: edits[kind]! }
  })
