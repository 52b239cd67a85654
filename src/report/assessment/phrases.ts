/** What reports say about the result as a whole, its coverage and its improvements, in one sentence each. */
import type { Assessment, ElementScore, Finding, Improvement } from '../../types/assessment.ts'
import { listWords } from '../../util/show.ts'
import { daysText, levelText, percentText } from '../document.ts'
import { groupFindings } from '../findings.ts'
import { counted, elementNames } from '../phrases.ts'
import type { PackNames } from '../report-options.ts'
import { cutToWidth } from '../terminal/display-width.ts'

/** The result without the name in front and without full stop: `is developing (2.2 of 5), …`. */
export function verdict(assessment: Assessment, names?: PackNames): string {
  const { scores, coverage } = assessment
  const { level, lowest, highest, percentToTarget } = scores.overall
  if (coverage.inScope === 0) return 'has nothing to assess: every element is marked not applicable'
  const known = `${coverage.assessed} of ${counted(coverage.inScope, 'element')}`
  if (coverage.assessed === 0) return `is not assessed yet: ${known} assessed`
  if (level === null) {
    return `has no overall level yet: only ${known} ${coverage.assessed === 1 ? 'is' : 'are'} assessed, so it is between ${levelText(lowest)} and ${levelText(highest)} of 5`
  }
  const name = names?.level(Math.floor(level + 1e-9))
  const where =
    name === undefined ? `is at level ${levelText(level)} of 5` : `is ${name} (${levelText(level)} of 5)`
  const weakest = weakestPrinciple(assessment)
  return [
    `${where}, ${percentToTarget === null ? 'with no targets above 0' : distance(percentToTarget)}`,
    ...(weakest === null ? [] : [`weakest: ${cutToWidth(weakest, 60)}`]),
  ].join('; ')
}

/** The principle furthest below its target; null where none is below. */
function weakestPrinciple({ scores }: Assessment): string | null {
  const percents = scores.principles.flatMap(({ title, score }) =>
    score.percentToTarget === null ? [] : [{ title, percent: score.percentToTarget }],
  )
  const least = Math.min(...percents.map(({ percent }) => percent))
  return least < 100 && percents.length > 1 ? percents.find(({ percent }) => percent === least)!.title : null
}

const fractions: readonly (readonly [percent: number, words: string])[] = [
  [25, 'a quarter of the way to'],
  [33.3, 'a third of the way to'],
  [50, 'halfway to'],
  [66.7, 'two thirds of the way to'],
  [75, 'three quarters of the way to'],
]

function distance(percent: number): string {
  if (percent === 100) return 'at its targets'
  const near = fractions.find(([value]) => Math.abs(value - percent) <= 1.5)
  return `${near === undefined ? `${percentText(percent)} of the way to` : near[1]} its targets`
}

/** Evidence counts as declared unless files were checked. */
export const declaredText = 'Evidence counts as declared; the files it names were not checked.'

