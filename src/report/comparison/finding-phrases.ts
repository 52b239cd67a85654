/** Wordings for what became of findings, and what made it so. */
import { resolutions } from '../../types/check-report.ts'
import type { Comparison, FindingCause, FindingChange } from '../../types/comparison.ts'
import type { ElementId } from '../../types/framework.ts'

/** Kinds in the order in which they are told, the bad ones first. */
export const statuses = ['new', 'worse', 'better', ...resolutions] as const

export const statusNames: Readonly<Record<FindingChange['status'], string>> = {
  new: 'new',
  worse: 'worse',
  better: 'better',
  fixed: 'fixed',
  'not-evaluated': 'no longer evaluated',
  'not-applicable': 'no longer applicable',
  'target-lowered': 'below a lowered target',
  'answer-lowered': 'closed by a lowered answer',
  'entry-removed': 'with the entry removed',
  'rule-changed': 'with the rule changed',
}

function changesIn({ findings }: Comparison): FindingChange[] {
  return [...findings.changed, ...findings.resolved]
}

/** `2 new, 1 worse, 5 fixed, 1 no longer evaluated; 12 unchanged`. */
export function findingCounts(comparison: Comparison): string {
  const all = changesIn(comparison)
  const counts = statuses
    .map((status) => [all.filter((each) => each.status === status).length, status] as const)
    .filter(([count]) => count > 0)
    .map(([count, status]) => `${count} ${statusNames[status]}`)
  return `${counts.length === 0 ? 'None came or went' : counts.join(', ')}; ${comparison.findings.unchanged} unchanged`
}

export interface ChangeGroup {
  readonly status: FindingChange['status']
  readonly first: FindingChange
  readonly changes: readonly FindingChange[]
}

const severities = ['high', 'medium', 'low'] as const

/** Changes of one kind and one rule together; bad kinds first, then by severity, then in order. */
export function groupChanges(comparison: Comparison): ChangeGroup[] {
  const groups = new Map<string, { readonly first: FindingChange; readonly changes: FindingChange[] }>()
  for (const change of changesIn(comparison)) {
    const key = `${change.status} ${change.rule}`
    const group = groups.get(key)
    if (group) group.changes.push(change)
    else groups.set(key, { first: change, changes: [change] })
  }
  return [...groups.values()]
    .map((group) => ({ ...group, status: group.first.status }))
    .sort(
      (a, b) =>
        statuses.indexOf(a.status) - statuses.indexOf(b.status) ||
        severities.indexOf(a.first.severity) - severities.indexOf(b.first.severity),
    )
}

/** `4.1.3 (1->2)`, `4.1.3 (2 -> not assessed)`; `tight` stands between single words, so that they are not torn apart. */
export function findingPlace(
  { id, rule, element, causes }: FindingChange,
  arrow: string,
  tight = arrow,
): string {
  const reasons = causes.slice(0, 3).map((cause) => causeText(cause, element, arrow, tight))
  const more = causes.length > 3 ? `, and ${causes.length - 3} more` : ''
  return `${id.slice(rule.length + 1)}${reasons.length === 0 ? '' : ` (${reasons.join(', ')}${more})`}`
}

function causeText(
  { path, element, before, after }: FindingCause,
  own: ElementId | null,
  arrow: string,
  tight: string,
): string {
  const between = `${before} ${after}`.split(' ').length === 2 ? tight : arrow
  const move = before === null || after === null ? null : `${before}${between}${after}`
  if (element === null) {
    if (path === 'targets') return move === null ? 'other targets' : `target ${move}`
    const name = inputNames[path] ?? path
    return move === null || path === 'date' || path === 'pack' ? name : `${name}: ${move}`
  }
  if (move !== null) return element === own ? move : `${element}: ${move}`
  const field = path.slice(`practices.${element}.`.length)
  const name = field === '' ? 'criteria' : (fieldNames[field] ?? field)
  return element === own ? `its ${name}` : `the ${name} of ${element}`
}

const inputNames: Readonly<Record<string, string>> = {
  pack: 'other guidance',
  waivers: 'its waiver ended',
  planned: 'its plan ended',
  date: 'time passed',
  organization: "the organization's kind or size",
  innovation: 'what kinds of innovation are meant',
  assessment: 'who assessed',
}

const fieldNames: Readonly<Record<string, string>> = {
  practice: 'practice as described',
  reviewed: 'last review',
  planned: 'planned date',
}
