import fc from 'fast-check'
import stringWidth from 'string-width'
import stripAnsi from 'strip-ansi'
import { describe, expect, it, vi } from 'vitest'
import { renderTerminal } from '../../src/report/terminal/render-terminal.ts'
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

  it('reads as expected with everything shown, in plain characters', async () => {
    const text = renderTerminal(rich, { ...options, all: true, unicode: false })
    expect(text).toMatch(/^[ -~\n]*$/)
    await expect(text).toMatchFileSnapshot('golden/rich-all-ascii.txt')
  })

  it('reads as expected for one principle', async () => {
    const text = renderTerminal(rich, { ...options, principle: 'leaders' })
    await expect(text).toMatchFileSnapshot('golden/rich-one-principle.txt')
  })

  it('says why a mean at its target leaves a way to go, and only there', () => {
    const shown = (level: number, percentToTarget: number) => {
      const [principle] = rich.scores.principles
      const principles = [{ ...principle!, score: { ...principle!.score, level, percentToTarget } }]
      const scores = { ...rich.scores, principles }
      return renderTerminal({ ...rich, scores }, { ...options, width: 120, principle: principle!.id })
    }
    expect(shown(3.2, 80.61)).toContain('80.61 % of the way (some above, some below target)')
    expect(shown(3.2, 100)).not.toContain('some above')
    expect(shown(2.9, 80.61)).not.toContain('some above')
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
      const unicode = renderTerminal(rich, { ...options, width, all })
      expect(words(renderTerminal(rich, { ...options, width, all, unicode: false }))).toEqual(words(unicode))
    }
  })

  it.each([40, 60, 80, 120])('is the same with its colours taken away, at %i columns', (width) => {
    const plain = renderTerminal(rich, { ...options, width, all: true })
    const colored = renderTerminal(rich, { ...options, width, all: true, color: true })
    expect(colored).not.toBe(plain)
    expect(stripAnsi(colored)).toBe(plain)
  })

  it('needs no library to lay out colours', async () => {
    vi.resetModules()
    const { layOut } = await import('../../src/report/terminal/lay-out.ts')
    const { renderTerminal: fresh } = await import('../../src/report/terminal/render-terminal.ts')
    const plainText = withText('Plain')
    const colored = await layOut(() => fresh(plainText, { ...options, color: true, all: true }), {
      color: true,
    })
    expect(colored).toMatch(/\u001b\[/)
    expect(stripAnsi(colored)).toBe(renderTerminal(plainText, { ...options, all: true }))
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
        .filter((line) => /[█▓░·]│|│[█▓░·]/.test(line) && !line.includes('certain'))
      expect(bars.length).toBe(5)
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
      for (const command of options.next) expect(text).toContain(`\n  ${command}\n`)
    }
  })

  it('keeps file names with blanks and other scripts whole', () => {
    const file = 'Übersicht der Organisation 2026 界界界界界界界 und noch mehr.yaml'
    const findings = rich.findings.map((finding) => ({
      ...finding,
      ...(finding.location && { location: { ...finding.location, file } }),
    }))
    expect(renderTerminal({ ...rich, findings }, { ...options, width: 40 })).toContain(`${file}:41:5`)
  })

  it('ends with one summary and the commands given, or without any', () => {
    const text = renderTerminal(rich, options)
    expect(text).toMatch(
      /\n9 findings \(2 high, 2 medium, 5 low; [^.]*\.\nNext:\n {2}ims-gap .*\n {2}ims-gap .*\n$/,
    )
    expect(renderTerminal(rich, { ...options, next: [] })).not.toContain('Next:')
  })

  it('shows five improvements unless told otherwise, and counts the rest', () => {
    const heads = (text: string) => text.match(/^ \d\. /gm)?.length ?? 0
    const count = (more: object) => heads(renderTerminal(rich, { ...options, ...more }))
    expect(count({})).toBe(5)
    expect(count({ top: 2 })).toBe(2)
    expect(count({ top: 0 })).toBe(0)
    expect(count({ all: true })).toBe(7)
    expect(renderTerminal(rich, { ...options, top: 2 })).toContain('… and 5 more (--all)')
  })

  it('names what an improvement closes, and leaves ids and the plain gap to --format json', () => {
    const text = renderTerminal(rich, { ...options, width: 120, top: 1 })
    expect(text).toContain(
      'Why         Brings 6.25 % of the way to target; closes "Objectives without a plan" (high)',
    )
    expect(text).toContain('Priority    1.29 = gain 6.25 x leverage 1.42 x urgency 1.75 / effort 12')
  })

  it('explains the worst rule only, and every rule with --all', () => {
    const reasons = [...new Set(rich.findings.map(({ why }) => why))]
    const explained = (all: boolean) => {
      const text = renderTerminal(rich, { ...options, width: 120, all }).replaceAll(/\s+/g, ' ')
      return reasons.filter((why) => text.includes(why)).length
    }
    expect(explained(false)).toBe(1)
    expect(explained(true)).toBe(reasons.length)
    expect(reasons.length).toBeGreaterThan(2)
  })

  it('explains the bars only where there are some', () => {
    expect(renderTerminal(rich, { ...options, width: 100 })).toContain('│ target')
    expect(renderTerminal(rich, { ...options, width: 62 })).not.toContain('│ target')
  })

  it('says which answers most open conclusions wait for', () => {
    const open = (element: string, ...missing: string[]) => ({ rule: 'a/b', element, missing })
    const notEvaluated = [open('4.2', '4.2'), open('7.1.3', '7.1.3'), open('9.2', '7.1.3', '4.1.2')]
    const text = renderTerminal({ ...rich, notEvaluated }, { ...options, width: 120 })
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Most wait for 7.1.3 (2), 4.2 (1), 4.1.2 (1).')
  })

  it('says the severity in words and shows a waiver with its end', () => {
    const text = renderTerminal(rich, { ...options, width: 120 })
    expect(text).toContain('high, firm: Objectives without a plan')
    expect(text).toMatch(/waived until 2027-03-31 by Managing\s+director/)
  })
})
