import { describe, expect, it } from 'vitest'
import { renderCsv } from '../../src/report/csv.ts'
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

describe('the CSV table', () => {
  it('has one row for each improvement, whatever is shown elsewhere', () => {
    const text = renderCsv(richAssessment())
    expect(text.startsWith('"rank","element","title"')).toBe(true)
    const [head, ...rows] = parse(text)
    expect(rows.map((row) => row.slice(0, 3))).toEqual(
      richAssessment().improvements.map(({ rank, element, title }) => [String(rank), element, title]),
    )
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head!.length]))
    expect(Object.fromEntries(head!.map((name, index) => [name, rows[1]![index]]))).toMatchObject({
      ...{
        fromLevel: '2',
        toLevel: '4',
        targetLevel: '4',
        priority: '1.25',
        gain: '6.25',
        effortLikely: '12',
        effortUnit: 'person-days',
      },
      ...{ tiedWith: '6.4', assumes: '7.1.3', lacks: '7.1.4', unlocks: '6.4', planned: '' },
    })
  })

  it('is narrowed to a principle', () => {
    expect(parse(renderCsv(richAssessment(), { principle: 'leaders' })).map((row) => row[1])).toEqual([
      'element',
      '5.1.4',
      '4.1.2',
    ])
  })

  it.each([...hostile, ...Object.values(difficult).filter((text) => text.length < 5000)])(
    'reads back what was written: %j',
    (text) => {
      const [, ...rows] = parse(renderCsv(withText(text)))
      expect(rows.length).toBe(7)
      const shown = showSafely(text.replace(/[ \t\r\n]+/g, ' ').trim())
      for (const row of rows) expect([shown, `'${shown}`]).toContain(row[2])
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
  ])('keeps %j from being a formula', (text) => {
    for (const row of parse(renderCsv(withText(text))).slice(1)) expect(row[2]).toMatch(/^'/)
  })

  it('leaves ordinary text and numbers alone', () => {
    expect(renderCsv(withText('Harbour - Pumps = good'))).toContain(',"Harbour - Pumps = good",')
  })
})
