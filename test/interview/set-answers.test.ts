import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinPack } from '../../src/builtin.ts'
import { setAnswers } from '../../src/interview/set-answers.ts'
import { readYaml } from '../../src/yaml/read-yaml.ts'
import { applyEdits, type Data, head, read } from './apply-edits.ts'

const pack = builtinPack()

function set(practices: Data, sets: readonly string[], answers?: string) {
  const data: Data = { ...head, practices }
  const { root, diagnostics } = readYaml(answers ?? '{}', 'answers.yaml')
  if (!root || diagnostics.length > 0) throw new Error('these answers cannot be read')
  const result = setAnswers(read(data), pack, { sets, file: root }, { known: [] })
  if ('diagnostics' in result)
    return {
      wrong: result.diagnostics.map(({ location, message }) => {
        const { file, line, column } = location ?? { file: '', line: 0, column: 0 }
        return `${file}:${line}:${column}: ${message}`
      }),
      hints: result.diagnostics.map(({ hint }) => hint),
    }
  const after = applyEdits(data, result.edits) as Data & { practices: Record<string, unknown> }
  read(after)
  return { ...result, after }
}

const practicesAfter = (...given: Parameters<typeof set>) => {
  const result = set(...given)
  if ('wrong' in result) throw new Error(result.wrong?.join('\n'))
  return result.after.practices
}

