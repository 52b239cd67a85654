/** Everything a configuration may say, and every mistake in one: at its place, with what to write instead. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtinPack } from '../../src/builtin.ts'
import { configurationSchema } from '../../src/check/configuration-schema.ts'
import { readBaseline } from '../../src/check/read-baseline.ts'
import { readConfiguration } from '../../src/check/read-configuration.ts'
import { readYaml } from '../../src/yaml/read-yaml.ts'

const { framework } = builtinPack()
const read = (text: string) => {
  const { root, diagnostics } = readYaml(text, 'ims-gap.config.yaml')
  if (!root) return { diagnostics }
  return readConfiguration(root, framework, (path) => (path.startsWith('..') ? 'leads out' : undefined))
}

describe('a configuration', () => {
  it('says what files, what base and which gates', () => {
    const { configuration, diagnostics } = read(`files: [org.yaml, plants]
baseline: accepted.yaml
failOn: high
failOnNew: none
require: { 5.1.1: 2, 6.4: 3 }
min: { culture: 2, overall: 2.25 }
minLowest: { culture: 1.5 }
minEvidenced: { systems-approach: 0 }
minCoverage: 80
failOnStale: true
failOnWithdrawn: true
`)
    expect(diagnostics).toEqual([])
    expect(configuration).toEqual({
      files: ['org.yaml', 'plants'],
      baseline: 'accepted.yaml',
      gates: {
        failOn: 'high',
        failOnNew: 'none',
        require: { '5.1.1': 2, '6.4': 3 },
        min: { culture: 2, overall: 2.25 },
        minLowest: { culture: 1.5 },
        minEvidenced: { 'systems-approach': 0 },
        minCoverage: 80,
        failOnStale: true,
        failOnWithdrawn: true,
      },
    })
  })

  const mistakes: [text: string, line: number, column: number, code: string, says: string][] = [
    ['failOm: high', 1, 1, 'unknown-key', 'did you mean "failOn"'],
    ['fail-on: high', 1, 1, 'unknown-key', 'did you mean "failOn"'],
    ['extends: https://example.org/x.yaml', 1, 1, 'unknown-key', 'unknown key "extends"'],
    ['theme: dark', 1, 1, 'unknown-key', 'allowed keys: files, baseline'],
    ['failOn: hihg', 1, 9, 'wrong-value', 'did you mean "high"'],
    ['failOn: [high]', 1, 1, 'wrong-type', 'must be high, medium, low or none'],
    ['require: { 5.1.1: two }', 1, 19, 'wrong-number', 'whole number from 1 to 5'],
    ['require: { 5.1.1: 9 }', 1, 19, 'wrong-number', 'whole number from 1 to 5'],
    ['require: { 4.1: 2 }', 1, 12, 'unknown-element', '4.1 is a heading'],
    ['require: { 8.9: 2 }', 1, 12, 'unknown-element', '"8.9" is not an element'],
    ['require: [5.1.1]', 1, 1, 'wrong-type', 'must be a mapping'],
    ['min: { cultrue: 2 }', 1, 8, 'unknown-principle', 'did you mean "culture"'],
    ['min: { culture: 5.1 }', 1, 17, 'wrong-number', 'from 0 to 5, such as 2 or 2.25, not "5.1"'],
    ['min: { culture: "-1" }', 1, 17, 'wrong-number', 'from 0 to 5'],
    ['min: { culture: [2] }', 1, 8, 'wrong-type', 'from 0 to 5'],
    ['min: 2', 1, 6, 'wrong-type', 'must be a mapping'],
    ['minLowest: { culture: 1.234 }', 1, 23, 'wrong-number', 'from 0 to 5'],
    ['minCoverage: 101', 1, 14, 'wrong-number', 'from 0 to 100'],
    ['minCoverage: 80%', 1, 14, 'wrong-number', 'from 0 to 100'],
    ['failOnStale: yes', 1, 14, 'wrong-value', 'write true'],
    ['failOnWithdrawn: on', 1, 18, 'wrong-value', 'write true'],
    ['files: org.yaml', 1, 8, 'wrong-type', 'write [org.yaml]'],
    ['files: []', 1, 1, 'blank', 'at least 1 entry'],
    ['files: [../x.yaml]', 1, 9, 'path', 'leads out'],
    ['baseline: ../x.yaml', 1, 11, 'path', 'leads out'],
    ['baseline:', 1, 1, 'blank', 'is blank'],
  ]
  it.each(mistakes)('%s', (text, line, column, code, says) => {
    const { configuration, diagnostics } = read(`${text}\n`)
    expect(configuration).toBeUndefined()
    expect(diagnostics).toHaveLength(1)
    const [{ location, code: found, message, hint } = diagnostics[0]!] = diagnostics
    expect({ line: location?.line, column: location?.column, found }).toEqual({
      line,
      column,
      found: `configuration/${code}`,
    })
    expect(`${message} ${hint}`).toContain(says)
  })

  it('tells several mistakes at once, each on its line', () => {
    const { diagnostics } = read(
      'failOn: hihg\nfiles: [[a], ../x]\nmin: { cultrue: 2, culture: 9 }\nrequire: { 5.1.1: 0, 4.1: 2 }\n',
    )
    expect(diagnostics.map(({ location }) => location?.line)).toEqual([1, 2, 2, 3, 3, 4, 4])
  })
})

it('the examples in the documentation are read without a mistake', () => {
  const document = readFileSync(new URL('../../docs/check.md', import.meta.url), 'utf8')
  const blocks = [...document.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text!)
  const [baseline, configuration] = blocks
  expect(blocks).toHaveLength(2)
  expect(read(configuration!)).toMatchObject({
    configuration: { files: ['org.yaml', 'plants'] },
    diagnostics: [],
  })
  expect(readBaseline(readYaml(baseline!, 'x').root!, builtinPack())).toMatchObject({
    baseline: {},
    diagnostics: [],
  })
  expect(baseline).toContain(`pack: "${framework.version}"`)
  const keys = Object.keys(configurationSchema.properties!)
  expect([...configuration!.matchAll(/^(\w+):/gm)].map(([, key]) => key)).toEqual(keys)
})
