import { describe, expect, it } from 'vitest'
import { type Reporter, reporters } from '../../src/report/reporters.ts'
import { options, rawControls } from './checks.ts'
import { richAssessment, withText } from './fixtures/assessments.ts'
import { degenerate } from './fixtures/degenerate.ts'
import { difficult, hostile } from './fixtures/strings.ts'

const all: [string, Reporter][] = Object.entries(reporters)
const cases = { 'a rich assessment': richAssessment(), ...degenerate }

describe.each(all)('the %s reporter', (name, reporter) => {
  it('has a title and at least one ending', () => {
    expect(reporter.title).toMatch(/^[A-Z]/)
    expect(reporter.extensions.length).toBeGreaterThan(0)
  })

  it.each(Object.keys(cases))('renders %s in words, without NaN or undefined', (which) => {
    const assessment = cases[which as keyof typeof cases]
    for (const shown of [
      options,
      { ...options, all: true },
      { ...options, detail: 'full' as const },
      { ...options, detail: 'brief' as const },
      { ...options, top: 0 },
      { ...options, principle: 'leaders' },
    ]) {
      const text = reporter.render(assessment!, shown)
      expect(text).not.toMatch(/NaN|undefined|Infinity|\[object /)
      expect(text.endsWith('\n')).toBe(true)
      expect(rawControls(text).filter((code) => !(name.endsWith('csv') && code === 'd'))).toEqual([])
    }
  })

  it('gives the same bytes each time', () => {
    expect(reporter.render(richAssessment(), options)).toBe(reporter.render(richAssessment(), options))
  })

  it.each(hostile)('lets nothing invisible or steering through: %j', (text) => {
    const output = reporter.render(withText(text, true), { ...options, all: true })
    expect(rawControls(output).filter((code) => !(name.endsWith('csv') && code === 'd'))).toEqual([])
  })

  it.each(Object.keys(difficult))('renders names that are %s', (which) => {
    expect(reporter.render(withText(difficult[which]!), options)).toMatch(/\n$/)
  })
})

describe('what the degenerate assessments say', () => {
  it.each([
    ['nothing assessed', /is not assessed yet: 0 of 12 elements assessed\./],
    ['everything not applicable', /nothing to assess: every element is marked not applicable/],
    [
      'one answer',
      /has no overall level yet: only 1 of 12 elements is assessed, so it is between 0\.3 and 4\.8 of 5\./,
    ],
    ['all at the maximum', /is improving \(5\.0 of 5\), at its targets\./],
    ['targets of zero', /with no targets above 0/],
  ])('%s', (which, verdict) => {
    const wide = { ...options, width: 120 }
    expect(reporters.terminal.render(degenerate[which]!, wide).replaceAll(/\s+/g, ' ')).toMatch(verdict)
    expect(reporters.markdown.render(degenerate[which]!, wide).replaceAll('\\', '')).toMatch(verdict)
  })

  it('states no percentage of a gain where the verdict states none', () => {
    for (const { render } of [reporters.terminal, reporters.markdown]) {
      const text = render(degenerate['one answer']!, { ...options, width: 120, all: true }).replaceAll(
        /\s+/g,
        ' ',
      )
      expect(text).toContain('1 level below its target of 3')
      expect(text).not.toContain('% of the way')
    }
  })

  it('never shows 100 % while something is missing', () => {
    const rich = richAssessment()
    const rounded = {
      ...rich,
      scores: { ...rich.scores, overall: { ...rich.scores.overall, percentToTarget: 99.98 } },
    }
    expect(reporters.terminal.render(rounded, options)).toContain('99 % of the way')
  })
})
