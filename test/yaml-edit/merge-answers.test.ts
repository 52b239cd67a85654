/** Answers laid onto a file that somebody changed meanwhile: other answers stay, the same answer is a conflict. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edit, Edited } from '../../src/yaml-edit/edit.ts'
import { editText } from '../../src/yaml-edit/edit-text.ts'
import { mergeAnswers } from '../../src/yaml-edit/merge-answers.ts'
import { applyPlainly, plainData, settled } from './random-edits.ts'
import { realLookingFiles } from './real-looking-files.ts'

const base = `targets:
  default: 3
practices:
  4.1.1:
    level: 2
    owner: Maria
  4.1.2:
    level: 1
objectives:
  - { id: o1, title: One }
`
const level = (id: string, value: number | undefined): Edit => ({ path: ['practices', id, 'level'], value })

describe('answers laid onto a changed file', () => {
  it.each<readonly [name: string, change: (text: string) => string, edits: readonly Edit[], result: unknown]>(
    [
      [
        'go beside what was changed elsewhere',
        (text) => text.replace('level: 1', 'level: 5 # by hand'),
        [level('4.1.1', 3)],
        {
          text: base.replace('level: 1', 'level: 5 # by hand').replace('level: 2', 'level: 3'),
          how: 'spliced',
        },
      ],
      [
        'do not mind layout and comments',
        (text) =>
          text.replace('    level: 2\n    owner: Maria', '    # seen\n    owner: "Maria"\n\n    level:   2'),
        [level('4.1.1', 3)],
        {
          text: base.replace(
            '    level: 2\n    owner: Maria',
            '    # seen\n    owner: "Maria"\n\n    level:   3',
          ),
          how: 'spliced',
        },
      ],
      [
        'conflict where another key of the practice was changed',
        (text) => text.replace('Maria', 'Paul'),
        [level('4.1.1', 3), level('4.1.2', 3)],
        { conflicts: ['practices 4.1.1'] },
      ],
      [
        'conflict where the practice was taken away',
        (text) => text.replace('  4.1.2:\n    level: 1\n', ''),
        [level('4.1.2', 3)],
        { conflicts: ['practices 4.1.2'] },
      ],
      [
        'conflict where both made a practice',
        (text) => text.replace('objectives', '  4.2: { level: 1 }\nobjectives'),
        [level('4.2', 2)],
        { conflicts: ['practices 4.2'] },
      ],
      [
        'are done where the same was changed by hand',
        (text) => text.replace('level: 2', 'level: 3'),
        [level('4.1.1', 3), level('4.1.2', undefined)],
        { text: base.replace('level: 2', 'level: 3').replace('    level: 1\n', ''), how: 'spliced' },
      ],
      [
        'are counted together: two edits of one practice',
        (text) => text.replace('level: 2', 'level: 3'),
        [level('4.1.1', 3), { path: ['practices', '4.1.1', 'note'], value: 'x' }],
        { conflicts: ['practices 4.1.1'] },
      ],
      [
        'conflict by path outside of practices, and by list',
        (text) => text.replace('default: 3', 'default: 4').replace('title: One', 'title: Two'),
        [
          { path: ['targets', 'default'], value: 2 },
          { path: ['targets', 'principles', 'culture'], value: 2 },
          { path: ['objectives', 1], value: { id: 'o2', title: 'More' } },
        ],
        { conflicts: ['targets default', 'objectives'] },
      ],
      [
        'conflict where what holds them became something else',
        (text) => text.replace('targets:\n  default: 3', 'targets: none'),
        [{ path: ['targets', 'principles', 'culture'], value: 2 }],
        { conflicts: ['targets holds a text, so nothing can stand below it'] },
      ],
      [
        'conflict with a file that cannot be read',
        (text) => text.replace('level: 1', 'level: "1'),
        [level('4.1.1', 3)],
        { conflicts: [expect.stringMatching(/^the file as it stands now cannot be read in line 8: /)] },
      ],
      [
        'conflict with an emptied file',
        () => '',
        [level('4.1.1', 3)],
        { conflicts: [expect.stringContaining('holds no data')] },
      ],
    ],
  )('%s', (_, change, edits, result) => {
    expect(mergeAnswers(base, change(base), edits)).toEqual(result)
  })

  it('end in the same data in whichever order they come, unless they are the same answer', () => {
    const names = [...realLookingFiles.keys()].filter((name) => !name.startsWith('draft'))
    const answer = fc.record({
      id: fc.constantFrom('4.1.1', '4.1.2', '4.2', '9.2'),
      key: fc.constantFrom('level', 'planned', 'note'),
      value: fc.integer({ min: 0, max: 5 }),
    })
    const toEdit = ({ id, key, value }: { id: string; key: string; value: number }): Edit => {
      return { path: ['practices', id, key], value: key === 'level' ? value : `text ${value}` }
    }
    fc.assert(
      fc.property(fc.constantFrom(...names), answer, answer, (name, one, other) => {
        const text = realLookingFiles.get(name)!
        const [mine, theirs] = [toEdit(one), toEdit(other)]
        const dataAfter = (...edits: Edit[]) =>
          settled(edits.reduce((data, edit) => applyPlainly(data, edit), plainData(text)))
        const [before, onlyMine, onlyTheirs] = [dataAfter(), dataAfter(mine), dataAfter(theirs)].map((data) =>
          JSON.stringify(data),
        )
        const isSame = one.id === other.id && onlyTheirs !== before
        const merged = mergeAnswers(text, editText(text, [theirs]).text, [mine])
        if (isSame && onlyMine !== onlyTheirs) expect(merged).toEqual({ conflicts: [`practices ${one.id}`] })
        else expect(settled(plainData((merged as Edited).text))).toEqual(dataAfter(theirs, mine))
        if (one.id !== other.id) {
          const back = mergeAnswers(text, editText(text, [mine]).text, [theirs]) as Edited
          expect(settled(plainData(back.text))).toEqual(dataAfter(theirs, mine))
        }
      }),
      { numRuns: 100 },
    )
  })
})
