/** Edits of small files: the exact text that comes out. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Edit, EditValue } from '../../src/edit/edit.ts'
import { editText } from '../../src/edit/edit-text.ts'
import { loadEditing } from '../../src/edit/load-editing.ts'

beforeAll(loadEditing)

const set = (path: string, value: EditValue | undefined): Edit => ({
  path: path.split('/').map((step) => (/^#\d+$/.test(step) ? Number(step.slice(1)) : step)),
  value,
})
const practice = (id: string, key: string, value: EditValue | undefined) =>
  set(`practices/${id}/${key}`, value)

interface Case {
  readonly name: string
  readonly before: string
  readonly edits: readonly Edit[]
  readonly after: string
}

const cases: readonly Case[] = [
  {
    name: 'a level keeps the remark behind it',
    before: 'practices:\n  4.1.2:\n    level: 2   # since May\n',
    edits: [practice('4.1.2', 'level', 3)],
    after: 'practices:\n  4.1.2:\n    level: 3   # since May\n',
  },
  {
    name: 'a new practice goes behind its predecessor by number',
    before: 'practices:\n  4.1.1:\n    level: 2\n  4.1.3:\n    level: 2\n',
    edits: [practice('4.1.2', 'level', 3)],
    after: 'practices:\n  4.1.1:\n    level: 2\n  4.1.2:\n    level: 3\n  4.1.3:\n    level: 2\n',
  },
  {
    name: 'a practice without a value gets its first answer',
    before: 'practices:\n  4.1.2:\n  4.2: # ask Maria\n',
    edits: [practice('4.1.2', 'level', 3), practice('4.2', 'level', 0)],
    after: 'practices:\n  4.1.2:\n    level: 3\n  4.2: # ask Maria\n    level: 0\n',
  },
]

describe('an edit', () => {
  it.each(cases)('$name', ({ before, edits, after }) => {
    expect(editText(before, edits)).toEqual({ text: after, how: 'spliced' })
  })
})
