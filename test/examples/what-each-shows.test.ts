/** Holds that each example shows what its README says it shows. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assessed, finding, folder, idsIn, levelsIn, overall, rankOf } from './assessed.ts'

describe('minimal.yaml', () => {
  it('shows a range and no level, since five answers are too few', () => {
    expect(overall('minimal.yaml')).toMatchObject({ withheld: true, level: null, assessed: 5 })
  })

  it('shows a first contradiction all the same, and what closes it comes first', () => {
    expect(finding('minimal.yaml', 'process/build-before-validation@8.3.4')?.severity).toBe('high')
    expect(assessed('minimal.yaml').improvements[0]!.closes).toContain(
      'process/build-before-validation@8.3.4',
    )
  })

  it('counts nothing that was left out as zero', () => {
    expect(idsIn('minimal.yaml').filter((id) => id.startsWith('practice/'))).toHaveLength(4)
  })
})

describe('manufacturer.yaml', () => {
  const file = 'manufacturer.yaml'

  it('shows leaders who do not give time, and begins with time', () => {
    expect(finding(file, 'leadership/not-resourced@5.1.1')?.severity).toBe('high')
    expect(assessed(file).improvements[0]).toMatchObject({ element: '7.1.3', from: 1, to: 4 })
  })

  it('reads registers item by item', () => {
    expect(idsIn(file)).toEqual(
      expect.arrayContaining([
        'objectives/cannot-be-judged@6.2.1#known-as-partner',
        'knowledge/no-lesson-recorded@7.1.4#operator-app',
        'measurement/indicator-not-read@9.1.1#ideas-per-head',
        'scope/work-outside@4.3#cavitation-coating',
      ]),
    )
  })

  it('leaves the first year of radical work without an objective alone', () => {
    expect(idsIn(file)).not.toContain('operation/initiative-without-objective@8.2#pump-as-a-service')
  })

  it('shows the declined element as a gap that nobody offers to close, and the planned one as planned', () => {
    expect(finding(file, 'practice/below-target@7.6')).toBeDefined()
    expect(rankOf(file, '7.6')).toBe(Number.POSITIVE_INFINITY)
    expect(finding(file, 'practice/below-target@9.2')?.planned).toBe(true)
  })
})

describe('start-up.yaml', () => {
  const file = 'start-up.yaml'

  it('has a range, targets of the profile and one severe finding on rights that is among the first', () => {
    expect(overall(file)).toMatchObject({ withheld: true, level: null })
    expect(assessed(file).targets).toMatchObject({ source: 'profile', default: 2 })
    expect(finding(file, 'collaboration/without-rights@7.8')?.severity).toBe('high')
    expect(assessed(file).first).toContain('7.8')
  })

  it('is spared what does not fit seven people: owners, auditors, structures', () => {
    const spared = ['roles/', 'audit/', 'structure/', 'policy/', 'review/', 'operation/gates']
    expect(idsIn(file).filter((id) => spared.some((start) => id.startsWith(start)))).toEqual([])
  })

  it('is not blamed for testing better than it writes', () => {
    expect(levelsIn(file).get('8.3.4')).toBe(4)
    expect(idsIn(file).filter((id) => id.endsWith('@8.3.4'))).toEqual([])
  })
})

describe('large.yaml', () => {
  const file = 'large.yaml'

  it('has everything answered, few findings and none of them high', () => {
    expect(overall(file)).toMatchObject({ assessed: 52, inScope: 52 })
    const besidesGaps = assessed(file).findings.filter(({ rule }) => rule !== 'practice/below-target')
    expect(besidesGaps.length).toBeLessThanOrEqual(8)
    expect(besidesGaps.filter(({ severity }) => severity === 'high')).toEqual([])
  })

  it('shows a year in which nothing was stopped, and work that never ends', () => {
    expect(idsIn(file)).toEqual(
      expect.arrayContaining([
        'portfolio/nothing-stopped@6.4',
        'operation/initiative-without-end@8.2#smart-seat',
        'operation/initiative-without-end@8.2#hydrogen-heater',
      ]),
    )
  })

  it('is not told that a scan made after the yearly strategy review is a fault', () => {
    expect(idsIn(file)).not.toContain('strategy/older-than-context@5.1.4')
  })
})

describe('public-laboratory.yaml', () => {
  const file = 'public-laboratory.yaml'

  it('leaves out of the score what the laboratory does not decide', () => {
    expect(assessed(file).coverage).toMatchObject({
      inScope: 48,
      notApplicable: ['7.1.2', '7.5.1', '7.5.2', '9.2'],
    })
    expect(overall(file)).toMatchObject({ withheld: false, inScope: 48 })
  })

  it('draws no conclusion from what is not applicable', () => {
    const left = ['7.1.2', '7.5.1', '7.5.2', '9.2']
    expect(assessed(file).findings.filter(({ element }) => left.includes(element ?? ''))).toEqual([])
    expect(assessed(file).improvements.flatMap(({ blockedBy, lacks }) => [...blockedBy, ...lacks])).toEqual(
      expect.not.arrayContaining(left),
    )
  })

  it('shows lists kept apart as the severe finding, waived until a day, and money given all at once', () => {
    expect(finding(file, 'portfolio/missing@6.4')).toMatchObject({ severity: 'high', waived: true })
    expect(finding(file, 'resources/money-all-at-once@7.1.5')?.waived).toBe(false)
  })
})

describe('paper-only.yaml', () => {
  const file = 'paper-only.yaml'

  it('says that documents are there and work is not: once, and high', () => {
    expect(finding(file, 'cycle/paper-system@organization')).toMatchObject({
      severity: 'high',
      confidence: 'firm',
    })
    expect(idsIn(file).filter((id) => id.startsWith('cycle/'))).toEqual(['cycle/paper-system@organization'])
  })

  it('has evidence that carries clearly less than what is claimed', () => {
    const { level, evidenced } = overall(file)
    expect(level! - evidenced!).toBeGreaterThanOrEqual(0.1)
    const unshown = idsIn(file).filter((id) => id.startsWith('evidence/level-not-shown'))
    expect(unshown.length).toBeGreaterThanOrEqual(8)
  })

  it('is told to do something before it analyses what does not run yet', () => {
    expect(rankOf(file, '8.3.2')).toBeLessThanOrEqual(3)
    expect(rankOf(file, '9.1.2')).toBeGreaterThan(rankOf(file, '8.2'))
    expect(rankOf(file, '9.1.2')).toBeGreaterThan(rankOf(file, '8.3.4'))
  })

  it('shows an empty register as none, and indicators nobody has read', () => {
    expect(idsIn(file)).toContain('measurement/indicator-without-value@9.1.1#ideas')
    expect(assessed(file).notEvaluated.flatMap(({ missing }) => missing)).not.toContain('initiatives')
  })
})

describe('the two rounds', () => {
  const [before, after] = ['two-rounds/2025.yaml', 'two-rounds/2026.yaml'] as const
  const changed = (wanted: (from: number, to: number) => boolean) =>
    [...levelsIn(after)]
      .filter(([id, to]) => {
        const from = levelsIn(before).get(id)
        return typeof from === 'number' && typeof to === 'number' && wanted(from, to)
      })
      .map(([id]) => id)

  it('have eleven elements that rose and one that fell', () => {
    expect(changed((from, to) => to > from)).toEqual([
      ...['4.1.3', '4.4.2', '5.1.4', '6.1', '6.4', '7.1.3', '8.1', '8.2', '8.3.4', '9.1.1', '9.1.2'],
    ])
    expect(changed((from, to) => to < from)).toEqual(['7.1.4'])
  })

  it('have two elements answered for the first time, and a severe finding with them', () => {
    const { notAssessed } = assessed(before).coverage
    expect(notAssessed.filter((id) => levelsIn(after).get(id) !== null)).toEqual(['7.8', '9.3.3'])
    expect(idsIn(before)).not.toContain('collaboration/without-rights@7.8')
    expect(finding(after, 'collaboration/without-rights@7.8')?.severity).toBe('high')
  })

  it('close what the firm worked on', () => {
    const gone = idsIn(before).filter((id) => !idsIn(after).includes(id))
    expect(gone).toEqual(
      expect.arrayContaining([
        'process/build-before-validation@8.3.4',
        'objectives/no-indicators@9.1.1',
        'resources/people-without-time@7.1.3',
      ]),
    )
    expect(overall(after).level!).toBeGreaterThan(overall(before).level!)
  })

  it('stand against the same targets', () => {
    expect(overall(after).target).toBe(overall(before).target)
  })
})

describe('the readings of real organizations', () => {
  const both = ['real/gds.yaml', 'real/gitlab.yaml']

  it.each(both)('%s: every level is shown by something dated or addressed, and none is above 2', (file) => {
    for (const { level } of assessed(file).scores.elements) expect(level ?? 0).toBeLessThanOrEqual(2)
    expect(readFileSync(new URL(file, folder), 'utf8')).toMatch(/url: https:/)
  })

  it.each(both)('%s: what nobody outside can know is said in one finding, not in dozens', (file) => {
    expect(idsIn(file).filter((id) => id.startsWith('roles/'))).toEqual(['roles/no-owner@organization'])
  })

  it.each(both)('%s: no improvement is pressed for by owners that a reading cannot name', (file) => {
    const closed = assessed(file).improvements.flatMap(({ closes }) => closes)
    expect(closed.filter((id) => id.startsWith('roles/'))).toEqual([])
  })

  it('states no overall level for GDS, of which too little is published', () => {
    expect(overall('real/gds.yaml')).toMatchObject({ withheld: true, assessed: 35 })
    expect(overall('real/gitlab.yaml')).toMatchObject({ withheld: false, assessed: 40 })
  })
})
