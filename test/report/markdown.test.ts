import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../src/report/assessment/report.ts'
import { escapeMarkdown, markdownCode } from '../../src/report/escape-markdown.ts'
import { options } from './checks.ts'
import { richAssessment, withText } from './fixtures/assessments.ts'
import { difficult, hostile } from './fixtures/strings.ts'

/** What is left for a Markdown reader to act on: without escaped characters, code, and the breaks put in on purpose. */
function live(text: string): string {
  return text
    .replace(/\\[!-/:-@[-`{-~]/g, '')
    .replace(/`[^`\n]+`/g, '')
    .replaceAll('&#8203;', '')
}

/** The table of contents links to headings of the program's own. */
const withoutContents = (text: string) => text.replace(/^- \[[A-Z][a-z: ]+\]\(#[a-z-]+\)$/gm, '- x')

const shape = (text: string) =>
  text
    .split('\n')
    .map((line) => /^(#+ |\| |\*\*|\*|- |$)/.exec(line)?.[1] ?? (/^\d+\./.test(line) ? '1.' : 'text'))

describe('the Markdown report', () => {
  it('reads as expected', async () => {
    await expect(renderMarkdown(richAssessment(), { names: options.names! })).toMatchFileSnapshot(
      'golden/rich.md',
    )
  })

  it('shows ten improvements unless told otherwise', () => {
    const count = (more: object) => renderMarkdown(richAssessment(), more).match(/^### \d+\. /gm)?.length ?? 0
    expect(count({})).toBe(7)
    expect(count({ top: 3 })).toBe(3)
    expect(count({ top: 3, all: true })).toBe(7)
    expect(renderMarkdown(richAssessment(), { top: 6 })).toContain('1 further improvement not shown')
  })

  it('opens with a summary and a table of contents, and leaves technical details to an appendix', () => {
    const text = renderMarkdown(richAssessment(), { names: options.names! })
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)
    expect(headings.slice(0, 2)).toEqual(['Summary', 'Contents'])
    expect(headings.at(-1)).toBe('Appendix: technical details')
    const [body, appendix] = text.split('## Appendix')
    expect(body).not.toMatch(/org\.yaml:\d|--all|`objectives\/without-plan/)
    expect(appendix).toContain('`objectives/without-plan@6.2.2`')
    expect(appendix).toContain('`org.yaml:41:5`')
  })

  it('links every section from the table of contents', () => {
    const text = renderMarkdown(richAssessment())
    for (const [, heading, anchor] of text.matchAll(/^- \[(.*)\]\(#(.*)\)$/gm)) {
      expect(text).toContain(`\n## ${heading}\n`)
      expect(anchor).toMatch(/^[a-z-]+$/)
    }
  })

  it('says which improvement closes a finding, and what closes which', () => {
    const text = renderMarkdown(richAssessment())
    expect(text).toContain('closes “Objectives without a plan” (high).')
    const one = { ...richAssessment(), improvements: richAssessment().improvements.slice(0, 1) }
    expect(renderMarkdown(one)).toContain(
      '- **Closed by**: improvement 1, Planning to achieve objectives (6.2.2)',
    )
  })

  it('is narrowed to a principle', () => {
    const text = renderMarkdown(richAssessment(), { principle: 'uncertainty' })
    expect(text).toContain('Below: only what concerns Managing uncertainty.')
    expect(text).toContain('Portfolio without a strategy')
    expect(text).not.toContain('One owner for most of it')
  })

  it('speaks of guidance only', () => {
    expect(renderMarkdown(richAssessment(), { all: true })).not.toMatch(
      /complian|conformity|certif|requirement/i,
    )
  })

  it.each(hostile)('is inert with names like %j', (text) => {
    const output = withoutContents(renderMarkdown(withText(text, true), { all: true }))
    const rest = live(output)
    expect(rest).not.toMatch(/[<>@]|\]\(|!\[/)
    expect(output.replace(/\\[!-/:-@[-`{-~]/g, '').replaceAll('&#8203;', '')).not.toMatch(/&#?\w+;/)
    expect(rest).not.toMatch(/\bhttps?:|www\./)
    const plain = withoutContents(renderMarkdown(withText('Plain', true), { all: true }))
    expect(shape(output)).toEqual(shape(plain))
    const cells = (table: string) =>
      live(table)
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.split('|').length)
    expect(cells(output)).toEqual(cells(plain))
  })

  it.each(Object.keys(difficult))('keeps its shape with names that are %s', (name) => {
    if (name === 'empty') return
    const plain = renderMarkdown(withText('Plain'), { all: true })
    expect(shape(renderMarkdown(withText(difficult[name]!), { all: true }))).toEqual(shape(plain))
  })
})

describe('escaping for Markdown', () => {
  it.each([
    ['a|b', 'a\\|b'],
    ['<b>', '\\<b\\>'],
    ['[x](y)', '\\[x\\](y)'],
    ['![x](y)', '\\!\\[x\\](y)'],
    ['Alder & Oats', 'Alder & Oats'],
    ['R&D, and how!', 'R&D, and how!'],
    ['&lt;b&#62;', '\\&lt;b\\&\\#&#8203;62;'],
    // What follows could end it.
    ['AT&T', 'AT\\&T'],
    ['@me', '\\@&#8203;me'],
    ['#12', '\\#&#8203;12'],
    ['1. x', '1\\. x'],
    ['6.2.2 Planning', '6.2.2 Planning'],
    ['- x', '\\- x'],
    ['2026-10-14', '2026-10-14'],
    ['=====', '\\====='],
    ['https://x', 'https\\:&#8203;//x'],
    ['two\nlines', 'two lines'],
    ['esc\u001b', 'esc\\\\u\\{1b\\}'],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })

  it('writes ids as code and anything odd as text', () => {
    expect(markdownCode('practice/below-target@6.4')).toBe('`practice/below-target@6.4`')
    expect(markdownCode('north sea/org.yaml:3:1')).toBe('`north sea/org.yaml:3:1`')
    expect(markdownCode(' a  b ')).toBe('a b')
    expect(markdownCode('a`|b')).toBe('a\\`\\|b')
  })
})
