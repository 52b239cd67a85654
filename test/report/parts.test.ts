import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { groupFindings } from '../../src/report/findings.ts'
import { narrowAssessment } from '../../src/report/narrow-assessment.ts'
import { cutToWidth, displayWidth, fillToWidth } from '../../src/report/terminal/display-width.ts'
import { pageFor } from '../../src/report/terminal/page.ts'
import { scoreBar } from '../../src/report/terminal/write-terminal.ts'
import { whole, wrapText } from '../../src/report/wrap-text.ts'
import { finding, richAssessment, score } from './fixtures/assessments.ts'

describe('width', () => {
  it.each([
    ['abc', 3],
    ['日本', 4],
    ['e\u0301', 1],
    ['👨‍👩‍👧‍👦', 2],
    ['\u1112\u1161\u11ab', 2],
    ['\u001b[31mred\u001b[39m', 3],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  it('takes no short cut that string-width would not', () => {
    for (let code = 0x20; code < 0x3000; code++) {
      const character = String.fromCharCode(code)
      expect(displayWidth(`a${character}b`)).toBe(stringWidth(`a${character}b`))
    }
  })

  it('is never exceeded by a cut text, which is whole where it fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 3, max: 40 }),
        (text, columns) => {
          const cut = cutToWidth(text, columns)
          expect(stringWidth(cut)).toBeLessThanOrEqual(columns)
          if (stringWidth(text) <= columns) expect(cut).toBe(text)
          expect(stringWidth(fillToWidth(cut, columns))).toBe(columns)
        },
      ),
    )
  })
})

describe('wrapping', () => {
  it('breaks at blanks and indents what follows', () => {
    expect(wrapText('one two three four', 10, '- ', '  ')).toEqual(['- one two', '  three', '  four'])
  })

  it('breaks a word that fits nowhere, but never an id, a path or what is marked whole', () => {
    expect(wrapText('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
    expect(wrapText('界界界界界', 5)).toEqual(['界界', '界界', '界'])
    expect(wrapText('see a/long/path.yaml', 8)).toEqual(['see', 'a/long/path.yaml'])
    expect(wrapText(`at ${whole('my file')} end`, 5)).toEqual(['at', 'my file', 'end'])
  })

  it('keeps a percent sign with its number', () => {
    expect(wrapText('it is 62.4 % now', 10)).toEqual(['it is', '62.4 % now'])
  })

  it('loses no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,30}$/)),
        fc.integer({ min: 5, max: 60 }),
        (all, width) => {
          const lines = wrapText(all.join(' '), width)
          expect(lines.join('').replaceAll(' ', '')).toBe(all.join(''))
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})

describe('a score bar', () => {
  const bar = (...given: Parameters<typeof score>) =>
    scoreBar(score(...given), 10, pageFor({ width: 80, color: false, unicode: false }))
  it.each([
    [bar(3), '######|....'],
    [bar(5, { target: 5 }), '##########|'],
    [bar(0, { target: 0 }), '|..........'],
    [bar(2, { lowest: 1, highest: 4 }), '##==::|::..'],
    [bar(null, { lowest: 0, highest: 5 }), '::::::|::::'],
    [bar(null, { lowest: null, highest: null, target: null }), '...........'],
  ])('shows what is certain, likely and possible: %s', (shown, expected) => {
    expect(shown).toBe(expected)
  })
})

describe('groups of findings', () => {
  it('come worst first, then surest, then what nobody has decided about', () => {
    const groups = groupFindings([
      finding('a/low', '1', { severity: 'low' }),
      finding('b/waived', '1', { waived: true }),
      finding('c/likely', '1', { confidence: 'likely' }),
      finding('d/high', '1', { planned: true }),
      finding('d/high', '2'),
    ])
    expect(groups.map(({ rule }) => rule)).toEqual(['d/high', 'b/waived', 'c/likely', 'a/low'])
    expect(groups[0]!.findings.map(({ element }) => element)).toEqual(['2', '1'])
  })
})

describe('narrowing to a principle', () => {
  it('keeps what concerns it, and the totals', () => {
    const rich = richAssessment()
    const narrowed = narrowAssessment(rich, 'leaders')
    expect(narrowed.scores.principles.map(({ id }) => id)).toEqual(['leaders'])
    expect(narrowed.improvements.map(({ element }) => element)).toEqual(['5.1.4', '4.1.2'])
    expect(narrowed.findings).toEqual([])
    expect(narrowed.coverage).toBe(rich.coverage)
    expect(narrowAssessment(rich, 'constructor').improvements).toEqual([])
    expect(narrowAssessment(rich, undefined)).toBe(rich)
  })
})
