import { stripVTControlCharacters as stripAnsi } from 'node:util'
import { describe, expect, it } from 'vitest'
import { diagnose } from '../../src/diagnostics/diagnose.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { DiagnosticCode } from '../../src/diagnostics/diagnostic-codes.ts'
import { renderDiagnostics } from '../../src/report/diagnostics.ts'
import { displayWidth } from '../../src/report/terminal/display-width.ts'
import { rawControls } from './checks.ts'

const plain = { color: false, unicode: true, width: 80 }
const code = 'description/unknown-key' as DiagnosticCode

/** A diagnostic at `needle` in `text`. */
function at(
  text: string,
  needle: string,
  more: Partial<Parameters<typeof diagnose>[0]> = {},
  file = 'org.yaml',
): Diagnostic {
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const start = text.indexOf(needle)
  const span = { source: { file, text, lineStarts }, start, end: start + needle.length }
  return diagnose({ code, message: 'something is wrong', at: span, ...more })
}

/** Where the carets stand and how many there are, in columns. */
function carets(output: string): { from: number; count: number; under: string } {
  const lines = output.split('\n')
  const index = lines.findIndex((line) => /^ +\| +\^+$|^ +\| \^+$/.test(line))
  const line = lines[index]!
  const from = displayWidth(line.slice(0, line.indexOf('^')))
  return { from, count: line.length - line.indexOf('^'), under: lines[index - 1]! }
}

describe('diagnostics', () => {
  it('look as the design has them', () => {
    const text = 'ims-gap: 1\na: 1\nb: 2\npractices:\n  4.1.2:\n    levle: 3\n'
    const message = 'unknown key "levle" in practice 4.1.2'
    const output = renderDiagnostics([at(text, 'levle', { message, hint: 'did you mean "level"?' })], plain)
    expect(output).toBe(
      [
        'org.yaml:6:5: error: unknown key "levle" in practice 4.1.2 [description/unknown-key]',
        '  5 |   4.1.2:',
        '  6 |     levle: 3',
        '    |     ^^^^^',
        '  hint: did you mean "level"?',
        '1 error',
        '',
      ].join('\n'),
    )
  })

  it('count errors and warnings at the end', () => {
    const one = at('a: 1', 'a')
    const warning = at('a: 1', 'a', { severity: 'warning' })
    expect(renderDiagnostics([one, one, warning], plain)).toMatch(/\n2 errors, 1 warning\n$/)
    expect(renderDiagnostics([warning, warning], plain)).toMatch(/\n2 warnings\n$/)
  })

  it('name related places and do without a place where there is none', () => {
    const text = 'a: 1\na: 2\n'
    const first = { source: { file: 'x.yaml', text, lineStarts: [0, 5] }, start: 0, end: 1 }
    const output = renderDiagnostics(
      [at(text, 'a: 2', { related: [{ message: 'first here', at: first }] })],
      plain,
    )
    expect(output).toContain('\n  x.yaml:1:1: first here\n')
    expect(renderDiagnostics([diagnose({ code, message: 'no file' })], plain)).toMatch(/^error: no file \[/)
  })

  it.each([
    ['after wide characters', '名前: 株式会社 levle', 'levle'],
    ['under wide characters', 'name: 株式会社 x', '株式会社'],
    ['after tabs', 'a:\t\tlevle', 'levle'],
    ['after combining marks', 'e\u0301e\u0301e\u0301: levle', 'levle'],
    ['after emoji', '👨‍👩‍👧‍👦🧑🏽‍🚀: levle', 'levle'],
    ['after what had to be shown in another way', 'a\u202e\u001bb: levle', 'levle'],
  ])('put the carets %s', (_, text, needle) => {
    const { from, count, under } = carets(renderDiagnostics([at(text, needle)], plain))
    expect(displayWidth(under.slice(0, under.lastIndexOf(needle)))).toBe(from)
    expect(count).toBe(displayWidth(needle))
  })

  it('mark the end of a line, and nothing where the line was not kept', () => {
    const text = 'key: value'
    const source = { file: 'a', text, lineStarts: [0] }
    expect(
      renderDiagnostics([diagnose({ code, message: 'm', at: { source, start: 10, end: 10 } })], plain),
    ).toContain('\n    |           ^\n')
    const far = at(`${'x'.repeat(2000)}levle`, 'levle')
    expect(renderDiagnostics([far], plain)).not.toContain('^')
  })

  it.each([20, 40, 80, 200])('cut long lines around the spot at %i columns', (width) => {
    for (const before of [0, 5, 30, 79, 150, 400]) {
      for (const filler of ['x', '界', 'e\u0301']) {
        if (before * filler.length > 480) continue
        const text = `${filler.repeat(before)}levle${filler.repeat(60)}`
        const output = renderDiagnostics([at(text, 'levle')], { ...plain, width })
        for (const line of output.split('\n').slice(1, 3))
          expect(displayWidth(line)).toBeLessThanOrEqual(width)
        const { from, count, under } = carets(output)
        expect(under).toContain('levle')
        expect(displayWidth(under.slice(0, under.indexOf('levle')))).toBe(from)
        expect(count).toBe(5)
      }
    }
  })

  it('show a spot of several lines to the end of its first', () => {
    const output = renderDiagnostics([at('a: [1,\n 2]\n', '[1,\n 2]')], plain)
    expect(output).toContain('  1 | a: [1,\n    |    ^^^\n')
  })

  it('let nothing through that steers a terminal, in names, lines and messages', () => {
    const nasty = 'a\u001b[2Jb\u202ec: \u009bx'
    const output = renderDiagnostics([at(nasty, 'x', {}, '\u001b[2J::error::x.yaml')], plain)
    expect(rawControls(output)).toEqual([])
    expect(output).toContain('\\u{1b}[2J::error::x.yaml:1:')
  })

  it('show fifty at most and count the rest', () => {
    const output = renderDiagnostics(Array<Diagnostic>(60).fill(at('a: 1', 'a')), plain)
    expect(output.match(/something is wrong/g)?.length).toBe(50)
    expect(output).toMatch(/\n… and 10 more\n60 errors\n$/)
    expect(renderDiagnostics(Array<Diagnostic>(60).fill(at('a', 'a')), { ...plain, unicode: false })).toMatch(
      /^[ -~\n]*$/,
    )
  })

  it('say the same in colour', () => {
    const problems = [at('a: 1', 'a'), at('b: 2', 'b', { severity: 'warning', hint: 'h' })]
    const colored = renderDiagnostics(problems, { ...plain, color: true })
    expect(colored).toContain('\u001b[31m')
    expect(stripAnsi(colored)).toBe(renderDiagnostics(problems, plain))
  })
})
