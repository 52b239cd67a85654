import { describe, expect, it } from 'vitest'
import { escapeMarkdown, markdownCode } from '../../src/report/escape-markdown.ts'
import { renderMarkdown } from '../../src/report/markdown/render-markdown.ts'
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

const shape = (text: string) =>
  text
    .split('\n')
    .map((line) => /^(#+ |\| |\*\*|\*|- |$)/.exec(line)?.[1] ?? (/^\d+\./.test(line) ? '1.' : 'text'))

describe('the Markdown report', () => {
  it('reads as expected', async () => {
    await expect(renderMarkdown(richAssessment(), { ruleTitle: options.ruleTitle! })).toMatchFileSnapshot(
      'golden/rich.md',
    )
  })

  it('shows ten improvements unless told otherwise', () => {
    const count = (more: object) => renderMarkdown(richAssessment(), more).match(/^### \d+\. /gm)?.length ?? 0
    expect(count({})).toBe(7)
    expect(count({ top: 3 })).toBe(3)
    expect(count({ top: 3, all: true })).toBe(7)
    expect(renderMarkdown(richAssessment(), { top: 6 })).toContain(
      'Not shown: 1 further improvement (--all shows every one).',
    )
  })

  it('opens with what a reader needs who stops there', () => {
    const [, , , , summary] = renderMarkdown(richAssessment()).split('\n')
    expect(summary).toMatch(/^\*\*Harbour Pumps stands at .*\*\* The evidence cited carries 1\.62\./)
    expect(summary).toContain('Furthest below target: Strategic direction (by 1.95)')
    expect(summary).toContain('Most severe: “Objectives without a plan”')
    expect(summary).toContain('To begin with: 6.2.2 Planning to achieve objectives')
  })

  it('says which improvement closes a finding, and what closes which', () => {
    const text = renderMarkdown(richAssessment())
    expect(text).toContain('- **Closes**: “Objectives without a plan” (high)')
    const one = { ...richAssessment(), improvements: richAssessment().improvements.slice(0, 1) }
    expect(renderMarkdown(one)).toContain('*Closed by*: improvement 1, 6.2.2 Planning to achieve objectives')
  })

  it('is narrowed to a principle', () => {
    const text = renderMarkdown(richAssessment(), { principle: 'uncertainty' })
    expect(text).toContain('narrowed to what concerns Managing uncertainty')
    expect(text).toContain('Portfolio without a strategy')
    expect(text).not.toContain('One owner for most of it')
  })

  it('speaks of guidance only', () => {
    expect(renderMarkdown(richAssessment(), { all: true })).not.toMatch(
      /complian|conformity|certif|requirement/i,
    )
  })

  it.each(hostile)('is inert with names like %j', (text) => {
    const output = renderMarkdown(withText(text, true), { all: true })
    const rest = live(output)
    expect(rest).not.toMatch(/[<>@]|\]\(|!\[/)
    expect(output.replace(/\\[!-/:-@[-`{-~]/g, '').replaceAll('&#8203;', '')).not.toMatch(/&#?\w+;/)
    expect(rest).not.toMatch(/\bhttps?:|www\./)
    const plain = renderMarkdown(withText('Plain', true), { all: true })
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