describe('--set', () => {
  it.each<[string, readonly string[], Data, Data]>([
    ['a level', ['4.1.2.level=3'], {}, { '4.1.2': { level: 3 } }],
    ['a level by the number alone', ['4.1.2=3'], { '4.1.2': { level: 1 } }, { '4.1.2': { level: 3 } }],
    [
      'a level in other digits',
      ['٤.١.٢.level=٣', '6.4=４'],
      {},
      { '4.1.2': { level: 3 }, '6.4': { level: 4 } },
    ],
    ['a level below practices', ['practices.4.1.2=3'], {}, { '4.1.2': { level: 3 } }],
    [
      'a criterion',
      ['6.4.criteria.2a=yes'],
      { '6.4': { criteria: { '1a': 'yes' } } },
      { '6.4': { criteria: { '1a': 'yes', '2a': 'yes' } } },
    ],
    [
      'what is not applicable, in place of a level',
      ['7.8.notApplicable.kind=not-relevant', '7.8.notApplicable.reason=No rights = none'],
      { '7.8': { level: 1, note: 'n' } },
      { '7.8': { note: 'n', notApplicable: { kind: 'not-relevant', reason: 'No rights = none' } } },
    ],
    [
      'a level in place of what is not applicable',
      ['7.8.level=1'],
      { '7.8': { notApplicable: { kind: 'not-relevant', reason: 'r' } } },
      { '7.8': { level: 1 } },
    ],
    ['a flag', ['4.1.2.flagged=true'], {}, { '4.1.2': { flagged: true } }],
    [
      'a text with spaces around',
      ['4.1.2.note= see #12: later '],
      {},
      { '4.1.2': { note: 'see #12: later' } },
    ],
    [
      'a text of digits and of signs',
      ['4.1.2.note=٣', '4.1.3.note=null'],
      {},
      { '4.1.2': { note: '٣' }, '4.1.3': { note: 'null' } },
    ],
    ['a day in other digits', ['9.2.planned=٢٠٢٧-٠٣-٣١'], {}, { '9.2': { planned: '2027-03-31' } }],
    [
      'nothing',
      ['4.1.2.note=', '4.1.3.level='],
      { '4.1.2': { level: 1, note: 'n' } },
      { '4.1.2': { level: 1 } },
    ],
    ['the last of several', ['4.1.2=1', '4.1.2.level=2'], {}, { '4.1.2': { level: 2 } }],
  ])('sets %s', (_, sets, before, after) => {
    expect(practicesAfter(before, sets)).toEqual(after)
  })

  it('sets facts about the organization, lists by commas, and targets', () => {
    const result = set({}, [
      'organization.size=small',
      'innovation.types=product, service',
      'targets.elements.5.1.4=4',
      'targets.principles.culture=٤',
    ])
    expect('after' in result && result.after).toMatchObject({
      organization: { size: 'small' },
      innovation: { types: ['product', 'service'] },
      targets: { elements: { '5.1.4': 4 }, principles: { culture: 4 } },
    })
  })

  it.each([
    [
      '4.1.2.level=9',
      '--set:1:13: level of practice 4.1.2 must be a whole number from 0 to 5, not "9"',
      undefined,
    ],
    [
      '4.1.9=3',
      '--set:1:1: "4.1.9" is not an element',
      '4.1 is a heading; its elements are 4.1.1, 4.1.2 and 4.1.3',
    ],
    [
      '5.4=3',
      '--set:1:1: "5.4" is not an element here; in ISO 56001:2024 it is "Innovation culture"',
      'here that is 4.4.2 (Culture)',
    ],
    ['4.1.2.levle=2', '--set:1:7: unknown key "levle" in practice 4.1.2', 'did you mean "level"?'],
    [
      '4.1.2.constructor=2',
      '--set:1:7: unknown key "constructor" in practice 4.1.2',
      'allowed keys: level, criteria',
    ],
    [
      'organisation.size=small',
      '--set:1:1: unknown key "organisation" in the description',
      'did you mean "organization"?',
    ],
    [
      'organization.size=smal',
      '--set:1:19: size of the organization must be micro, small, medium or large, not "smal"',
      'did you mean "small"?',
    ],
    ['6.4.criteria.2z=yes', '--set:1:14: practice 6.4 has no criterion "2z"', 'did you mean "2a" or "2b"?'],
    [
      '6.4.criteria.2a=ja',
      '--set:1:17: criterion 2a of practice 6.4 must be yes, partly, no or not-applicable, not "ja"',
      undefined,
    ],
    [
      '6.4.criteria=yes',
      '--set:1:14: criteria of practice 6.4 has several values',
      'name one of them before the "="',
    ],
    [
      '6.4.evidence=a.md',
      '--set:1:14: evidence of practice 6.4 has several values',
      'give it in a file with --answers',
    ],
    ['9.2.planned=soon', '--set:1:13: planned of practice 9.2 must be a date', undefined],
    ['organization.name=', '--set:1:14: name of the organization cannot be removed', 'give it another value'],
    ['practices=', '--set:1:1: practices', 'name the key to remove'],
    [
      'waivers=x',
      '--set:1:1: "waivers" is not an answer about an element',
      'edit its entries in the description itself',
    ],
    [
      'framework=other',
      '--set:1:11: the description is written for "other" and read with "iso-56002:2019"',
      undefined,
    ],
    ['weights.principles.__proto__=1', '--set:1:20: there is no principle "__proto__"', undefined],
    ['4.1.2.note=a\u001b[2J', '--set:1:13: invisible character U+001B (ESC) in the file', 'delete it'],
  ])('%s is refused at its place, with what to write', (text, wrong, hint) => {
    const result = set({}, [text])
    if (!('wrong' in result)) throw new Error('it was taken')
    expect(result.wrong).toHaveLength(1)
    expect(result.wrong?.[0]).toContain(wrong)
    if (hint) expect(result.hints?.[0]).toContain(hint)
  })

  it('tells every mistake, each with the line of its answer', () => {
    const result = set({}, ['4.1.2=1', '4.1.2.levle=2', '4.1.3=7', '5.1.1.notApplicable.kind=not-relevant'])
    expect('wrong' in result && result.wrong).toEqual([
      '--set:2:7: unknown key "levle" in practice 4.1.2',
      '--set:3:7: level of practice 4.1.3 must be a whole number from 0 to 5, not "7"',
      '--set:4:7: practice 5.1.1 cannot be not applicable',
      '--set:4:7: "reason" is missing in notApplicable of practice 5.1.1',
    ])
  })

  it('refuses a level together with not applicable', () => {
    const result = set({}, ['7.8=1', '7.8.notApplicable.kind=declined', '7.8.notApplicable.reason=r'])
    expect('wrong' in result && result.wrong).toEqual([
      '--set:3:5: practice 7.8 is not applicable and has a level',
    ])
  })

  it('warns of a level that the criteria exclude, and sets it', () => {
    const result = set({ '6.4': { criteria: { '1a': 'no' } } }, ['6.4=3'])
    if ('wrong' in result) throw new Error('it was refused')
    expect(result.warnings.map(({ message, location }) => `${location?.file}: ${message}`)).toEqual([
      '--set: level of practice 6.4 is 3, but its criteria leave only 0',
    ])
  })

  it('says what changes and what was there, and nothing about what is so already', () => {
    const before = { '4.1.2': { level: 2, note: 'n' }, '7.8': { level: 1 } }
    const sets = [
      '4.1.2=3',
      '4.1.2.note=',
      '7.8.notApplicable.kind=inherited',
      '7.8.notApplicable.reason=By law',
      '7.3.owner=Eva',
    ]
    const result = set(before, sets)
    if ('wrong' in result) throw new Error('it was refused')
    expect(result.notes).toEqual([
      '4.1.2 level: 3 (was 2)',
      '4.1.2 note: removed (was n)',
      '7.8 notApplicable kind: inherited',
      '7.8 notApplicable reason: "By law"',
      '7.3 owner: Eva',
      '7.8 level: removed (was 1)',
    ])
    const again = set(result.after.practices as Data, sets)
    expect(again).toMatchObject({ edits: [], notes: [] })
  })
})

