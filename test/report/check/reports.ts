/** Reports of checks for the reporters: from real assessments and from hand-made ones, and at the edges. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assess } from '../../../src/assess.ts'
import { hasErrors } from '../../../src/diagnostics/diagnostic.ts'
import type { Assessment, Finding } from '../../../src/types/assessment.ts'
import type {
  CheckedFinding,
  CheckReport,
  FileCheck,
  FindingStatus,
  GateResult,
  Weakened,
} from '../../../src/types/check-report.ts'
import { finding, place, richAssessment, withText } from '../fixtures/assessments.ts'
import { degenerate } from '../fixtures/degenerate.ts'

const examples = join(import.meta.dirname, '..', '..', '..', 'examples')

export function report(files: readonly FileCheck[], more: Partial<CheckReport> = {}): CheckReport {
  return {
    schemaVersion: 1,
    tool: { name: 'ims-gap', version: '0.1.0' },
    asOf: '2026-10-14',
    base: { kind: 'revision', name: 'main' },
    relaxed: [],
    files,
    passed: files.every(({ status }) => status === 'passed'),
    ...more,
  }
}

export function gate(name: GateResult['gate'], passed: boolean, more: Partial<GateResult> = {}): GateResult {
  return {
    gate: name,
    passed,
    text: `asked for ${name}, found something`,
    findings: [],
    location: null,
    ...more,
  }
}

/** Statuses and verdicts dealt out in turn, so that every kind stands in the report. */
const turns: readonly (readonly [FindingStatus, boolean])[] = [
  ['new', true],
  ['unchanged', false],
  ['worse', true],
  ['better', false],
  ['new', false],
]

export function checked(found: Finding, status: FindingStatus | null = 'new', fails = false): CheckedFinding {
  const settled = found.waived || found.planned
  return {
    finding: found,
    status,
    level: { lowest: 1, highest: 1 },
    before:
      status === null || status === 'new'
        ? null
        : status === 'worse'
          ? { lowest: 2, highest: 2 }
          : status === 'better'
            ? { lowest: 0, highest: 0 }
            : { lowest: 1, highest: 1 },
    fails: fails && !settled,
    plan: fails && !settled && found.element !== null ? [found.element] : [],
  }
}

export function fileCheck(assessment: Assessment, more: Partial<FileCheck> = {}): FileCheck {
  const findings = assessment.findings.map((found, index) => checked(found, ...turns[index % turns.length]!))
  const failing = findings.filter(({ fails }) => fails).map(({ finding: { id } }) => id)
  return {
    file: assessment.input.file,
    status: failing.length > 0 ? 'failed' : 'passed',
    message: null,
    assessment,
    diagnostics: assessment.diagnostics,
    comparison: {
      status: 'compared',
      with: assessment.input.file,
      text: `compared with ${assessment.input.file} at main`,
    },
    gates: [
      gate('new-findings', failing.length === 0, { findings: failing }),
      gate('coverage', true, { text: 'at least 70 % of the elements are assessed: 82 %' }),
    ],
    findings,
    resolved: [],
    weakened: [],
    relaxed: [],
    ...more,
  }
}

export function checkText(text: string, file: string, more: Partial<FileCheck> = {}): FileCheck {
  const { assessment, diagnostics } = assess(text, { file, asOf: '2026-10-14' })
  if (assessment) return fileCheck(assessment, { diagnostics, ...more })
  if (!hasErrors(diagnostics)) throw new Error('neither assessed nor wrong')
  return { ...noAssessment(file), status: 'invalid', diagnostics, ...more }
}

export function example(name: string, more: Partial<FileCheck> = {}): FileCheck {
  return checkText(readFileSync(join(examples, `${name}.yaml`), 'utf8'), `examples/${name}.yaml`, more)
}

function noAssessment(file: string): FileCheck {
  return {
    file,
    status: 'unreadable',
    message: null,
    assessment: null,
    diagnostics: [],
    comparison: null,
    gates: [],
    findings: [],
    resolved: [],
    weakened: [],
    relaxed: [],
  }
}

export function unreadable(file = 'gone.yaml', message = 'no such file'): FileCheck {
  return { ...noAssessment(file), message }
}

function less(
  kind: Weakened['kind'],
  element: string,
  before: readonly [number, number],
  after: readonly [number, number] | null,
): Weakened {
  const range = ([lowest, highest]: readonly [number, number]) => ({ lowest, highest })
  return {
    ...{ kind, element, register: null, before: range(before), after: after && range(after) },
    location: element === '7.5.3' ? null : place(12),
  }
}

const exactly = (level: number) => ({ lowest: level, highest: level })

