import { lexer, type Token, type Tokens } from 'marked'
import { describe, expect, it } from 'vitest'
import {
  commentMarker,
  renderComment as renderCommentWith,
  renderSummary as renderSummaryWith,
} from '../../../src/report/check/pull-request.ts'
import type { CheckReport } from '../../../src/types/check-report.ts'
import { options } from '../checks.ts'
import { withText } from '../fixtures/assessments.ts'
import { nasty } from './nasty.ts'
import {
  degenerateReports,
  example,
  fileCheck,
  hostileReport,
  manyFindings,
  report,
  richCheck,
  unreadable,
} from './reports.ts'

const renderComment = (each: CheckReport) => renderCommentWith(each, options)
const renderSummary = (each: CheckReport) => renderSummaryWith(each, options)

/** Every token a GitHub-flavoured reader sees, inner ones included. */
function tokensIn(text: string): Token[] {
  const inner = (token: Token): Token[] => {
    const table = token as Tokens.Table
    const cells =
      token.type === 'table' ? [...table.header, ...table.rows.flat()].flatMap(({ tokens }) => tokens) : []
    const items = token.type === 'list' ? (token as Tokens.List).items : []
    const children = 'tokens' in token && token.tokens ? token.tokens : []
    return [token, ...[...cells, ...items, ...children].flatMap(inner)]
  }
  return lexer(text, { gfm: true }).flatMap(inner)
}

const shapeOf = (text: string) =>
  lexer(text, { gfm: true })
    .filter(({ type }) => type !== 'space')
    .map((token) => {
      if (token.type === 'heading') return `h${(token as Tokens.Heading).depth}`
      if (token.type === 'list') return `list of ${(token as Tokens.List).items.length}`
      if (token.type !== 'table') return token.type
      const { header, rows } = token as Tokens.Table
      return `table of ${rows.length} times ${[...new Set([header, ...rows].map(({ length }) => length))]}`
    })

const headings = (text: string) => [...text.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading)

