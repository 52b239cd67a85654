import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/assess.ts'

function assessed(name: string) {
  const { assessment } = assess(readFileSync(join(import.meta.dirname, 'cases', `${name}.yaml`)))
  return assessment!
}

describe('elements whose criteria only bound the level', () => {
  it('never push the level out of its own interval', () => {
    const { overall, principles, clauses } = assessed('outside').scores
    for (const { level, lowest, highest } of [
      overall,
      ...[...principles, ...clauses].map(({ score }) => score),
    ])
      if (level !== null) expect(level >= lowest! && level <= highest!).toBe(true)
    expect(overall.level).toBeLessThan(3)
  })

  it('are raised from the best they can be, so that a more precise answer never loses an improvement', () => {
    const [stated, bounded] = [assessed('drop-level'), assessed('drop-criteria')]
    expect(bounded.scores.overall.level).toBeLessThanOrEqual(stated.scores.overall.level!)
    const raise = ({ improvements }: typeof stated) => improvements.find(({ element }) => element === '6.4')
    expect(raise(stated)).toMatchObject({ from: 1, to: 3, atLeast: false })
    expect(raise(bounded)).toMatchObject({ from: 1, to: 3, atLeast: true, gain: raise(stated)!.gain })
  })
})
