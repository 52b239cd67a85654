/** What an honest author can do about something that fails: improve it, plan it, waive it, accept it. */
import type { CheckedFinding, CheckReport, GateResult } from '../../types/check-report.ts'
import { before } from '../../util/calendar.ts'
import { showSafely } from '../../util/show.ts'

export interface WayOut {
  readonly name: 'improve' | 'plan' | 'waive' | 'accept'
  /** One clause. */
  readonly about: string
  /** To paste as they are, once the texts in quotes are replaced; not yet safe to print. */
  readonly lines: readonly string[]
}

/** Time to act that nobody will call unreasonable; a plan may be longer, and so may a waiver. */
const days = 90

export function waysOut(
  { finding: { id, rule, element }, plan }: CheckedFinding,
  file: string,
  { asOf, base }: Pick<CheckReport, 'asOf' | 'base'>,
): WayOut[] {
  const date = before(asOf, { count: -days, unit: 'days' })
  const where = element === null ? '' : `, such as ${element}`
  return [
    {
      name: 'improve',
      about: `raise what it lacks${where}, and describe it`,
      lines: [`ims-gap explain ${rule} ${shellWord(file)}`],
    },
    ...(plan.length === 0
      ? []
      : [
          {
            name: 'plan' as const,
            about: `set a date in the answer${plan.length === 1 ? '' : 's'} of ${plan.join(', ')}`,
            lines: [`planned: ${date}`],
          },
        ]),
    {
      name: 'waive',
      about: 'accept it until a date, in the description',
      lines: [
        'waivers:',
        `  - finding: ${yamlWord(id)}`,
        '    reason: "Why it is accepted for now"',
        '    owner: "Who answers for it"',
        `    until: ${date}`,
      ],
    },
    ...(base.kind === 'baseline'
      ? [{ name: 'accept' as const, about: 'record it in the baseline', lines: ['ims-gap baseline write'] }]
      : []),
  ]
}

/** The same on one line: `improve: …; plan: …; waive: …`. */
export function waysOutLine(checked: CheckedFinding, file: string, report: CheckReport): string {
  const ways = waysOut(checked, file, report).map(
    ({ name, about, lines }) => `${name}: ${about} (${onOneLine(lines)})`,
  )
  return showSafely(`What you can do: ${ways.join('; ')}`)
}

/** Block YAML as flow YAML, which may stand on one line. */
export function onOneLine(lines: readonly string[]): string {
  const [first = '', ...rest] = lines.map((line) => line.trim())
  if (rest.length === 0) return first
  return `${first} [{ ${rest.map((line) => line.replace(/^- /, '')).join(', ')} }]`
}

const gateHelp: Readonly<Partial<Record<GateResult['gate'], string>>> = {
  comparison: 'make the base readable, or check with --allow-uncompared',
  withdrawn: 'restore what was removed, or explain it to whoever reviews the change',
  element: 'raise the element and describe it, or change require in ims-gap.config.yaml',
  principle: 'raise its weakest elements (ims-gap assess), or change the minimum in ims-gap.config.yaml',
  overall: 'raise the weakest elements (ims-gap assess), or change the minimum in ims-gap.config.yaml',
  coverage: 'answer more elements (ims-gap interview), or change minCoverage in ims-gap.config.yaml',
  'expired-waiver': 'close the finding and remove the waiver, or set a new date in until:',
  'overdue-plan': 'update the level if it was done, or set a new date in planned:',
}

/** For a gate that fails without a finding; empty for any other, where the findings say it. */
export function gateWayOut({ gate, passed, findings }: GateResult): string {
  return passed || findings.length > 0 ? '' : (gateHelp[gate] ?? '')
}

function shellWord(text: string): string {
  return /^[\w./@%+=:,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

function yamlWord(text: string): string {
  return /^[A-Za-z][\w./@:-]*$/.test(text) ? text : JSON.stringify(text)
}