describe('the job summary and the comment', () => {
  it('read as expected', async () => {
    await expect(renderSummary(report([richCheck()]))).toMatchFileSnapshot('golden/summary.md')
    await expect(renderComment(degenerateReports['everything at once']!)).toMatchFileSnapshot(
      'golden/comment.md',
    )
  })

  it('open with a hidden line by which a bot finds the comment it wrote before', () => {
    expect(renderComment(report([richCheck()])).split('\n')[0]).toBe(commentMarker)
    expect(commentMarker).toBe('<!-- ims-gap -->')
    expect(renderSummary(report([richCheck()]))).not.toContain('<!--')
    for (const text of nasty) expect(renderComment(hostileReport(text)).split(commentMarker)).toHaveLength(2)
  })

  it('say what got worse before everything else', () => {
    expect(headings(renderSummary(report([richCheck()])))).toEqual([
      'New (3)',
      'Answers removed or lowered (6)',
      'No longer reported, but not fixed (2)',
      'Fixed (2)',
      'Better (2)',
      'Unchanged (2)',
      'Waived (1)',
      'What you can do',
      'Gates',
      'Principles',
    ])
    expect(headings(renderComment(report([richCheck()])))).not.toContain('Unchanged (2)')
    expect(headings(renderSummary(degenerateReports['everything at once']!))[0]).toBe('Files with errors (6)')
  })

  it('show a table of files for many and one of principles for a single file', () => {
    const several = renderSummary(report([richCheck(), unreadable(), example('minimal')]))
    expect(headings(several)).toEqual(expect.arrayContaining(['Files', 'Gates not met']))
    expect(headings(several)).not.toContain('Principles')
    const order = [...several.matchAll(/^\| `([^`]+)` \| (passed|failed|unreadable)/gm)].map(
      ([, , status]) => status,
    )
    expect(order).toEqual(['failed', 'unreadable', 'failed'])
  })

  it('name files by where they lie in the repository, never by a folder of a machine', () => {
    const there = { ...options, pathInRepository: (file: string) => `units/${file}` }
    expect(renderSummaryWith(report([richCheck()]), there)).toContain('(`units/org.yaml:41:5`, ')
    const away = report([unreadable('/home/ana/my org.yaml'), unreadable('../other.yaml')])
    expect(renderComment(away)).not.toMatch(/home|\.\./)
    expect(renderComment(away)).toContain('- `my org.yaml`: no such file')
  })

  it('count files in words that fit their number', () => {
    const passed = { ...richCheck(), status: 'passed' as const }
    const other = (status: 'passed' | 'failed') => ({ ...passed, file: 'b.yaml', status })
    expect(renderSummary(report([passed, other('passed')]))).toContain(' Both files pass.')
    const three = report([passed, other('passed'), { ...other('passed'), file: 'c.yaml' }])
    expect(renderSummary(three)).toContain(' All 3 files pass.')
    expect(renderSummary(report([passed, other('failed')]))).toContain(' 1 of 2 files does not pass.')
  })

  it('say nothing of findings where no file could be checked', () => {
    const text = renderSummary(report([unreadable()]))
    expect(text.split('\n')[2]).toBe('The file could not be checked.')
    expect(text).not.toContain('0 new')
  })

  it('open with the numbers of the headings below', () => {
    const whole = richCheck()
    const rich = {
      ...whole,
      resolved: whole.resolved.filter(({ resolution }) => resolution !== 'target-lowered'),
    }
    const failing = {
      ...rich,
      findings: rich.findings.map((each) => ({ ...each, fails: each.status === 'unchanged' })),
    }
    const spared = {
      ...rich,
      resolved: [],
      file: 'b.yaml',
      findings: rich.findings.map((each) => ({ ...each, status: null })),
    }
    for (const files of [[rich], [failing], [rich, spared], [failing, spared]]) {
      const text = renderSummary(report(files))
      const count = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0)
      for (const [said, heading] of [
        [/(\d+) new,/, /### New \((\d+)\)/],
        [/(\d+) worse/, /### Worse \((\d+)\)/],
        [/(\d+) no longer evaluated/, /### No longer reported, but not fixed \((\d+)\)/],
        [/(\d+) better/, /### Better \((\d+)\)/],
        [/(\d+) fixed/, /### Fixed \((\d+)\)/],
        [/(\d+) unchanged and failing/, /### Unchanged and failing \((\d+)\)/],
        [/(\d+) unchanged(?! and)/, /### Unchanged \((\d+)\)/],
        [/(\d+) not compared/, /### Findings \((\d+)\)/],
      ] as const)
        expect([said, count(said)]).toEqual([said, count(heading)])
    }
  })

  it('call no finding fixed against a baseline, which does not record answers', () => {
    const text = renderSummary(report([richCheck()], { base: { kind: 'baseline', name: 'b.yaml' } }))
    expect(text).toContain(' 2 no longer found, ')
    expect(headings(text)).toContain('No longer found (2)')
    expect(text).not.toContain('Fixed')
  })

  it('count waived and planned findings apart', () => {
    expect(renderSummary(report([richCheck()]))).toContain(
      '3 new, 0 worse, 2 better, 2 fixed, 1 no longer evaluated and 1 below a lowered target since main; 2 unchanged, 1 waived, 1 planned. 1 answer lowered, 1 answer withdrawn, 1 element excluded, 8 targets lowered, 1 register removed. 1 of 2 gates not met.',
    )
    expect(renderSummary(degenerateReports['no base']!)).toContain('7 open findings, 1 waived, 1 planned.')
    expect(renderSummary(degenerateReports['no gates']!)).toContain('No gate was asked for.')
    expect(renderSummary(report([]))).toContain('No file was checked.')
  })

  it('stay below their limits and end cleanly with counts', () => {
    const many = manyFindings(30_000, 1000)
    const long = report(
      Array.from({ length: 120 }, (_, index) => fileCheck(withText(`${'界<'.repeat(200)}${index}`, true))),
    )
    for (const each of [many, long]) {
      expect(Buffer.byteLength(renderSummary(each))).toBeLessThanOrEqual(900 * 1024)
      expect(renderComment(each).length).toBeLessThanOrEqual(60_000)
      for (const text of [renderSummary(each), renderComment(each)]) {
        expect(text).toMatch(/… and [\d,]+ more\./)
        expect(text).toMatch(/\n\*As of 2026-10-14; .+\*\n$/)
        expect(new Set(shapeOf(text).map((shape) => shape.split(' ')[0]))).toEqual(
          new Set([...(text.startsWith('<') ? ['html'] : []), 'h2', 'h3', 'paragraph', 'list', 'table']),
        )
      }
    }
  }, 20_000)

  it('let no name become a link, an image, markup or a mention', () => {
    const plain = shapeOf(renderComment(hostileReport('plain')))
    for (const text of nasty) {
      const output = renderComment(hostileReport(text))
      const tokens = tokensIn(output.replace(commentMarker, ''))
      const live = tokens.filter(({ type }) => ['link', 'image', 'html', 'def', 'del'].includes(type))
      expect(live.map(({ raw }) => raw)).toEqual([])
      // What GitHub turns into mentions and references after Markdown is done.
      const words = tokens.filter((token) => token.type === 'text' && !('tokens' in token && token.tokens))
      for (const { raw } of words)
        expect(raw).not.toMatch(/(^|[^\w\\&])@\w|(^|\s)#\d|\bGH-\d|\bwww\.|https?:\/\//)
      expect(shapeOf(output)).toEqual(plain)
    }
  }, 30_000)

  it('speak of guidance only', () => {
    for (const each of Object.values(degenerateReports))
      expect(renderSummary(each) + renderComment(each)).not.toMatch(/complian|conformity|certif|requirement/i)
  })
})
