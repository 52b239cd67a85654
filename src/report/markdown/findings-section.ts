/** Findings grouped by rule: what was concluded, why it matters, what else it could be, and how to check. */
import type { Finding } from '../../core/assessment.ts'
import { escapeMarkdown, markdownCode } from '../escape-markdown.ts'
import { countBySeverity, type FindingGroup, groupFindings } from '../group-findings.ts'
import { counted, placeText } from '../phrases.ts'

/** Places shown of each rule where not all are. */
const each = 10

export function findingsSection(
  heading: string,
  about: string,
  findings: readonly Finding[],
  all: boolean,
): readonly string[] {
  if (findings.length === 0) return []
  const groups = groupFindings(findings)
  const count = `${counted(findings.length, 'finding')} of ${counted(groups.length, 'rule')} (${countBySeverity(findings)}).`
  return [`## ${heading}`, `${about} ${count}`, ...groups.flatMap((group) => groupBlocks(group, all))]
}

function groupBlocks(group: FindingGroup, all: boolean): string[] {
  const { severity, confidence, title, findings, why, do: todo, rule } = group
  const shown = all ? findings : findings.slice(0, each)
  const rest = findings.length - shown.length
  const { otherwise, check } = findings[0]
  const notes: (readonly [label: string, text: string])[] = [
    ['What to do', todo ?? ''],
    ['It may be otherwise', otherwise],
    ['How to check', check],
  ]
  return [
    `### ${severity}, ${confidence}: ${escapeMarkdown(title)}`,
    `${escapeMarkdown(why)} (rule ${markdownCode(rule)})`,
    [...shown.map(findingItem), ...(rest === 0 ? [] : [`- and ${rest} more`])].join('\n'),
    ...notes.filter(([, text]) => text !== '').map(([label, text]) => `*${label}*: ${escapeMarkdown(text)}`),
  ]
}

function findingItem({ message, location, waived, waiver, planned }: Finding): string {
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
  return `- ${escapeMarkdown(message)}${state.length === 0 ? '' : ` *${state.join('; ')}*`}${place}`
}
