/** k mistakes in a file give exactly k diagnostics, each at its own place: none lost, none that follows from another. */
import { describe, expect, it } from 'vitest'
import { check, complete, placeOf, unmark } from './written.ts'

/** Every mark is one expected diagnostic, in order of place. */
const files: Record<string, string> = {
  'five mistakes': `
ims-gap: 1
framework: small:1
organization: { name: Harbour, kind: «startup», size: medium }
practices:
  1.1: { «levle»: 3 }
  1.2: { level: «7» }
  «2.1»: { level: 2 }
  2.2:
    level: 2
    evidence: [{ file: a.md, «knd»: record }]
`,
  'two typos of required keys': 'organization: { «nam»: A, «kinds»: established, size: small }\n',
  'three typos of required keys': 'organization: { «Name»: A, «kid»: established, «sise»: small }\n',
  'a typo and something missing': '«organization»: { «nmae»: A, kind: established }\n',
  'two values and a key': 'organization: { name: A, kind: «Temporary», size: «XL», «contry»: PT }\n',
  'a mistake in every practice': `practices:
  1.1: { level: «9» }
  1.2: { level: «"2"» }
  1.3: «2»
  2.1.1: { «lvl»: 2 }
  2.1.2:
    «level»:
`,
  'shapes and meanings together': `practices:
  1.1: { level: «3.0», «notApplicable»: { kind: inherited, reason: Parent } }
  «1.4»: { level: 2 }
  2.2: { criteria: { 1a: «Yes», «9z»: no } }
`,
  'bare levels, of elements there are and are not': `practices:
  1.1: «3»
  «1.4»: «3»
`,
  'every piece of evidence wrong': `practices:
  1.1:
    evidence:
      - { kind: «records», file: a.md }
      - { kind: record, file: «../a.md» }
      - { kind: record, url: «a.md» }
      - { kind: «minutes», file: «../b.md» }
      - { «file»: «/b.md» }
      - «a.md»
      - { kind: record, file: a.md, «ticket»: T-1 }
      - { «kind»: record }
      - { kind: record, file: a.md, date: «01.02.2026» }
      - { «file»: a.md }
      - { kind: record, «fille»: a.md, date: «2026-02-30» }
`,
  'a mistyped id does not leave references hanging': `objectives:
  - { «idd»: o1, title: Grow }
  - { id: o2, title: Learn, supports: [«visoin»] }
initiatives:
  - { id: a, title: A, objective: o1 }
  - { id: b, title: B, objective: o2, status: «running» }
`,
  'a register with mistakes of every kind': `initiatives:
  - { id: a, title: A, horizon: «"2"», status: «Active» }
  - { id: «a», title: B, basedOn: [«9.9», 1.1] }
  - { id: c, «titel»: C, started: 2026-02-01, ended: «2026-01-01» }
  - { id: d, title: D, inScope: «yes», partners: «Port» }
  - «nothing»
`,
  'waivers with mistakes': `waivers:
  - { finding: «all», reason: «no», owner: me, until: 2027-01-01 }
  - { finding: a/b@1.1, reason: Accepted by the board, owner: me, until: «soon» }
  - { «finding»: a/b@1.2, reason: Accepted by the board, until: 2027-01-01 }
`,
  'targets and weights': `targets: { default: «6», principles: { «peopel»: 3 }, elements: { «2»: 3, 1.1: «x» } }
weights: { principles: { people: «-1», «cultur»: 2 } }
`,
  'a wrong date of assessment hides no other date': `assessment: { date: «2026-13-01» }
practices: { 1.1: { reviewed: «2026-02-31» } }
`,
  'lists and mappings swapped': `practices: { «1.1»: [], 1.2: { «evidence»: {}, «criteria»: [] } }
«objectives»: {}
innovation: «[]»
`,
  'blanks where something is needed': `practices:
  1.1: { «level»: , practice: }
  1.2: { «notApplicable»: { «kind»: } }
risks: [{ «id»: , title: x }]
`,
  'nothing but unknown keys':
    '«a»: 1\n«b»: 2\n«constructor»: { prototype: 1 }\n«__proto__»: 3\n«toString»: 4\n',
  'ten of a kind': `practices:\n${Array.from({ length: 10 }, (_, n) => `  «8.${n}»: { level: 1 }\n`).join('')}`,
}

describe('k mistakes give k diagnostics', () => {
  it.each(Object.entries(files))('%s', (_, yaml) => {
    const { text, places } = unmark(
      complete(yaml.replace(/^\n/, '')).replace('innovation: «[]»', '«innovation»: []'),
    )
    const { diagnostics } = check(text, { today: '2026-06-30' })
    const found = diagnostics.map((diagnostic) => `${placeOf(diagnostic)}`)
    expect(found, diagnostics.map(({ message }) => message).join('\n')).toEqual(places)
  })

  it('shows fifty and counts the rest, in order of place', () => {
    const practices = Array.from({ length: 120 }, (_, n) => `  1.1${n}x: { level: 1 }\n`).join('')
    const { description, diagnostics } = check(complete(`practices:\n${practices}`))
    expect(description).toBeUndefined()
    expect(diagnostics).toHaveLength(51)
    expect(diagnostics[50]).toMatchObject({
      code: 'description/more',
      severity: 'error',
      message: '+70 more',
    })
    expect(diagnostics[50]!.location!.line).toBe(diagnostics[49]!.location!.line + 1)
  })

  it('does not look further into a file with more than fifty mistakes of shape', () => {
    const risks = '  - { id: a, titel: b }\n'.repeat(1200)
    const { diagnostics } = check(complete(`risks:\n${risks}practices: { 9.8: {} }\n`))
    expect(diagnostics).toHaveLength(51)
    expect(diagnostics[50]!.message).toBe('+1,150 more')
  })

  it('reads no meaning into a file that is not a mapping', () => {
    for (const text of ['- a\n', 'text\n', '3\n'])
      expect(check(text).diagnostics.map(({ code }) => code)).toEqual(['description/wrong-type'])
  })

  it('says of an empty mapping only what is missing', () => {
    expect(check('{}\n', { today: '2026-01-01' }).diagnostics.map(({ message }) => message)).toEqual([
      '"framework" is missing in the description',
      '"ims-gap" is missing in the description',
      '"organization" is missing in the description',
    ])
  })
})
