/** Random edits of real-looking files: the data is as meant, and nothing but the lines of the answer changes. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Edit } from '../../src/yaml-edit/edit.ts'
import { editText } from '../../src/yaml-edit/edit-text.ts'
import { linesOutside } from './lines-outside.ts'
import { applyPlainly, dataBefore, plainData, sample, settled } from './random-edits.ts'
import { realLookingFiles } from './real-looking-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'ims-gap-edit-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Lines added and removed, as git counts them. */
function numstat(before: string, after: string): readonly [number, number] {
  const [one, other] = [join(folder, 'before'), join(folder, 'after')]
  writeFileSync(one, before)
  writeFileSync(other, after)
  try {
    execFileSync('git', ['diff', '--no-index', '--numstat', one, other], { encoding: 'utf8', stdio: 'pipe' })
    return [0, 0]
  } catch (error) {
    const [added, removed] = (error as { stdout: string }).stdout.split('\t')
    return [Number(added), Number(removed)]
  }
}

describe('three hundred random edits of twenty files', () => {
  it('say what was meant and touch the lines of the answer only', () => {
    let runs = 0
    const rewritten: string[] = []
    fc.assert(
      fc.property(sample, ({ name, edit }) => {
        const before = realLookingFiles.get(name)!
        const edited = editText(before, [edit])
        const expected = settled(applyPlainly(dataBefore(name), edit))
        expect(settled(plainData(edited.text))).toEqual(expected)
        expect(edited.text.startsWith('\ufeff')).toBe(before.startsWith('\ufeff'))
        if (edited.how === 'rewritten') {
          rewritten.push(`${name}: ${JSON.stringify(edit)}`)
          return
        }
        const outside = linesOutside(before, edited.text, edit as Edit)
        expect(outside.after).toEqual(outside.before)
        expect(outside.blank).toBeLessThanOrEqual(1)
        if (runs++ % 8 === 0) {
          const [added, removed] = numstat(before, edited.text)
          expect(added).toBeLessThanOrEqual(outside.added)
          expect(removed).toBeLessThanOrEqual(outside.removed)
        }
      }),
      { numRuns: 300 },
    )
    expect(rewritten).toEqual([])
  })
})
