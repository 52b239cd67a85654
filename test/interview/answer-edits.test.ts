import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinPack } from '../../src/builtin.ts'
import type { Answer } from '../../src/interview/answer.ts'
import { answerEdits } from '../../src/interview/answer-edits.ts'
import { inverseEdits } from '../../src/interview/inverse-edits.ts'
import type { Edit } from '../../src/yaml-edit/edit.ts'
import { applyEdits, type Data, head, read } from './apply-edits.ts'

const { framework } = builtinPack()
const elementOf = (id: string) => framework.elements.find((element) => element.id === id)!
const dataWith = (id: string, practice: Data | undefined): Data =>
  practice === undefined ? head : { ...head, practices: { [id]: practice } }

/** Answers about `id` with `practice` before, and what the practice is after. */
function answer(id: string, practice: Data | undefined, given: Answer) {
  const data = dataWith(id, practice)
  const result = answerEdits(elementOf(id), given, read(data))
  if ('refused' in result) return result
  const after = applyEdits(data, result.edits) as { practices?: Record<string, unknown> }
  return { ...result, after: after.practices?.[id] }
}

const notRelevant = { kind: 'not-relevant', reason: 'None here' }

describe('an answer', () => {
  it.each<[string, Data | undefined, Answer, unknown]>([
    ['of a level', undefined, { kind: 'level', level: 3 }, { level: 3 }],
    ['of another level', { level: 2, note: 'n' }, { kind: 'level', level: 0 }, { level: 0, note: 'n' }],
    [
      'of criteria beside a level',
      { level: 1 },
      { kind: 'criteria', answers: { '1a': 'yes' } },
      { level: 1, criteria: { '1a': 'yes' } },
    ],
    [
      'of a criterion beside others',
      { criteria: { '1a': 'yes', '2a': 'no' } },
      { kind: 'criteria', answers: { '2a': 'partly' } },
      { criteria: { '1a': 'yes', '2a': 'partly' } },
    ],
    [
      'that takes back a criterion',
      { criteria: { '1a': 'yes', '2a': 'no' } },
      { kind: 'criteria', answers: { '2a': undefined } },
      { criteria: { '1a': 'yes' } },
    ],
    [
      'that takes back the last criterion',
      { level: 1, criteria: { '1a': 'yes' } },
      { kind: 'criteria', answers: { '1a': undefined } },
      { level: 1 },
    ],
    [
      'of not assessed',
      { level: 2, criteria: { '1a': 'yes' }, note: 'n' },
      { kind: 'not-assessed' },
      { note: 'n' },
    ],
    ['of not assessed where nothing was said', undefined, { kind: 'not-assessed' }, undefined],
    [
      'of not applicable',
      { level: 2, criteria: { '1a': 'yes' } },
      { kind: 'not-applicable', because: 'not-relevant', reason: ' None here ' },
      { notApplicable: notRelevant },
    ],
    [
      'of another kind of not applicable',
      { notApplicable: { ...notRelevant, revisit: '2027-01-01' } },
      { kind: 'not-applicable', because: 'declined', reason: 'Too dear' },
      { notApplicable: { kind: 'declined', reason: 'Too dear' } },
    ],
    [
      'of not applicable with a day',
      undefined,
      {
        kind: 'not-applicable',
        because: 'inherited',
        reason: 'Group does it',
        revisit: '２０２７－０６－３０',
      },
      { notApplicable: { kind: 'inherited', reason: 'Group does it', revisit: '2027-06-30' } },
    ],
    [
      'of a level where it was not applicable',
      { notApplicable: notRelevant },
      { kind: 'level', level: 1 },
      { level: 1 },
    ],
    [
      'of criteria where it was not applicable',
      { notApplicable: notRelevant },
      { kind: 'criteria', answers: { '1a': 'no' } },
      { criteria: { '1a': 'no' } },
    ],
    [
      'of a planned day in other digits',
      { level: 0 },
      { kind: 'planned', date: '٢٠٢٧-٠٣-٣١' },
      { level: 0, planned: '2027-03-31' },
    ],
    [
      'of nothing planned',
      { level: 0, planned: '2027-03-31' },
      { kind: 'planned', date: undefined },
      { level: 0 },
    ],
    [
      'of a sentence',
      { level: 0 },
      { kind: 'practice', text: ' We do: this #1 ' },
      { level: 0, practice: 'We do: this #1' },
    ],
    ['of an emptied note', { level: 0, note: 'n' }, { kind: 'note', text: '  ' }, { level: 0 }],
    ['of an owner', undefined, { kind: 'owner', text: 'Eva' }, { owner: 'Eva' }],
    [
      'of confidence',
      { level: 0 },
      { kind: 'confidence', confidence: 'low' },
      { level: 0, confidence: 'low' },
    ],
    [
      'of a review',
      { level: 0 },
      { kind: 'reviewed', date: '2026-09-01' },
      { level: 0, reviewed: '2026-09-01' },
    ],
    [
      'of a first piece of evidence',
      { level: 0 },
      { kind: 'evidence', piece: { file: ' a.md ', kind: 'record', date: '' } },
      { level: 0, evidence: [{ file: 'a.md', kind: 'record' }] },
    ],
    [
      'of another piece of evidence',
      { evidence: [{ url: 'https://a.example', kind: 'document' }] },
      { kind: 'evidence', piece: { interview: 'Head', kind: 'interview', date: '2026-09-01' } },
      {
        evidence: [
          { url: 'https://a.example', kind: 'document' },
          { interview: 'Head', kind: 'interview', date: '2026-09-01' },
        ],
      },
    ],
    ['of a flag', { level: 0 }, { kind: 'flagged', flagged: true }, { level: 0, flagged: true }],
    ['of no flag', { level: 0, flagged: true }, { kind: 'flagged', flagged: false }, { level: 0 }],
    ['of no flag where there is none', { level: 0 }, { kind: 'flagged', flagged: false }, { level: 0 }],
  ])('%s changes what it says and nothing else', (_, before, given, after) => {
    expect(answer('6.4', before, given)).toMatchObject({ contradiction: null })
    expect(answer('6.4', before, given)).toHaveProperty('after', after)
  })

  it.each<[Data | undefined, Answer, readonly string[]]>([
    [
      { level: 3, criteria: { '1a': 'yes' } },
      { kind: 'not-applicable', because: 'not-relevant', reason: 'r' },
      ['level 3', '1 criterion'],
    ],
    [{ criteria: { '1a': 'yes', '2a': 'no' } }, { kind: 'not-assessed' }, ['2 criteria']],
    [
      { notApplicable: notRelevant },
      { kind: 'level', level: 1 },
      ['"not applicable (not-relevant)" with the reason "None here"'],
    ],
    [{ level: 2 }, { kind: 'level', level: 1 }, []],
  ])('with %j before tells what %j sets aside', (before, given, setAside) => {
    expect(answer('6.4', before, given)).toMatchObject({ setAside })
  })

  it.each<[Data, Answer, string, unknown, unknown]>([
    [
      { criteria: { '1a': 'yes', '2a': 'no' } },
      { kind: 'level', level: 3 },
      'level 3 contradicts the criteria of 6.4, which allow only 1',
      { criteria: { '1a': 'yes', '2a': 'no' } },
      { level: 3 },
    ],
    [
      { level: 0 },
      { kind: 'criteria', answers: { '1a': 'yes' } },
      'level 0 contradicts the criteria of 6.4, which allow 1 to 5',
      { criteria: { '1a': 'yes' } },
      { level: 0 },
    ],
  ])('that contradicts %j asks which one holds', (before, given, message, criteriaKept, levelKept) => {
    const result = answer('6.4', before, given)
    if ('refused' in result || !result.contradiction) throw new Error('it should contradict')
    expect(result.contradiction.message).toBe(message)
    const solved = (edits: typeof result.edits) =>
      (applyEdits(dataWith('6.4', before), [...result.edits, ...edits]) as { practices: Data }).practices[
        '6.4'
      ]
    expect(solved(result.contradiction.keepCriteria)).toEqual(criteriaKept)
    expect(solved(result.contradiction.keepLevel)).toEqual(levelKept)
  })

  it('of a level that the criteria leave contradicts nothing', () => {
    expect(answer('6.4', { criteria: { '1a': 'yes' } }, { kind: 'level', level: 4 })).toMatchObject({
      contradiction: null,
    })
  })

  it.each<[string, Answer, string, string]>([
    [
      '5.1.1',
      { kind: 'not-applicable', because: 'not-relevant', reason: 'r' },
      'practice 5.1.1 cannot be not applicable',
      'declined',
    ],
    ['6.4', { kind: 'not-applicable', because: 'not-relevant', reason: ' ' }, 'a reason is required', 'why'],
    [
      '6.4',
      { kind: 'not-applicable', because: 'not-relevant', reason: 'r', revisit: '2027-02-30' },
      '"2027-02-30" is not a date',
      '2027-03-31',
    ],
    ['6.4', { kind: 'planned', date: 'soon' }, '"soon" is not a date', '2027-03-31'],
    [
      '6.4',
      { kind: 'note', text: 'a\u001b[31m' },
      'the text contains the invisible character U+001B',
      'without it',
    ],
    [
      '6.4',
      { kind: 'practice', text: 'x'.repeat(100_001) },
      'the text has more than 100,000 characters',
      'evidence',
    ],
    [
      '6.4',
      { kind: 'criteria', answers: { '9z': 'yes' } },
      'practice 6.4 has no criterion "9z"',
      'the criteria are 1a',
    ],
    [
      '6.4',
      {
        kind: 'criteria',
        answers: Object.fromEntries(elementOf('6.4').criteria.map(({ id }) => [id, 'not-applicable'])),
      },
      'no criterion of practice 6.4 would be applicable',
      'not applicable instead',
    ],
    [
      '6.4',
      { kind: 'evidence', piece: { kind: 'record' } },
      'a piece of evidence needs exactly one source, not 0',
      'a file',
    ],
    [
      '6.4',
      { kind: 'evidence', piece: { file: 'a', url: 'https://b.example', kind: 'record' } },
      'a piece of evidence needs exactly one source, not 2',
      'a file',
    ],
    [
      '6.4',
      { kind: 'evidence', piece: { file: '../a.md', kind: 'record' } },
      'file "../a.md" leads out of the folder',
      'beside or below',
    ],
    ['6.4', { kind: 'evidence', piece: { url: 'ftp://x', kind: 'record' } }, 'url "ftp://x"', 'file:'],
    [
      '6.4',
      { kind: 'evidence', piece: { file: 'a.md', kind: 'record', date: '31.12.2026' } },
      '"31.12.2026" is not a date',
      '2027-03-31',
    ],
  ])('about %s that cannot stand is refused: %j', (id, given, refused, hint) => {
    expect(answer(id, undefined, given)).toEqual({
      refused: expect.stringContaining(refused),
      hint: expect.stringContaining(hint),
    })
  })

  it('of declined is taken where nothing else excludes', () => {
    expect(
      answer('5.1.1', { level: 2 }, { kind: 'not-applicable', because: 'declined', reason: 'r' }),
    ).toHaveProperty('after', {
      notApplicable: { kind: 'declined', reason: 'r' },
    })
  })
})

