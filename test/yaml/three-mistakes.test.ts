import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { assess } from '../../src/assess.ts'

it('reports a syntax error, an unknown key and an alias of one file together', () => {
  const text = readFileSync(join(import.meta.dirname, 'fixtures', 'three-mistakes.yaml'), 'utf8')
  const { diagnostics } = assess(text, { file: 'org.yaml' })
  expect(diagnostics.map(({ code, location }) => `${location!.line}:${location!.column} ${code}`)).toEqual([
    '8:15 source/reserved-start',
    '10:5 description/unknown-key',
    '12:12 source/alias',
  ])
})
