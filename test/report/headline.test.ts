/** The one sentence of a comparison: what rose, what only went, and why. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { readSide } from '../../src/diff/side.ts'
import { moveAfterName } from '../../src/report/comparison/phrases.ts'
import { repository } from '../cli/run.ts'

const text = readFileSync(join(repository, 'examples/two-rounds/2025.yaml'), 'utf8')

function sentence(...edits: readonly (readonly [from: string, to: string])[]): string {
  const edited = edits.reduce((changed, [from, to]) => {
    expect(changed).toContain(from)
    return changed.replace(from, to)
  }, text)
  const [before, after] = [text, edited].map((each) => {
    const { side, diagnostics } = readSide(Buffer.from(each), { file: 'org.yaml', name: 'org.yaml' })
    if (!side) throw new Error(diagnostics.map(({ message }) => message).join('; '))
    return side
  })
  return moveAfterName(compare({ before: before!, after: after! }))
}

const lowAnswers = [
  ['  9.1.1:\n    level: 0\n', '  9.1.1:\n'],
  ['  6.4:\n    level: 0\n', '  6.4:\n'],
] as const
const outOfScope = [
  '  9.1.1:\n    level: 0\n',
  '  9.1.1:\n    notApplicable: { kind: not-relevant, reason: None. }\n',
] as const
const raised = ['  4.1.1:\n    level: 1\n', '  4.1.1:\n    level: 5\n'] as const
const lowered = ['  4.1.1:\n    level: 1\n', '  4.1.1:\n    level: 0\n'] as const
const easier = ['default: 2', 'default: 1'] as const

const cases = [
  ['what rose', [raised]],
  ['what fell', [lowered]],
  ['withdrawn answers', lowAnswers],
  ['an element out of scope', [outOfScope]],
  ['other targets', [easier]],
  ['withdrawn answers and other targets', [...lowAnswers, easier]],
  ['withdrawn answers that hide a fall', [...lowAnswers, lowered]],
  ['a withdrawn answer that helps a rise', [lowAnswers[0], raised]],
  ['nothing', []],
] as const

describe('the headline of a comparison', () => {
  it('says what rose, what only went, and why', async () => {
    const sentences = cases.map(([name, edits]) => `${name}:\n  ${sentence(...edits)}\n`)
    await expect(sentences.join('\n')).toMatchFileSnapshot('golden/comparison-headlines.txt')
  })

  it('is shown in docs/diff-and-trend.md as it is', () => {
    const page = readFileSync(join(repository, 'docs/diff-and-trend.md'), 'utf8').replace(/\s+/g, ' ')
    expect(page).toContain(`Kestrel Ovens ${sentence(...lowAnswers)}.`)
  })

  it.each(cases.slice(2, 7))('never takes %s for a rise', (_, edits) => {
    expect(sentence(...edits)).not.toMatch(/rose from|fell from/)
  })
})
