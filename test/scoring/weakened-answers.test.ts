/** Answers, targets and registers that were removed or lowered, case by case. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assessGaps } from '../../src/assess.ts'
import { builtinPack } from '../../src/builtin.ts'
import { weakenedTexts } from '../../src/report/check/resolved-phrases.ts'
import { weakenedAnswers } from '../../src/scoring/weakened-answers.ts'
import type { Description } from '../../src/types/description.ts'
import { full, text } from '../check/descriptions.ts'
import { repository } from '../cli/run.ts'

const { framework } = builtinPack()
const described = (yaml: string): Description => {
  const result = assessGaps(yaml, { file: 'org.yaml', asOf: '2026-11-24' })
  if (!result) throw new Error('the description has errors')
  return result.description
}
const said = (before: string, after: string, all = false) =>
  weakenedTexts({ weakened: weakenedAnswers(described(before), described(after), framework) }, all).map(
    ({ text: line, location }) => `${line}${location ? ` at ${location.line}:${location.column}` : ''}`,
  )
const one = (answer: string) => text({ '6.4': answer })

describe('answers removed or lowered', () => {
  const apart = '{ notApplicable: { kind: not-relevant, reason: None of it here. } }'
  const declined = '{ notApplicable: { kind: declined, reason: Not wanted here. } }'
  const cases: [what: string, before: string, after: string, lines: string[]][] = [
    [
      'where a level is taken out',
      one('{ level: 3 }'),
      one('{ owner: Head }'),
      ['6.4: was 3, no longer assessed at 6:3'],
    ],
    ['where all of an answer is', one('{ level: 0 }'), text({}), ['6.4: was 0, no longer assessed']],
    ['where the highest level is', one('{ level: 5 }'), text({}), ['6.4: was 5, no longer assessed']],
    [
      'where answers to criteria are',
      one('{ criteria: { 1a: yes } }'),
      text({}),
      ['6.4: was 1 to 5, no longer assessed'],
    ],
    [
      'where fewer criteria are answered than the level said',
      one('{ level: 1 }'),
      one('{ criteria: { 1a: yes } }'),
      ['6.4: was 1, now 1 to 5 at 6:10'],
    ],
    [
      'where criteria exclude what they left open',
      one('{ criteria: { 1a: yes } }'),
      one('{ criteria: { 1a: yes, 2a: no } }'),
      ['6.4: 1 to 5 -> 1 at 6:10'],
    ],
    ['where it does not apply', one('{ level: 0 }'), one(apart), ['6.4: was 0, now not applicable at 6:10']],
    ['where it is declined', one('{ level: 2 }'), one(declined), ['6.4: was 2, now declined at 6:10']],
    ['where a level falls', one('{ level: 4 }'), one('{ level: 3 }'), ['6.4: 4 -> 3 at 6:10']],
    [
      'where one target falls, at its own place',
      `${one('{ level: 4 }')}targets: { default: 3, elements: { 6.4: 4 } }\n`,
      `${one('{ level: 4 }')}targets: { default: 3, elements: { 6.4: 2 } }\n`,
      ['6.4: target 4 -> 2 at 7:36'],
    ],
    [
      'where all targets do, on one line',
      full(5).replace('practices', 'targets: { default: 3 }\npractices'),
      full(5).replace('practices', 'targets: { default: 1 }\npractices'),
      [
        `${framework.elements.length} elements (4.1.1, 4.1.2, 4.1.3, 4.2, 4.3 and ${framework.elements.length - 5} more): target 3 -> 1 at 5:12`,
      ],
    ],
    [
      'where a register is left out',
      `${text({})}risks:\n  - { id: a, title: A }\nobjectives: []\n`,
      text({}),
      ['objectives: had 0 entries, now removed', 'risks: had 1 entry, now removed'],
    ],
    ['nowhere, where a level rises', one('{ level: 2 }'), one('{ level: 3 }'), []],
    ['nowhere, where nothing had been said', text({}), one(apart), []],
    ['nowhere, where it did not apply', one(apart), text({}), []],
    [
      'nowhere, where a level takes the place of criteria',
      one('{ criteria: { 1a: yes } }'),
      one('{ level: 2 }'),
      [],
    ],
    [
      'nowhere, where a register is emptied',
      `${text({})}risks:\n  - { id: a, title: A }\n`,
      `${text({})}risks: []\n`,
      [],
    ],
  ]
  it.each(cases)('%s', (_, before, after, lines) => {
    expect(said(before, after)).toEqual(lines)
  })

  it('in the order of the pack, lower levels after everything that may hide something', () => {
    const before = text({
      '4.2': '{ level: 4 }',
      '6.4': '{ level: 2 }',
      '7.4': '{ level: 2 }',
      '10.2': '{ level: 2 }',
    })
    const after = text({ '4.2': '{ level: 3 }', '10.2': '{ level: 1 }' })
    expect(said(before, after).map((line) => line.split(':')[0])).toEqual(['6.4', '7.4', '4.2', '10.2'])
  })

  it('names every element of a shared line where all are wanted', () => {
    const [line] = said(full(3), `${full(3)}targets: { default: 0 }\n`, true)
    expect(line).not.toContain('more')
    expect(line).toContain(', 10.2')
  })

  const folder = join(repository, 'examples')
  it.each(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.yaml') && !file.endsWith('mistakes.yaml'),
    ),
  )('nowhere in what stayed the same: %s', (file) => {
    const yaml = readFileSync(join(folder, file), 'utf8')
    expect(said(yaml, yaml)).toEqual([])
  })
})
