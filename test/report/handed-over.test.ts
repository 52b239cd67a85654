/** What stands in everything handed over about a description: evidence too old, reasons of exclusions, and what was said. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assessWithInputs } from '../../src/assess.ts'
import { totalEffort } from '../../src/report/assessment/phrases.ts'
import { renderMarkdown, renderTerminal } from '../../src/report/assessment/report.ts'
import { renderJson } from '../../src/report/json.ts'
import type { Standing } from '../../src/types/description.ts'
import { options, rawControls } from './checks.ts'
import { improvement, richAssessment } from './fixtures/assessments.ts'
import { hostile } from './fixtures/strings.ts'

const head =
  'ims-gap: 1\nframework: iso-56002:2019\norganization: { name: Alder & Oats Foods, kind: established, size: small }\nassessment: { date: 2026-10-14 }\n'
const practices = `practices:
  4.1.1: { level: 2, practice: A yearly round of the owners. }
  4.1.2:
    level: 3
    practice: Trend scan twice a year.
    evidence:
      - { file: evidence/old-scan.md, kind: record, date: 2025-01-04 }
      - { file: evidence/older-scan.md, kind: record, date: 2024-01-04 }
      - { file: evidence/scan-2026.md, kind: document, date: 2026-09-04 }
    owner: Head of strategy
  4.1.3: { level: 2, owner: Technical director }
  4.2: { level: 1 }
  4.4.2:
    level: 2
    evidence: [{ interview: Head of people, kind: interview, date: 2023-01-01 }]
  7.1.1:
    evidence: [{ file: evidence/budget.xlsx, kind: record, date: 2020-01-01 }]
  7.6: { notApplicable: { kind: declined, reason: Too dear for what it brings. } }
  7.8: { notApplicable: { kind: not-relevant, reason: Recipes cannot be protected., revisit: 2027-06-30 } }
  9.2: { level: 0, planned: 2027-03-31 }
`

function described(text: string) {
  return assessWithInputs(head + text, { file: 'org.yaml' }).assessed!
}

const { assessment, description } = described(practices)
const terminal = (all = false) =>
  renderTerminal(assessment, { ...options, width: 100, all, detail: 'full' }).replaceAll(/\s+/g, ' ')
const markdown = (more: object = {}) => renderMarkdown(assessment, more)

describe('evidence too old to count', () => {
  it('is told with number and elements where the trust in evidence is told', () => {
    const line = '3 pieces of evidence are too old to count (4.1.2: 2, 4.4.2).'
    expect(terminal()).toContain(`Evidence counts as declared; the files it names were not checked. ${line}`)
    expect(markdown()).toContain(`Evidence counts as declared; the files it names were not checked. ${line}`)
    expect(JSON.parse(renderJson(assessment)).coverage.evidenceTooOld).toEqual([
      { element: '4.1.2', pieces: 2 },
      { element: '4.4.2', pieces: 1 },
    ])
  })

  it('is not told where there is none', () => {
    const { assessment: fresh } = described('practices:\n  4.1.1: { level: 2 }\n')
    expect(fresh.coverage).not.toHaveProperty('evidenceTooOld')
    expect(renderTerminal(fresh, { ...options, detail: 'full' }) + renderMarkdown(fresh)).not.toContain(
      'too old to count',
    )
  })
})

describe('what is left out or planned', () => {
  it('is named with kind, reason and date', () => {
    const excluded =
      '7.8 Intellectual property management (not relevant; revisit on 2027-06-30): Recipes cannot be protected.'
    const declined = '7.6 Tools and methods: Too dear for what it brings.'
    expect(markdown()).toContain(
      `- **Not applicable**: ${excluded}\n- **Declined**: ${declined}\n- **Planned**: 9.2 (2027-03-31)\n`,
    )
    expect(terminal()).toContain(`Not applicable ${excluded} Declined ${declined} Planned 9.2 (2027-03-31)`)
  })

  it('is in the JSON with its reason, and only there where it belongs', () => {
    const { elements } = JSON.parse(renderJson(assessment)).scores as { elements: Record<string, unknown>[] }
    const byId = new Map(elements.map((element) => [element['id'], element]))
    expect(byId.get('7.8')!['notApplicable']).toEqual({
      kind: 'not-relevant',
      reason: 'Recipes cannot be protected.',
      revisit: '2027-06-30',
    })
    expect(byId.get('7.6')!['notApplicable']).toMatchObject({ kind: 'declined', revisit: null })
    expect(byId.get('9.2')!['planned']).toBe('2027-03-31')
    expect(byId.get('4.1.1')).not.toHaveProperty('notApplicable')
    expect(byId.get('4.1.1')).not.toHaveProperty('planned')
  })
})

describe('what the description says', () => {
  const { standings } = description

  it('is repeated only with everything shown, and not for one principle', () => {
    expect(markdown({ standings })).not.toContain('Trend scan twice a year.')
    expect(markdown({ standings, all: true, principle: 'culture' })).not.toContain(
      '## What the description says',
    )
    expect(markdown({ standings, all: true })).toContain('## What the description says')
    expect(terminal(true) + renderJson(assessment)).not.toContain('Trend scan twice a year.')
  })

  it('is level, practice, evidence with whether it counts, and owner', () => {
    const said = markdown({ standings, all: true })
      .split('## What the description says')[1]!
      .split('\n## ')[0]!
    expect(said).toContain(
      [
        '### 4.1.2 External issues: level 3',
        '',
        'Trend scan twice a year.',
        '',
        '- Evidence: evidence/old-scan.md (record, 2025-01-04), does not count: it is too old',
        '- Evidence: evidence/older-scan.md (record, 2024-01-04), does not count: it is too old',
        '- Evidence: evidence/scan-2026.md (document, 2026-09-04), supports up to level 2',
        '- Owner: Head of strategy',
      ].join('\n'),
    )
    expect(said).toContain('A yearly round of the owners.\n\n- Evidence: none\n- Owner: none named')
    expect(said).toContain('No practice is described.\n\n- Evidence: none\n- Owner: Technical director')
    expect(said).toMatch(
      /Without practice, evidence or owner:\n\n- 4\.2 [^\n]+: level 1\n- 9\.2 Internal audit: level 0\n$/,
    )
    expect(said).not.toMatch(/7\.1\.1|7\.6|7\.8/)
  })

  it.each(hostile)('is inert where it says %j', (text) => {
    const spoilt = (word: string) =>
      new Map(
        [...standings].map(([id, standing]): [string, Standing] => [
          id,
          {
            ...standing,
            practice: standing.practice && word,
            owner: standing.owner && word,
            evidence: standing.evidence.map((piece) => ({ ...piece, source: word })),
          },
        ]),
      )
    const output = renderMarkdown(assessment, { all: true, standings: spoilt(text) }).replace(
      /^- \[[A-Z][a-z: ]+\]\(#[a-z-]+\)$/gm,
      '- x',
    )
    const plain = renderMarkdown(assessment, { all: true, standings: spoilt('Plain') })
    const live = output
      .replace(/`[^`\n]+`/g, '')
      .replace(/\\[!-/:-@[-`{-~]/g, '')
      .replaceAll('&#8203;', '')
    expect(rawControls(output)).toEqual([])
    expect(live).not.toMatch(/[<>@]|\]\(|!\[|&#?\w+;|\bhttps?:|www\./)
    const kinds = (report: string) =>
      report.split('\n').map((line) => /^(#+ |\| |- |> |\d+\. |\+ |=+$|---|$)/.exec(line)?.[1])
    expect(kinds(output)).toEqual(kinds(plain))
  })
})

describe('what a reader has to know', () => {
  it('is explained, and only what is there', () => {
    const text = markdown()
    for (const word of ['Range', 'Evidenced', 'To target', 'Spread', 'Effort', 'Gain', 'Findings'])
      expect(text.split('## How to read')[1], word).toContain(`- **${word}**: `)
    const { assessment: blank } = described('practices: {}\n')
    expect(renderMarkdown(blank)).not.toMatch(/How to read|## Principles/)
    expect(renderMarkdown(blank)).toContain('is not assessed yet')
  })

  it('names the weakest elements', () => {
    const { assessment: whole } = assessWithInputs(readFileSync('examples/manufacturer.yaml'), {
      file: 'examples/manufacturer.yaml',
    }).assessed!
    expect(renderMarkdown(whole)).toMatch(/^\| Culture \|.*\| 7\.1\.3, 7\.3, 4\.4\.2 \|$/m)
  })

  it('says how much work all of it is, in whole days', () => {
    const tenths = [0.1, 0.2, 9.5].map((likely, index) =>
      improvement(index + 1, `4.${index + 1}`, 'Any', {
        effort: { low: 0.1, likely, high: 35.7, unit: 'person-days' },
      }),
    )
    expect(totalEffort(tenths)).toEqual({ low: 0.3, likely: 9.8, high: 107.1 })
    const some = { ...richAssessment(), improvements: tenths }
    const total =
      'All 3 improvements together: about 10 person-days (\\<1 to 107). These are rough estimates for planning, not a quotation.'
    expect(renderMarkdown(some)).toContain(total)
    expect(
      renderTerminal(some, { ...options, width: 120, detail: 'full' }).replaceAll(/\s+/g, ' '),
    ).toContain(total.replace('\\', ''))
  })

  it('says what makes an improvement urgent, also where the finding is one of another principle', () => {
    const rich = richAssessment()
    const elsewhere = { ...rich, findings: rich.findings.map((one) => ({ ...one, principles: ['value'] })) }
    const closed = /closes “Objectives without a plan” \(high\)/
    expect(renderMarkdown(elsewhere, { principle: 'direction' })).toMatch(closed)
    expect(
      renderTerminal(elsewhere, { ...options, width: 120, principle: 'direction', detail: 'full' }),
    ).toMatch(closed)
  })

  it('names up to five of the elements that a finding about the whole counted', () => {
    const text = (count: number) => {
      const ids = ['4.1.1', '4.1.2', '4.1.3', '4.2', '4.3', '5.1.1', '5.1.2'].slice(0, count)
      const lines = ids.map((id) => `  ${id}: { level: 2 }\n`).join('')
      const { assessment: found } = described(`practices:\n${lines}`)
      return (
        renderMarkdown(found) +
        renderTerminal(found, { ...options, width: 120, all: true }).replaceAll(/\s+/g, ' ')
      )
    }
    expect(text(1).match(/owner\. Found at 1 element: 4\.1\.1 General \([^)]+\)\./g)).toHaveLength(2)
    expect(text(7).match(/owner\. Found at 7 elements: 4\.1\.1 [^:]+, … and 2 more\./g)).toHaveLength(2)
  })
})
