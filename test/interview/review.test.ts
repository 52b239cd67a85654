import { describe, expect, it } from 'vitest'
import { assessWithInputs } from '../../src/assess.ts'
import type { Depth } from '../../src/interview/depth.ts'
import { reviewOf } from '../../src/interview/review.ts'

function review(practices: string, depth: Depth = 'levels', more = '') {
  const text = `ims-gap: 1
framework: iso-56002:2019
organization: { name: Test, kind: established, size: medium }
assessment: { date: 2026-10-01 }
${more}practices:
${practices}`
  const { assessed, diagnostics } = assessWithInputs(text)
  if (!assessed) throw new Error(diagnostics.map(({ message }) => message).join())
  return reviewOf(assessed, depth)
}

describe('the review', () => {
  const practices = `
  10.1: { level: 0, planned: 2027-01-01 }
  4.1.1: { level: 2, flagged: true }
  4.1.2: { criteria: { 1a: yes } }
  7.8: { notApplicable: { kind: not-relevant, reason: None } }
  9.2: { notApplicable: { kind: declined, reason: Too dear }, flagged: true }
`

  it('lists what was answered how, in the order of the pack', () => {
    const { answered, notAssessed, notApplicable, declined, planned, flagged } = review(practices)
    expect(answered).toEqual(['4.1.1', '10.1'])
    expect(notAssessed).toHaveLength(48)
    expect(notAssessed[0]).toBe('4.1.2')
    expect([notApplicable, declined, planned, flagged]).toEqual([
      ['7.8'],
      ['9.2'],
      ['10.1'],
      ['4.1.1', '9.2'],
    ])
  })

  it('counts as answered what the depth asks', () => {
    expect(review(practices, 'criteria').answered).toEqual([])
  })

  it('asks about two answers that a rule found far apart', () => {
    expect(review('  6.2.1: { level: 3 }\n  6.2.2: { level: 0 }\n').disagreements).toEqual([
      {
        kind: 'gap',
        text: 'You answered 3 at 6.2.1 (Innovation objectives) and 0 at 6.2.2 (Planning to achieve objectives).',
        because: 'Objectives without a plan',
        findings: expect.arrayContaining(['objectives/without-plan@6.2.1']),
        elements: ['6.2.1', '6.2.2'],
      },
    ])
  })

  it('does not set answers beside each other that a rule only counted', () => {
    const owned = 'owner: Head of sales'
    const { disagreements } = review(
      `  7.2: { level: 5, ${owned} }\n  4.1.1: { level: 5 }\n  7.6: { level: 2 }\n`,
    )
    expect(disagreements.map(({ because }) => because)).not.toContain('Practices without an owner')
  })

  it('does not ask about an ordinary gap, nor about what is planned or accepted', () => {
    expect(review('  6.2.1: { level: 2 }\n  6.2.2: { level: 1 }\n').disagreements).toEqual([])
    expect(
      review('  6.2.1: { level: 3 }\n  6.2.2: { level: 0, planned: 2027-01-01 }\n').disagreements,
    ).toEqual([])
    const waivers =
      'waivers: [{ finding: objectives/without-plan@6.2.1, reason: Known to the board, owner: Eva, until: 2027-01-01 }]\n'
    const left = review('  6.2.1: { level: 3 }\n  6.2.2: { level: 0 }\n', 'levels', waivers).disagreements
    expect(left.flatMap(({ findings }) => findings)).not.toContain('objectives/without-plan@6.2.1')
  })

  it('asks about a level beside criteria that exclude it, first of all', () => {
    const [first] = review(
      '  4.1.2: { level: 4, criteria: { 1a: yes, 2a: no } }\n  6.2.1: { level: 3 }\n  6.2.2: { level: 0 }\n',
    ).disagreements
    expect(first).toEqual({
      kind: 'contradiction',
      text: 'You answered 4 at 4.1.2 (External issues), but its criteria allow only level 1.',
      because: null,
      findings: [],
      elements: ['4.1.2'],
    })
  })

  it('asks once about two answers that several rules speak about, doubts about claims first', () => {
    const { disagreements } = review(
      '  10.2: { level: 4 }\n  9.2: { level: 0 }\n  6.2.1: { level: 3 }\n  6.2.2: { level: 0 }\n',
    )
    expect(disagreements[0]).toMatchObject({
      kind: 'contradiction',
      because: 'Level far above its prerequisites',
      elements: ['10.2', '9.2'],
    })
    const pairs = disagreements.map(({ elements }) => elements.join())
    expect(new Set(pairs).size).toBe(pairs.length)
  })
})