/** What the verdict does not show: what is missing, what the evidence supports, what could not be concluded. */
export function limits(assessment: Assessment): string {
  const { coverage, scores, outcomes } = assessment
  const { level, lowest, highest, evidenced } = scores.overall
  if (coverage.assessed === 0) return ''
  const open = coverage.inScope - coverage.assessed
  const range =
    level === null || lowest === highest ? '' : ` (level ${levelText(lowest)} to ${levelText(highest)})`
  const supports =
    level === null || evidenced === null || levelText(evidenced) === levelText(level)
      ? ''
      : `evidence supports level ${levelText(evidenced)}`
  const parts = [
    open === 0 ? '' : `${counted(open, 'element')} not assessed${range}`,
    supports,
    outcomes.notEvaluated === 0 ? '' : `${counted(outcomes.notEvaluated, 'check')} could not run`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `Limits: ${parts.join(', ')}.`
}

/** `2 pieces of evidence are too old to count (4.1.2, 4.4.2: 2).`, or empty. */
export function tooOldText({ coverage: { evidenceTooOld = [] } }: Assessment): string {
  if (evidenceTooOld.length === 0) return ''
  const total = evidenceTooOld.reduce((sum, { pieces }) => sum + pieces, 0)
  const which = evidenceTooOld.map(({ element, pieces }) =>
    pieces === 1 ? element : `${element}: ${pieces}`,
  )
  return `${counted(total, 'piece')} of evidence ${total === 1 ? 'is' : 'are'} too old to count (${which.join(', ')}).`
}

/** `9.2 (2027-03-31)` */
export function plannedText(id: string, { scores }: Assessment): string {
  const planned = scores.elements.find((element) => element.id === id)?.planned
  return planned === undefined ? id : `${id} (${planned})`
}

/** `not relevant; revisit on 2027-06-30`. Empty where nothing is known. */
export function exclusionText({ declined, notApplicable }: ElementScore): string {
  if (notApplicable === undefined) return ''
  const { kind, revisit } = notApplicable
  return [
    ...(declined ? [] : [kind.replace('-', ' ')]),
    ...(revisit === null ? [] : [`revisit on ${revisit}`]),
  ].join('; ')
}

/** Where the list of improvements is empty. */
export function nothingToImprove({ coverage }: Assessment): string {
  const but = coverage.declined.length > 0 ? ', apart from what was declined' : ''
  return `Nothing to improve: every assessed element meets its target${but}.`
}

/** `about 33 days (18 to 60)` */
export function effortText({ low, likely, high }: Effort): string {
  const about =
    likely < 1
      ? 'less than 1 person-day'
      : `about ${daysText(likely)} person-${daysText(likely) === '1' ? 'day' : 'days'}`
  return `${about} (${daysText(low)} to ${daysText(high)})`
}

type Effort = Pick<Improvement['effort'], 'low' | 'likely' | 'high'>

export function totalEffort(improvements: readonly Improvement[]): Effort {
  // Tenths add up exactly where they are whole numbers.
  const sum = (kind: 'low' | 'likely' | 'high') =>
    improvements.reduce((tenths, { effort }) => tenths + Math.round(effort[kind] * 10), 0) / 10
  return { low: sum('low'), likely: sum('likely'), high: sum('high') }
}

/** `1→2→4`: to 2 now, to 4 later. `≤1→3` where criteria only bound the level. */
export function levelsText({ from, atLeast, first, to }: Improvement): string {
  const now = first.to < to ? `→${first.to}` : ''
  return `${atLeast ? '≤' : ''}${from}${now}→${to}`
}

/** `To level 2 now (about 6 person-days), to 3 after 5.3`; empty where everything can be done in one go. */
export function firstPartText({ first, to, steps }: Improvement): string {
  const rest = steps.filter((step) => step.to > first.to).flatMap(({ after }) => after)
  const start = first.after.length === 0 ? 'now' : `after ${listWords(first.after)}`
  if (first.to === to) return first.after.length === 0 ? '' : `to level ${to} ${start}`
  const later = rest.length === 0 ? 'later' : `after ${listWords([...new Set(rest)])}`
  return `to level ${first.to} ${start} (${effortText(first.effort)}), to ${to} ${later}`
}

/** `+4 %`; empty where too little is assessed to state a percentage. */
export function gainText({ gain }: Improvement, { scores }: Assessment): string {
  if (scores.overall.percentToTarget === null || gain.overall === 0) return ''
  return gain.overall < 0.5 ? '<1 %' : `+${Math.round(gain.overall)} %`
}

/** Why it matters: `4 % of the way to the targets; closes "Commitment without resources" (high)`. */
export function reasonText(improvement: Improvement, assessment: Assessment): string {
  const { gain, target, from } = improvement
  const brings =
    gain.overall === 0
      ? (improvement.because.find(({ term }) => term === 'gain')?.text ?? '')
      : scores(assessment) === null
        ? `${counted(target - from, 'level')} below its target of ${target}`
        : `${gain.overall < 0.5 ? 'less than 1 %' : `${Math.round(gain.overall)} %`} of the way to the targets`
  const groups = closedGroups(improvement, assessment)
  const named = groups.slice(0, 2).map(({ title, severity }) => `“${title}” (${severity})`)
  const rest = groups.length - named.length
  if (named.length === 0) return brings
  return `${brings}; closes ${listWords(rest > 0 ? [...named, `${rest} more`] : named)}`
}

function scores({ scores: { overall } }: Assessment): number | null {
  return overall.percentToTarget
}

/** What it closes beside the plain gap, one entry per rule, worst first. */
function closedGroups({ closes, because }: Improvement, { findings }: Assessment) {
  const urgent = because.find(({ term }) => term === 'urgency')?.text ?? ''
  const counts = new Set(closes.filter((id) => urgent.includes(`${id} (`)))
  return groupFindings(findings.filter(({ id }) => counts.has(id)))
}

/** Titles of the findings it opens, with the element where it is another one. What is not found yet has no title but its rule's. */
export function openedText(
  { element, opens }: Improvement,
  assessment: Assessment,
  names?: PackNames,
): string {
  const nameOf = elementNames(assessment)
  const opened = opens.map((id) => {
    const [rule = id, subject = ''] = id.split('@')
    const about = subject.split('#')[0]!
    const title = names?.ruleTitle(rule)
    if (title === undefined) return id
    return about === element || about === 'organization' ? `“${title}”` : `“${title}” at ${nameOf(about)}`
  })
  return listWords(opened, 'and', opened.length)
}

/** `4.12 = gain 1.8 x leverage 1.02 x urgency 2.25`: the value and its factors. */
export function priorityText({ value, because }: Improvement): string {
  return `${value} = ${because.map((factor) => `${factor.term} ${factor.value}`).join(' x ')}`
}

/**
 * `Found at 19 elements: 4.1.2 External issues, … and 14 more.`; empty where nothing was counted. A rule that counts elements
 * reads the list of practices first, and then of each element it counted what made it one.
 */
export function concernedElements({ element, reasons }: Finding, assessment: Assessment): string {
  if (element !== null || !reasons.some(({ path }) => path.length === 1 && path[0] === 'practices')) return ''
  const ids = reasons.flatMap(({ path }) =>
    path[0] === 'practices' && path.length > 1 ? [String(path[1])] : [],
  )
  const named = [...new Set(ids)].map(elementNames(assessment))
  return named.length === 0
    ? ''
    : `Found at ${counted(named.length, 'element')}: ${listWords(named, 'and', 5)}.`
}