const ids = ['5.1.1', '6.4', '9.2']
const level = fc.integer({ min: 0, max: 5 })
const text = fc.constantFrom('', 'Yes', ' a: b #c ', 'ünï\ncode', '- x', '2026-01-01', 'true')
const criterionAnswer = fc.constantFrom('yes', 'partly', 'no', 'not-applicable')
const date = fc.constantFrom('2026-01-31', '2027-03-31', '2026-02-30')
const answers: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ kind: fc.constant('level'), level }),
  fc.record({
    kind: fc.constant('criteria'),
    answers: fc.dictionary(
      fc.constantFrom('1a', '2a', '3a'),
      fc.option(criterionAnswer, { nil: undefined }),
      { minKeys: 1 },
    ),
  }),
  fc.record({ kind: fc.constant('not-assessed') }),
  fc.record({
    kind: fc.constant('not-applicable'),
    because: fc.constantFrom('not-relevant', 'declined'),
    reason: text,
    revisit: fc.option(date, { nil: undefined }),
  }),
  fc.record({ kind: fc.constantFrom('planned', 'reviewed'), date: fc.option(date, { nil: undefined }) }),
  fc.record({ kind: fc.constantFrom('practice', 'owner', 'note'), text }),
  fc.record({ kind: fc.constant('evidence'), piece: fc.record({ file: text, kind: fc.constant('record') }) }),
  fc.record({ kind: fc.constant('flagged'), flagged: fc.boolean() }),
) as fc.Arbitrary<Answer>

describe('any row of answers', () => {
  it('leaves a right description, and undone one by one brings every state back', () => {
    const rows = fc.array(fc.tuple(fc.constantFrom(...ids), answers), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(rows, (row) => {
        const states = [head]
        const undo: (readonly Edit[])[] = []
        for (const [id, given] of row) {
          const before = states.at(-1)!
          const result = answerEdits(elementOf(id), given, read(before))
          if ('refused' in result) continue
          states.push(applyEdits(before, result.edits))
          undo.push(inverseEdits(result.edits, read(before).root))
        }
        let data = states.pop()!
        read(data)
        while (undo.length > 0) {
          data = applyEdits(data, undo.pop()!)
          expect(data).toEqual(states.pop())
        }
      }),
      { numRuns: 60 },
    )
  })

  it('takes an entry of a list back to its own place', () => {
    const evidence = [1, 2, 3].map((number) => ({ file: `${number}.md`, kind: 'record' }))
    const data = dataWith('6.4', { evidence })
    const edits = [{ path: ['practices', '6.4', 'evidence', 1], value: undefined }]
    expect(applyEdits(applyEdits(data, edits), inverseEdits(edits, read(data).root))).toEqual(data)
  })
})
