import { describe, expect, it } from 'vitest'
import { elementsCsv, escapeCsv, findingsCsv, improvementsCsv, writeCsv } from '../../src/report/csv.ts'
import { showSafely } from '../../src/util/show.ts'
import { richAssessment, withText } from './fixtures/assessments.ts'
import { difficult, hostile } from './fixtures/strings.ts'

/** As RFC 4180 has it: quoted fields only. */
function parse(text: string): string[][] {
  const rows: string[][] = []
  const field = /"((?:[^"]|"")*)"(,|\r\n)/y
  let row: string[] = []
  while (field.lastIndex < text.length) {
    const match = field.exec(text)
    if (!match) throw new Error('not a CSV file')
    row.push(match[1]!.replaceAll('""', '"'))
    if (match[2] === '\r\n') {
      rows.push(row)
      row = []
    }
  }
  return rows
}

const rich = richAssessment()

function records(text: string): Record<string, string>[] {
  const [head = [], ...rows] = parse(text)
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])))
}

describe('the tables for spreadsheets', () => {
  it('have one row for each step of each improvement', () => {
    const rows = records(improvementsCsv(rich))
    expect(rows.map((row) => [row['Rank'], row['Element'], row['To level']])).toEqual(
      rich.improvements.flatMap(({ rank, element, title, steps }) =>
        steps.map(({ to }) => [String(rank), `${element} ${title}`, String(to)]),
      ),
    )
    expect(rows.find(({ Rank }) => Rank === '2')).toMatchObject({
      ...{
        'Target level': '4',
        Value: '15.53',
        Gain: '6.25',
        'Person-days likely': '4',
        'Planned for': '',
      },
      ...{ 'Tied with': '6.4 Innovation portfolio', Assumes: '7.1.3 Time', Lacks: '7.1.4 Knowledge' },
    })
  })

  it('have one row for each element and for each finding', () => {
    expect(records(elementsCsv(rich)).map((row) => row['Element'])).toEqual(
      rich.scores.elements.map(({ id, title }) => `${id} ${title}`),
    )
    expect(records(findingsCsv(rich)).map((row) => row['Finding'])).toEqual(rich.findings.map(({ id }) => id))
  })

  it('hold no element number alone, which a spreadsheet would read as a date or a number', () => {
    for (const write of [improvementsCsv, elementsCsv, findingsCsv])
      for (const row of parse(write(rich)))
        for (const cell of row) expect(cell).not.toMatch(/^\d+(?:\.\d+){2,}$/)
  })

  it('head their columns with words', () => {
    for (const write of [improvementsCsv, elementsCsv, findingsCsv])
      for (const name of parse(write(rich))[0]!) expect(name).toMatch(/^[A-Z][a-z]+(?:[ -][a-z]+)*$/)
  })

  it('are narrowed to a principle', () => {
    const elements = records(improvementsCsv(rich, { principle: 'leaders' })).map((row) => row['Element'])
    expect([...new Set(elements)]).toEqual(['5.1.4 Innovation strategy', '4.1.2 External issues'])
  })

  it('take another separator, and a byte order mark', () => {
    const text = elementsCsv(rich, { csv: { separator: ';', byteOrderMark: true } })
    expect(text.startsWith('\ufeff"Element";"State";')).toBe(true)
  })

  it.each([...hostile, ...Object.values(difficult).filter((text) => text.length < 5000)])(
    'read back what was written: %j',
    (text) => {
      const shown = showSafely(text.replace(/[ \t\r\n]+/g, ' ').trim())
      expect([shown, `'${shown}`]).toContain(parse(writeCsv([[text]]))[0]![0])
      const all = [improvementsCsv, elementsCsv, findingsCsv].map((write) => parse(write(withText(text))))
      for (const rows of all) expect(new Set(rows.map((row) => row.length)).size).toBe(1)
    },
  )

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@A1',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    '\tx',
    '"=1',
  ])('keep %j from being a formula', (text) => {
    expect(escapeCsv(text)).toMatch(/^"'/)
  })

  it('leave ordinary text and numbers alone', () => {
    expect(writeCsv([['Harbour - Pumps = good', -1]])).toBe('"Harbour - Pumps = good","-1"\r\n')
  })
})
