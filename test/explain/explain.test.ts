/** The manual: what each kind of word is explained as, and how the results of the README's example came about. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assessWithInputs } from '../../src/assess.ts'
import { builtinPack } from '../../src/builtin.ts'
import { diagnosticCodes } from '../../src/diagnostics/diagnostic-codes.ts'
import { type ExplainResult, explain } from '../../src/explain/explain.ts'
import { explainAll } from '../../src/explain/explain-all.ts'
import { explainResult } from '../../src/explain/explain-result.ts'
import { renderExplanationText } from '../../src/report/explanation.ts'

const pack = builtinPack()
const { framework, rules } = pack
const file = 'examples/manufacturer.yaml'
const assessed = assessWithInputs(readFileSync(file), { file, today: '2026-11-24' }).assessed!
const { assessment, description } = assessed

const shown = ({ explanation }: ExplainResult) =>
  renderExplanationText(explanation!, { width: 100, color: false, unicode: true })

describe('the manual', () => {
  it.each([
    ['6.4', 'element.txt'],
    ['culture', 'principle.txt'],
    ['objectives/without-plan', 'rule.txt'],
    ['innovation portfolio', 'term.txt'],
    ['description/wrong-date', 'code.txt'],
  ])('explains %s', async (word, golden) => {
    await expect(shown(explain(word, pack))).toMatchFileSnapshot(`golden/${golden}`)
  })

  it('explains everything it lists, under its id and under its title', () => {
    const terms = pack.texts().terms.map(({ term }) => term)
    const ids = [...framework.elements, ...framework.principles, ...framework.clauses, ...rules].map(
      ({ id }) => id,
    )
    for (const id of [...ids, ...Object.keys(diagnosticCodes)])
      expect(explain(id, pack).explanation?.id).toBe(id)
    for (const name of [...terms, ...framework.levels.map((level) => level.name)])
      expect(explain(name.toUpperCase(), pack).explanation, name).toBeDefined()
  })

  it.each([
    ['level 3', 'level', 'established'],
    ['3', 'level', 'established'],
    ['4', 'clause', '4'],
    ['culture', 'principle', 'culture'],
    ['practice/below-target@6.4', 'rule', 'practice/below-target'],
    ['objectives/cannot-be-judged@6.2.1#some-entry', 'rule', 'objectives/cannot-be-judged'],
  ])('takes %s for a %s', (word, kind, id) => {
    expect(explain(word, pack).explanation).toMatchObject({ kind, id })
  })

  it.each([
    'leverage urgency gain spread evidenced gate baseline waiver criterion declined planned finding confidence',
    'priority effort severity target gap coverage firm likely hint inherited unlocks',
  ])('explains the words of a result: %s', (words) => {
    for (const word of words.split(' '))
      expect(explain(word, pack).explanation, word).toMatchObject({ kind: 'term', id: word })
  })

  it('finds a name of several words with spaces and with hyphens', () => {
    for (const word of ['percent to target', 'Percent-to-target', 'not relevant', 'not-relevant', 'start up'])
      expect(explain(word, pack).explanation?.kind, word).toBe('term')
  })

  it('says what a word means that is also the title of a heading', () => {
    const { explanation } = explain('improvement', pack)
    expect(explanation).toMatchObject({ kind: 'clause', id: '10' })
    expect(explanation?.sections.map(({ heading }) => heading)).toContain('The word')
  })

  it('suggests the closest names, else those that hold the word, else none', () => {
    expect(explain('objectives/without-plam', pack).suggestions[0]).toBe('objectives/without-plan')
    expect(explain('intelligence', pack).suggestions.join()).toMatch(/intelligence/i)
    expect(explain('gates', pack).suggestions).toContain('gate')
    expect(explain('portfoio', pack).suggestions).toEqual(explain('portfolio', pack).suggestions)
    expect(explain('portfoio', pack).suggestions).toContain('innovation portfolio')
    expect(explain('rrogat', pack).suggestions).toEqual([])
    expect(explain('xyzzyxyzzy', pack)).toEqual({ suggestions: [] })
    expect(explain('constructor', pack).explanation).toBeUndefined()
  })

  it('lists every element once, and everything else', () => {
    const text = renderExplanationText(explainAll(pack), { width: 100, color: false, unicode: true })
    for (const { id } of framework.elements) expect(text).toMatch(new RegExp(`^${id} +\\S`, 'm'))
    for (const { id } of [...framework.principles, ...rules])
      expect(text).toMatch(new RegExp(`^${id}(?: |$)`, 'm'))
    expect(text).toContain('description/wrong-date')
  })
})

describe('how a result came about', () => {
  it.each([
    ['6.4', 'element-result.txt'],
    ['culture', 'principle-result.txt'],
    ['leadership/not-resourced', 'rule-result.txt'],
  ])('is explained for %s', async (word, golden) => {
    await expect(shown(explainResult(word, assessed))).toMatchFileSnapshot(`golden/${golden}`)
  })

  it('is explained for every element, clause, principle, rule and finding', () => {
    const findings = assessment.findings.map(({ id }) => id)
    const ids = [...framework.elements, ...framework.clauses, ...framework.principles, ...rules].map(
      ({ id }) => id,
    )
    for (const id of [...ids, ...findings, 'overall']) {
      const text = shown(explainResult(id, assessed))
      expect(text, id).not.toMatch(/(?<![/\w-])(undefined|NaN|null)(?![\w-])|\[object /)
      expect(text.length, id).toBeGreaterThan(40)
    }
  })

  it('falls back to the manual for what has no result of its own', () => {
    expect(explainResult('innovation portfolio', assessed)).toEqual(explain('innovation portfolio', pack))
    expect(explainResult('description/wrong-date', assessed)).toEqual(explain('description/wrong-date', pack))
  })

  it.each([
    ['7.1.3', '4, set in the file for Culture, which it mainly serves.'],
    ['6.4', '3, set in the file for everything that has no target of its own.'],
  ])('says where the target of %s comes from', (id, text) => {
    expect(shown(explainResult(id, assessed)).replaceAll(/\s+/g, ' ')).toContain(text)
  })

  it('says where the targets come from that the whole is compared with', () => {
    expect(shown(explainResult('overall', assessed)).replaceAll(/\s+/g, ' ')).toContain(
      `(${assessment.targets.text})`,
    )
  })

  it('says that a target comes from the profile or from the command line', () => {
    const head =
      'ims-gap: 1\nframework: iso-56002:2019\norganization: { name: A, kind: start-up, size: micro }\n'
    const target = (options: object) => {
      const { assessed: other } = assessWithInputs(`${head}practices:\n  6.4: { level: 1 }\n`, {
        file: 'a',
        today: '2026-11-24',
        ...options,
      })
      return shown(explainResult('6.4', other!)).replaceAll(/\s+/g, ' ')
    }
    expect(target({})).toContain('because the file sets none for it')
    expect(target({ target: 4 })).toContain('4, given on the command line for every element.')
  })

  it('names what was read by its title, and calls a target a target', () => {
    const text = shown(explainResult('targets/jump-too-far', assessed)).replaceAll(/\s+/g, ' ')
    expect(text).toContain('- 4.1.2 External issues: target 3; level 2 (less than 3 below its target)')
    expect(shown(explainResult('objectives/cannot-be-judged', assessed))).toMatch(
      /- objective \d+ "[^"]+": measure not given/,
    )
  })

  it('names what was read once, and not at all where the finding is about nothing else', () => {
    const [, shownIn = ''] = shown(explainResult('evidence/level-not-shown@8.2', assessed)).split('@8.2]\n')
    expect(shownIn.split('\n').slice(0, 4)).toEqual([
      '',
      '- level 3 (at least 3)',
      '- evidence carries 1, looked for: less than 1 below its level',
      '',
    ])
    const above = shown(explainResult('evidence/above-prerequisites', assessed))
    expect(above).toContain('- 9.2 Internal audit: level 0, looked for: less than 3 below the level of 10.2')
    for (const { id } of rules) {
      const text = shown(explainResult(id, assessed))
      expect(text, id).not.toMatch(/\b(yes|no) \((yes|no)\)|looked for: a value|\(\)|: ;/)
    }
  })

  it('explains one finding where one is named, and all of a rule otherwise', () => {
    const count = (word: string) =>
      shown(explainResult(word, assessed)).match(/\[practice\/below-target@/g)?.length
    expect(count('practice/below-target@6.4')).toBe(1)
    expect(count('practice/below-target')).toBe(
      assessment.findings.filter(({ rule }) => rule === 'practice/below-target').length,
    )
  })

  it('shares the weight of a score out completely', () => {
    for (const word of ['overall', ...framework.principles.map(({ id }) => id)]) {
      const shares = [
        ...shown(explainResult(word, assessed))
          .replaceAll(/\s+/g, ' ')
          .matchAll(/([\d.]+) % of the weight/g),
      ]
      const total = shares.reduce((sum, [, share]) => sum + Number(share), 0)
      expect(Math.abs(total - 100), word).toBeLessThan(0.05 * shares.length + 0.01)
    }
  })

  it('names rules that wait for the element alone in one line', () => {
    const [id] = Array.from(description.standings.values())
      .find(({ state }) => state === 'not-assessed')!
      .id.split(' ')
    const text = shown(explainResult(id!, assessed)).replaceAll(/\s+/g, ' ')
    expect(text).toContain(`Only for ${id} itself: `)
    expect(text).not.toContain('IMPROVEMENT')
  })
})
