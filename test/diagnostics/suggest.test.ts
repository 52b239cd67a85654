/** "Did you mean": what is offered, that it agrees with the definition of the distance, and that long lists stay cheap. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggest } from '../../src/diagnostics/suggest.ts'

/** Damerau-Levenshtein (neighbours swapped count once), by the book. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const cells = [rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same]
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cells.push(rows[i - 2]![j - 2]! + 1)
      rows[i]![j] = Math.min(...cells)
    }
  return rows[a.length]![b.length]!
}

describe('suggest', () => {
  it('offers exactly what the definition says', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        const edits = distance(a, b)
        const close = edits <= 3 && 1 - edits / Math.max(a.length, b.length) > 0.4
        expect(suggest(a, [b])).toEqual(close ? [b] : [])
      }),
      { numRuns: 3000 },
    )
  })

  it('compares long names with 2,000 like them', () => {
    const name = (index: number) => `${'abcdefgh'.repeat(7)}-${String(index).padStart(7, '0')}`
    const known = Array.from({ length: 2000 }, (_, index) => name(index))
    for (let index = 0; index < 50; index++)
      expect(suggest(name(5_000_000 + index), known).length).toBeGreaterThan(0)
  })
})