export function richCheck(more: Partial<FileCheck> = {}): FileCheck {
  return fileCheck(richAssessment(), {
    resolved: [
      {
        ...{ id: 'strategy/frozen@6.2.2', element: '6.2.2', level: exactly(1) },
        ...{ title: 'A strategy that never moves', resolution: 'fixed', missing: [] },
      },
      { id: 'roles/none@organization', element: null, level: null, resolution: 'fixed', missing: [] },
      {
        ...{ id: 'gaps/below@4.1.2', element: '4.1.2', level: exactly(2), title: 'Below what was agreed' },
        ...{ resolution: 'target-lowered', missing: [] },
      },
      {
        ...{
          id: 'objectives/vague@6.2.2#I-1',
          element: '6.2.2',
          level: exactly(1),
          title: 'Vague objective',
        },
        ...{ resolution: 'not-evaluated', missing: ['6.2.2', 'objectives'] },
      },
    ],
    weakened: [
      less('answer-withdrawn', '4.2', [3, 3], null),
      less('not-applicable', '6.2.2', [0, 1], null),
      ...['4.1.1', '4.1.2', '4.1.3', '4.2', '4.3', '4.4.1', '4.4.2', '5.1.4'].map((id) =>
        less('target-lowered', id, id === '5.1.4' ? [4, 4] : [3, 3], [1, 1]),
      ),
      {
        ...less('register-withdrawn', '', [4, 4], null),
        element: null,
        register: 'objectives',
        location: null,
      },
      less('level-lowered', '7.5.3', [4, 4], [3, 3]),
    ],
    ...more,
  })
}

/** Every text that comes from outside, replaced: names of files, reasons of gates and messages too. */
export function hostileReport(text: string): CheckReport {
  const known = hostileReports.get(text)
  if (known) return known
  const made = makeHostileReport(text)
  hostileReports.set(text, made)
  return made
}

const hostileReports = new Map<string, CheckReport>()

function makeHostileReport(text: string): CheckReport {
  const rich = withText(text, true)
  const findings = rich.findings
    .slice(0, 3)
    .map((found, index) => ({ ...found, item: text, id: `${found.id}#${text}${index}` }))
  return report(
    [
      fileCheck(
        { ...rich, findings },
        {
          ...{ file: text, gates: [gate('severity', false, { text }), gate('overall', true, { text })] },
          resolved: [
            {
              ...{ id: `a/b@6.2.2#${text}`, element: text, level: exactly(1), title: text },
              ...{ resolution: 'not-evaluated', missing: [text] },
            },
          ],
          weakened: [{ ...less('answer-withdrawn', text, [3, 3], null), location: place(3, 5, text) }],
        },
      ),
      { ...unreadable(`gone ${text}`, text) },
      checkText('framework: [', `odd ${text}`),
    ],
    { base: { kind: 'revision', name: text, deleted: [text] } },
  )
}

/** `count` findings of `rules` rules, spread over `files` files. */
export function manyFindings(count: number, files = 1, rules = 60): CheckReport {
  const rich = richAssessment()
  const severities = ['low', 'medium', 'high'] as const
  const each = Math.ceil(count / files)
  return report(
    Array.from({ length: files }, (_, file) => {
      const findings = Array.from({ length: Math.min(each, count - file * each) }, (_, index) =>
        finding(`area/rule-${index % rules}`, '6.2.2', {
          id: `area/rule-${index % rules}@6.2.2#I-${index}`,
          item: `I-${index}`,
          severity: severities[index % 3]!,
          message: `Item I-${index} of the register has no owner and no date, which the rule asks for.`,
          location: {
            file: `org-${file}.yaml`,
            line: index + 2,
            column: 5,
            endLine: index + 2,
            endColumn: 20,
          },
        }),
      )
      return fileCheck({
        ...rich,
        findings,
        diagnostics: [],
        input: { ...rich.input, file: `org-${file}.yaml` },
      })
    }),
  )
}

export const degenerateReports: Readonly<Record<string, CheckReport>> = {
  'no files': report([]),
  'an unreadable file': report([unreadable()]),
  'an invalid file': report([example('mistakes')]),
  ...Object.fromEntries(
    Object.entries(degenerate).map(([name, assessment]) => [name, report([fileCheck(assessment)])]),
  ),
  'no base': report(
    [richCheck({ findings: richAssessment().findings.map((found) => checked(found, null)), resolved: [] })],
    {
      base: { kind: 'none', name: null },
    },
  ),
  'no gates': report([richCheck({ gates: [], status: 'passed' })]),
  'the same file twice': report([richCheck(), richCheck()]),
  'everything at once': report([
    richCheck(),
    example('mistakes'),
    unreadable(),
    example('start-up'),
    example('minimal'),
  ]),
}