describe('a file of answers', () => {
  it('holds practices by element, a number being a level', () => {
    const file = `4.1.1: 3
4.1.2: { level: 2, note: New, criteria: { 1a: yes } }
7.3:
6.4:
  note:
organization: { sector: pumps }
targets: { elements: { 5.1.1: 4 } }
`
    const result = set({ '4.1.2': { level: 1, owner: 'Eva' } }, [], file)
    expect('after' in result && result.after).toEqual({
      ...head,
      organization: { ...(head['organization'] as Data), sector: 'pumps' },
      targets: { elements: { '5.1.1': 4 } },
      practices: {
        '4.1.1': { level: 3 },
        '4.1.2': { level: 2, owner: 'Eva', note: 'New', criteria: { '1a': 'yes' } },
      },
    })
  })

  it('may be JSON, and a whole description', () => {
    expect(practicesAfter({}, [], '{"4.1.1": 2, "6.4": {"level": 1}}')).toEqual({
      '4.1.1': { level: 2 },
      '6.4': { level: 1 },
    })
    const whole = 'ims-gap: 1\nframework: iso-56002:2019\npractices:\n  4.1.1: { level: 2 }\n  6.4: 1\n'
    expect(practicesAfter({}, [], whole)).toEqual({ '4.1.1': { level: 2 }, '6.4': { level: 1 } })
  })

  it('adds evidence to what is there, and no piece twice', () => {
    const old = { file: 'old.md', kind: 'record', date: '2026-01-01' }
    const file =
      '4.1.1: { evidence: [{ kind: record, file: old.md, date: 2026-01-01 }, { url: https://a.example, kind: document }] }'
    const after = practicesAfter({ '4.1.1': { evidence: [old] } }, [], file)
    expect(after).toEqual({ '4.1.1': { evidence: [old, { url: 'https://a.example', kind: 'document' }] } })
    expect(practicesAfter(after as Data, [], file)).toEqual(after)
  })

  it('gives way to --set', () => {
    expect(practicesAfter({}, ['4.1.1=1'], '4.1.1: 3')).toEqual({ '4.1.1': { level: 1 } })
  })

  it('has every mistake told where it stands in it', () => {
    const file = `4.1.9: 3
4.1.2:
  level: 7
  evidnce: []
4.1.3:
  evidence:
    - { file: ../out.md, kind: record }
7.3: yes
9.2: { level: 3, notApplicable: { kind: not-relevant, reason: r } }
objectives: []
`
    const result = set({}, [], file)
    expect('wrong' in result && result.wrong).toEqual([
      'answers.yaml:1:1: "4.1.9" is not an element',
      'answers.yaml:3:10: level of practice 4.1.2 must be a whole number from 0 to 5, not "7"',
      'answers.yaml:4:3: unknown key "evidnce" in practice 4.1.2',
      'answers.yaml:7:15: file "../out.md" of evidence 1 of practice 4.1.3 leads out of the folder',
      'answers.yaml:8:6: level of practice 7.3 must be a whole number from 0 to 5, not "yes"',
      'answers.yaml:9:18: practice 9.2 is not applicable and has a level',
      'answers.yaml:10:1: "objectives" is not an answer about an element',
    ])
  })
})

describe('anything given', () => {
  it('is set as it reads in a right description, or refused, and never throws', () => {
    const keys = fc.constantFrom(
      '4.1.2',
      '6.4.criteria.1a',
      '7.8.notApplicable.kind',
      '7.8.notApplicable.reason',
      '4.1.2.note',
      'targets.default',
      'innovation.types',
      'x',
      '',
      '4',
      '4.1.2.evidence',
      'practices',
      'practices.',
      '..',
      'ims-gap',
      'organization',
    )
    const values = fc.oneof(
      fc.constantFrom(
        '3',
        'yes',
        'declined',
        'true',
        '',
        '2026-01-01',
        'product',
        ',',
        '=',
        '{}',
        '[',
        'null',
      ),
      fc.string({ maxLength: 8 }),
    )
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(keys, values).map(([key, value]) => `${key}=${value}`),
          { maxLength: 5 },
        ),
        (sets) => {
          const result = set({ '7.8': { level: 1 } }, sets)
          if ('wrong' in result) expect(result.wrong?.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 100 },
    )
  })
})
