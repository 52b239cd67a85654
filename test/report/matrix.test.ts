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
      { ...options, top: 0 },
      { ...options, principle: 'leaders' },
    ]) {
      const text = reporter.render(assessment!, shown)
      expect(text).not.toMatch(/NaN|undefined|Infinity|\[object /)
      expect(text.endsWith('\n')).toBe(true)
      expect(rawControls(text).filter((code) => !(name === 'csv' && code === 'd'))).toEqual([])
    }
  })

  it('gives the same bytes each time', () => {
    expect(reporter.render(richAssessment(), options)).toBe(reporter.render(richAssessment(), options))
  })

  it.each(hostile)('lets nothing invisible or steering through: %j', (text) => {
    const output = reporter.render(withText(text, true), { ...options, all: true })
    expect(rawControls(output).filter((code) => !(name === 'csv' && code === 'd'))).toEqual([])
  })

  it.each(Object.keys(difficult))('renders names that are %s within two seconds', (which) => {
    const started = performance.now()
    expect(reporter.render(withText(difficult[which]!), options).length).toBeGreaterThan(10)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('what the degenerate assessments say', () => {
  it.each([
    ['nothing assessed', /cannot be placed yet: 0 of 12 elements assessed; target 3\.00 \(/],
    ['everything not applicable', /nothing to assess: every element is marked not applicable/],
    [
      'one answer',
      /not enough data: 1 of 12 elements assessed, so anything from 0\.25 to 4\.80 of 5 is possible; target 3\.00 \(/,
    ],
    ['all at the maximum', /stands at 5\.00 of 5, 100 % of the way to target 3\.00/],
    ['targets of zero', /target 0\.00 \(--target: 0 for every element\) asks for nothing/],
  ])('%s', (which, verdict) => {
    const wide = { ...options, width: 120 }
    expect(reporters.terminal.render(degenerate[which]!, wide).replaceAll(/\s+/g, ' ')).toMatch(verdict)
    expect(reporters.markdown.render(degenerate[which]!, wide).replaceAll('\\', '')).toMatch(verdict)
  })

  it('does not list what waits where nothing is assessed, unless everything is wanted', () => {
    const text = (all: boolean) =>
      reporters.terminal.render(degenerate['nothing assessed']!, { ...options, all })
    expect(text(false)).not.toContain('NOT EVALUATED')
    expect(text(false)).toContain('Nothing is assessed yet, so there is nothing to conclude.')
    expect(text(false)).not.toContain('open conclusion')
    expect(text(true)).toContain('NOT EVALUATED')
  })

  it('states no percentage of a gain where the verdict states none', () => {
    for (const { render } of [reporters.terminal, reporters.markdown]) {
      const text = render(degenerate['one answer']!, { ...options, width: 120 }).replaceAll(/\s+/g, ' ')
      expect(text).toContain('1 level below its target of 3')
      expect(text).not.toContain('% of the way')
    }
  })

  it('never shows 100 % while something is missing', () => {
    const rich = richAssessment()
    const rounded = {
      ...rich,
      scores: { ...rich.scores, overall: { ...rich.scores.overall, percentToTarget: 100 } },
    }
    expect(reporters.terminal.render(rounded, options)).toContain('almost 100 % of the way')
  })
})
