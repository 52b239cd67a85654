/** Findings grouped by rule: what was concluded from where, why it matters, what else it could be, and how to check. */
import type { Assessment, Finding, Improvement } from '../../types/assessment.ts'
import { listWords } from '../../util/show.ts'
import { concernedElements } from '../concerned-elements.ts'
import { escapeMarkdown, markdownCode } from '../escape-markdown.ts'
import { countBySeverity, type FindingGroup, groupFindings } from '../group-findings.ts'
import { counted, placeText } from '../phrases.ts'

interface FindingsOptions {
  readonly heading: string
  readonly about: string
  /** Every place of every rule. */
  readonly all: boolean
  /** All of them, shown or not: which one closes a finding. */
  readonly improvements: readonly Improvement[]
  /** Those that the report shows. */
  readonly shown: readonly Improvement[]
  /** For the names of elements. */
  readonly assessment: Assessment
}

/** Places shown of each rule where not all are. */
const each = 10

export function findingsSection(findings: readonly Finding[], options: FindingsOptions): readonly string[] {
  if (findings.length === 0) return []
  const groups = groupFindings(findings)
  const count = `${counted(findings.length, 'finding')} of ${counted(groups.length, 'rule')} (${countBySeverity(findings)}).`
  return [
    `## ${options.heading}`,
    `${options.about} ${count}`,
    ...groups.flatMap((group) => groupBlocks(group, options)),
  ]
}

function groupBlocks(group: FindingGroup, options: FindingsOptions): string[] {
  const { severity, confidence, title, findings, why, do: todo, rule } = group
  const shown = options.all ? findings : findings.slice(0, each)
  const rest = findings.length - shown.length
  const { otherwise, check } = findings[0]
  const notes: (readonly [label: string, text: string])[] = [
    ['Why it matters', why],
    ['Another explanation', otherwise],
    ['How to check', check],
    ['What to do', todo ?? ''],
    ['Closed by', closedBy(findings, options)],
  ]
  return [
    `### ${escapeMarkdown(title)} (${severity}, ${confidence})`,
    [
      ...shown.map((finding) => findingItem(finding, options.assessment)),
      ...(rest === 0 ? [] : [`- and ${rest} more`]),
    ].join('\n'),
    ...notes.filter(([, text]) => text !== '').map(([label, text]) => `*${label}*: ${escapeMarkdown(text)}`),
    `*Rule*: ${markdownCode(rule)}`,
  ]
}

/** The improvements that close all of them, where these are few enough to name. */
function closedBy(findings: readonly Finding[], { improvements, shown }: FindingsOptions): string {
  const closing = findings.map(({ id }) => improvements.filter(({ closes }) => closes.includes(id)))
  const known = [...new Set(closing.flat())].sort((a, b) => a.rank - b.rank)
  if (known.length === 0 || known.length > 3 || closing.some((found) => found.length === 0)) return ''
  return listWords(
    known.map((improvement) => {
      const { rank, element, title } = improvement
      const where = shown.includes(improvement) ? '' : ' (not among those shown; --all shows it)'
      return `improvement ${rank}, ${element} ${title}${where}`
    }),
    closing.some((found) => found.length > 1) ? 'or' : 'and',
  )
}

function findingItem(finding: Finding, assessment: Assessment): string {
  const { message, location, waived, waiver, planned } = finding
  const concerned = concernedElements(finding, assessment)
  const text = concerned === '' ? message : `${message} ${concerned}`
  const state = [
    ...(waived
      ? [
          waiver
            ? escapeMarkdown(`waived until ${waiver.until} by ${waiver.owner}: ${waiver.reason}`)
            : 'waived',
        ]
      : []),
    ...(planned ? ['planned'] : []),
  ]
  const place = location ? ` (${markdownCode(placeText(location))})` : ''
  return `- ${escapeMarkdown(text)}${state.length === 0 ? '' : ` *${state.join('; ')}*`}${place}`
}
