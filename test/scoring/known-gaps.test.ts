/** The findings of an earlier version are those of its whole assessment. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assess, assessGaps } from '../../src/assess.ts'
import { repository, small } from '../cli/run.ts'

const folder = join(repository, 'examples')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.yaml') && !file.endsWith('mistakes.yaml'),
)

describe('the gaps of an earlier version', () => {
  it.each(files)('are those of the assessment, in its order: %s', (file) => {
    const text = readFileSync(join(folder, file))
    const options = { file, asOf: '2026-11-24' }
    const { assessment } = assess(text, options)
    const expected = assessment!.findings.map(({ id, element, waived, planned }) => ({
      ...{ id, element, open: !waived && !planned },
    }))
    expect(expected.length).toBeGreaterThan(0)
    expect(assessGaps(text, options)?.gaps).toMatchObject(expected)
  })

  it('are unknown where the file has mistakes', () => {
    expect(assessGaps(small.replace('level: 0', 'levle: 0'), { asOf: '2026-11-24' })).toBeUndefined()
  })
})
