import { stripVTControlCharacters as stripAnsi } from 'node:util'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { renderTerminal } from '../../src/report/assessment/report.ts'
import { options, words } from './checks.ts'
import { richAssessment, withText } from './fixtures/assessments.ts'
import { difficult } from './fixtures/strings.ts'

const rich = richAssessment()

/** Lines wider than allowed, but for those an id, a path or a command needs. */
function tooWide(text: string, width: number): string[] {
  return text.split('\n').filter((line) => {
    if (stringWidth(line) <= width) return false
    const longest = line
      .trim()
      .split(' ')
      .sort((a, b) => stringWidth(b) - stringWidth(a))[0]!
    const isName = /^[!-~]*[\d./][!-~]*$/.test(longest) && longest.length > width - 20
    return !isName && !line.startsWith('  ims-gap ')
  })
}

describe('the terminal report', () => {
  it.each([40, 80, 120])('reads as expected at %i columns', async (width) => {
    await expect(renderTerminal(rich, { ...options, width })).toMatchFileSnapshot(`golden/rich-${width}.txt`)
  })

  it('reads as expected in full, and in three lines', async () => {
    const full = renderTerminal(rich, { ...options, detail: 'full' })
    await expect(full).toMatchFileSnapshot('golden/rich-full.txt')
    const brief = renderTerminal(rich, { ...options, detail: 'brief' })
    await expect(brief).toMatchFileSnapshot('golden/rich-brief.txt')
    expect(brief.trimEnd().split('\n').length).toBe(3)
  })

  it('reads as expected with everything shown, in plain characters', async () => {
    const text = renderTerminal(rich, { ...options, all: true, unicode: false })
    expect(text).toMatch(/^[ -~\n]*$/)
    await expect(text).toMatchFileSnapshot('golden/rich-all-ascii.txt')
  })

  it('reads as expected for one principle', async () => {
    const text = renderTerminal(rich, { ...options, principle: 'leaders' })
    await expect(text).toMatchFileSnapshot('golden/rich-one-principle.txt')
  })

  it.each(Object.entries(difficult).filter(([name]) => !['long', 'longWide', 'empty'].includes(name)))(
    'lays out names that are %s',
    async (name, text) => {
      const output = renderTerminal(withText(text), { ...options, top: 1 })
      await expect(output).toMatchFileSnapshot(`golden/names-${name}.txt`)
    },
  )

  it.each([40, 60, 80, 120, 200])('says the same words without Unicode, at %i columns', (width) => {
    for (const all of [false, true]) {
      const shown = { ...options, width, all, detail: 'full' as const }
      expect(words(renderTerminal(rich, { ...shown, unicode: false }))).toEqual(
        words(renderTerminal(rich, shown)),
      )
    }
  })

  it.each([40, 60, 80, 120])('is the same with its colours taken away, at %i columns', (width) => {
    const plain = renderTerminal(rich, { ...options, width, all: true })
    const colored = renderTerminal(rich, { ...options, width, all: true, color: true })
    expect(colored).not.toBe(plain)
    expect(stripAnsi(colored)).toBe(plain)
  })

  it('uses the eight basic colours only', () => {
    const codes = renderTerminal(rich, { ...options, color: true, all: true }).matchAll(/\u001b\[([\d;]*)m/g)
    for (const [, code] of codes) expect(code).toMatch(/^(1|2|22|3[0-7]|39)$/)
  })

  it('puts everything into the lines of a table in columns, whatever the script', () => {
    for (const text of Object.values(difficult)) {
      const output = renderTerminal(withText(text), { ...options, width: 100 })
      const bars = output
        .split('\n')
        .filter((line) => /[█▓░·]│|│[█▓░·]/.test(line) && !line.includes('assessed'))
      expect(bars.length).toBe(4)
      const places = bars.map((line) => stringWidth(line.slice(0, line.search(/[█▓░·│]/))))
      expect(new Set(places).size).toBe(1)
    }
  })

  it('keeps every line within the width, for any names', () => {
    const names = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom(...Object.values(difficult)),
      fc
        .array(fc.constantFrom('界', 'a', ' ', 'e\u0301', '👨‍👩‍👧', 'ا', '\u1112\u1161', 'ｶﾞ'), {
          maxLength: 80,
        })
        .map((all) => all.join('')),
    )
    fc.assert(
      fc.property(
        names,
        fc.integer({ min: 40, max: 200 }),
        fc.boolean(),
        fc.boolean(),
        (name, width, all, unicode) => {
          expect(tooWide(renderTerminal(withText(name), { ...options, width, all, unicode }), width)).toEqual(
            [],
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it('never cuts ids, places, numbers or commands', () => {
    for (let width = 40; width <= 200; width += 7) {
      const text = renderTerminal(rich, { ...options, width, all: true })
      for (const { rule, location } of rich.findings) {
        expect(text).toContain(`[${rule}]`)
        if (location) expect(text).toContain(`org.yaml:${location.line}:${location.column}`)
      }
      for (const command of options.next) expect(text).toContain(`  ${command}\n`)
    }
  })

  it('keeps file names with blanks and other scripts whole', () => {
    const file = 'Übersicht der Organisation 2026 界界界界界界界 und noch mehr.yaml'
    const findings = rich.findings.map((finding) => ({
      ...finding,
      ...(finding.location && { location: { ...finding.location, file } }),
    }))
    expect(renderTerminal({ ...rich, findings }, { ...options, width: 40, all: true })).toContain(
      `${file}:41:5`,
    )
  })

  it('ends with the commands given, or without any', () => {
    expect(renderTerminal(rich, options)).toMatch(/\n\nNext: {2}ims-gap .*\n {7}ims-gap .*\n$/)
    expect(renderTerminal(rich, { ...options, next: [] })).not.toContain('Next:')
  })

  it('shows five improvements unless told otherwise', () => {
    const count = (more: object) =>
      renderTerminal(rich, { ...options, ...more }).match(/^\d\.? {1,2}[A-Z0-9].*(?:→|level)/gm)?.length ?? 0
    expect(count({})).toBe(5)
    expect(count({ top: 2 })).toBe(2)
    expect(count({ top: 0 })).toBe(0)
    expect(count({ detail: 'full' })).toBe(5)
    expect(count({ all: true })).toBe(7)
    const full = renderTerminal(rich, { ...options, top: 2, detail: 'full' })
    expect(full).toContain('5 further improvements not shown (--all shows every one).')
  })

  it('lists foundations, quick wins and what is under way apart', () => {
    const [first, second, third, fourth] = rich.improvements
    const improvements = [
      { ...first!, kind: 'strategic' as const },
      { ...second!, kind: 'foundation' as const },
      { ...third!, kind: 'quick-win' as const },
      { ...fourth!, kind: 'strategic' as const, planned: '2027-03-31' },
    ]
    const text = renderTerminal({ ...rich, improvements }, { ...options, width: 120 })
    expect(text).toMatch(
      new RegExp(`Foundations.*\\n2 {2}${second!.element} [^]*Improve first.*\\n1 {2}${first!.element} `),
    )
    expect(text).toContain(`Quick wins  ${third!.element} ${third!.title} (4 days to level 1)`)
    expect(text).toContain(`Under way   ${fourth!.element} ${fourth!.title} (2027-03-31)`)
  })

  it('leaves out findings that an improvement in the list closes and that say nothing more', () => {
    const below = rich.findings.filter(({ rule }) => rule === 'practice/below-target')
    const closes = below.map(({ id }) => id)
    const improvements = rich.improvements.map((one) => ({ ...one, closes }))
    const shown = (assessment: typeof rich) =>
      renderTerminal(assessment, { ...options, all: true }).includes('[practice/below-target]')
    expect(below).not.toEqual([])
    expect(shown(rich)).toBe(true)
    expect(shown({ ...rich, improvements })).toBe(false)
  })

  it('names what an improvement closes, and leaves ids and the plain gap to --format json', () => {
    const text = renderTerminal(rich, { ...options, width: 120, all: true })
    expect(text).toContain('6 % of the way to the targets; closes “Objectives without a plan” (high).')
    expect(text).toContain('15.53 = gain 6.25 x leverage 1.42 x urgency 1.75')
  })

  it('explains the worst rules only, and every rule with --all', () => {
    const reasons = [...new Set(rich.findings.map(({ why }) => why))]
    const explained = (all: boolean) => {
      const text = renderTerminal(rich, { ...options, width: 120, all, detail: 'full' }).replaceAll(
        /\s+/g,
        ' ',
      )
      return reasons.filter((why) => text.includes(why)).length
    }
    expect(explained(false)).toBeLessThan(reasons.length)
    expect(explained(true)).toBe(reasons.length)
  })

  it('explains the bars only where there are some', () => {
    expect(renderTerminal(rich, { ...options, width: 100 })).toContain('│ target')
    expect(renderTerminal(rich, { ...options, width: 62 })).not.toContain('│ target')
  })

  it('says which missing answers keep most checks from running', () => {
    const open = (element: string, ...missing: string[]) => ({ rule: 'a/b', element, missing })
    const notEvaluated = [open('4.2', '4.2'), open('7.1.3', '7.1.3'), open('9.2', '7.1.3', '4.1.2')]
    const text = renderTerminal({ ...rich, notEvaluated }, { ...options, width: 120, detail: 'full' })
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Most often missing: 7.1.3 (2), 4.2 (1) and 4.1.2 (1).')
  })

  it('says the severity in words and shows a waiver with its end', () => {
    const text = renderTerminal(rich, { ...options, width: 120, all: true })
    expect(text).toContain('high, firm: Objectives without a plan')
    expect(text).toMatch(/waived until 2027-03-31 by Managing\s+director/)
  })
})
