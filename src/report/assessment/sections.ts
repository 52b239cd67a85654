/** The sections of a full report, each from the same assessment. */
import { pieceProblems } from '../../diagnostics/piece-problems.ts'
import type { Assessment, ElementScore, Finding, Improvement } from '../../types/assessment.ts'
import type { Description } from '../../types/description.ts'
import { listWords } from '../../util/show.ts'
import {
  type Block,
  code,
  definitions,
  elementLink,
  type Inline,
  type Item,
  list,
  paragraph,
  rangeText,
  ruleLink,
  section,
  strong,
  type Text,
  table,
  toned,
} from '../document.ts'
import { countBySeverity, type FindingGroup, groupFindings } from '../findings.ts'
import { counted, elementNames, placeText, sentence } from '../phrases.ts'
import type { PackNames } from '../report-options.ts'
import {
  concernedElements,
  declaredText,
  effortText,
  exclusionText,
  firstPartText,
  nothingToImprove,
  openedText,
  plannedText,
  priorityText,
  reasonText,
  tooOldText,
  totalEffort,
} from './phrases.ts'

/** How much of everything. */
export interface Depth {
  readonly all: boolean
  /** Improvements shown. */
  readonly top: number
  /** Findings shown of each rule where not all are. */
  readonly each: number
  /** Locations, rule ids and priorities beside the text; a report to hand over has them in an appendix. */
  readonly inline: boolean
  readonly names: PackNames | undefined
}

export function principlesSection(
  { scores, coverage }: Assessment,
  withOverall: boolean,
  inline: boolean,
): Block[] {
  if (coverage.assessed === 0) return []
  const rows = [
    ...scores.principles.map(({ title, score, weakest }) => ({ title: [title] as Text, score, weakest })),
    ...(withOverall ? [{ title: [strong('Overall')], score: scores.overall, weakest: [] }] : []),
  ]
  const optional = inline ? ({ optional: 1 } as const) : {}
  return section(
    'Principles',
    table(
      [
        { head: 'Principle', type: 'text' },
        { head: 'Level', type: 'level' },
        { head: 'Range', type: 'text' },
        { head: 'Evidenced', type: 'level' },
        { head: 'Target', type: 'level' },
        { head: 'To target', type: 'percent' },
        { head: 'Assessed', type: 'text' },
        { head: 'Spread', type: 'level', ...(inline && { optional: 2 }) },
        { head: 'Weakest', type: 'text', ...optional },
      ],
      rows.map(({ title, score, weakest }) => [
        title,
        score.withheld ? null : score.level,
        rangeText(score),
        score.evidenced,
        score.target,
        score.percentToTarget,
        `${score.assessed} of ${score.inScope}`,
        score.spread,
        weakest.join(', '),
      ]),
    ),
  )
}

/** `whole`: with the findings of all principles, as an improvement closes these too. */
export function improvementsSection(assessment: Assessment, whole: Assessment, depth: Depth): Block[] {
  const { improvements, coverage } = assessment
  if (coverage.assessed === 0) return []
  if (improvements.length === 0)
    return section('What to improve first', paragraph(nothingToImprove(assessment)))
  const shown = depth.all ? improvements : improvements.slice(0, depth.top)
  const rest = improvements.length - shown.length
  return section('What to improve first', [
    ...shown.flatMap((improvement) => improvementBlocks(improvement, assessment, whole, depth)),
    ...paragraph(
      rest === 0 ? '' : `${counted(rest, 'further improvement')} not shown (--all shows every one).`,
    ),
    ...paragraph(
      `All ${counted(improvements.length, 'improvement')} together: ${effortText(totalEffort(improvements))}. These are rough estimates for planning, not a quotation.`,
    ),
  ])
}

function improvementBlocks(
  improvement: Improvement,
  assessment: Assessment,
  whole: Assessment,
  depth: Depth,
): Block[] {
  const { rank, element, title, from, to, effort, leads, steps } = improvement
  const nameOf = elementNames(assessment)
  // More titles than these would bury what the list is about.
  const named = (ids: readonly string[]): Text =>
    ids.length > 3
      ? listWords(ids, 'and', 12)
      : ids.flatMap((id, index): Inline[] => [...(index === 0 ? [] : ['; ']), elementLink(id, nameOf(id))])
  return section(`${rank}. ${title} (${element}): level ${from} to ${to}`, [
    ...definitions([
      ['Why', sentence(reasonText(improvement, whole))],
      ['Effort', `${improvement.atLeast ? 'at least ' : ''}${effortText(effort)}`],
      ['First', firstPartText(improvement)],
      ['Start with', depth.inline ? (steps[0]?.do[0] ?? '') : ''],
      ['Led by', leads],
      ['After', named(improvement.blockedBy)],
      ['Enables', named(improvement.unlocks)],
      ['Assumes', noted(named(improvement.assumes), 'not assessed')],
      ['Lacks', noted(named(improvement.lacks), 'declined')],
      ['Opens', openedText(improvement, assessment, depth.names)],
      ['Together with', named(improvement.preventedBy)],
      ['Under way', improvement.planned === null ? '' : `planned for ${improvement.planned}`],
      ['Tied with', named(improvement.tiedWith)],
      ['Priority', depth.inline && depth.all ? priorityText(improvement) : ''],
    ]),
    ...(depth.inline ? [] : steps.flatMap(stepBlocks)),
  ])
}

function noted(text: Text, state: string): Text {
  return text.length === 0 ? '' : [...(typeof text === 'string' ? [text] : text), ` (${state})`]
}

function stepBlocks({ to, do: actions, evidence, effort }: Improvement['steps'][number]): Block[] {
  return [
    ...paragraph([strong(`To level ${to}`), ` (${effortText(effort)}):`]),
    ...list([...actions, ...(evidence.length === 0 ? [] : [[`Shown by: ${evidence.join('; ')}`]])]),
  ]
}

export function findingsSection(
  heading: string,
  about: string,
  findings: readonly Finding[],
  whole: Assessment,
  depth: Depth,
): Block[] {
  if (findings.length === 0) return []
  const groups = groupFindings(findings)
  const shown = depth.all || !depth.inline ? groups : groups.slice(0, 8)
  const hidden = groups.slice(shown.length)
  const rest = hidden.reduce((sum, group) => sum + group.findings.length, 0)
  return section(heading, [
    ...paragraph(`${about} ${counted(findings.length, 'finding')} (${countBySeverity(findings)}).`.trim()),
    ...shown.flatMap((group, index) =>
      groupBlocks(group, depth.all || !depth.inline || index < 3, whole, depth),
    ),
    ...paragraph(
      hidden.length === 0
        ? ''
        : `… and ${counted(rest, 'finding')} of ${counted(hidden.length, 'more rule')} (--all shows every one).`,
    ),
  ])
}

function groupBlocks(group: FindingGroup, explained: boolean, whole: Assessment, depth: Depth): Block[] {
  const { severity, confidence, title, findings, why, do: todo, rule } = group
  const shown = depth.all ? findings : findings.slice(0, depth.each)
  const rest = findings.length - shown.length
  const { otherwise, check } = findings[0]
  const items: Item[] = [
    ...shown.map((finding) => ({ text: findingText(finding, whole, depth.inline) })),
    ...(rest === 0 ? [] : [{ text: `… and ${rest} more` }]),
  ]
  if (depth.inline) {
    const text: Inline[] = [
      toned(severity, severity),
      `, ${confidence}: ${title} `,
      ruleLink(rule, `[${rule}]`),
    ]
    const blocks = [
      ...(explained ? paragraph(why) : []),
      ...list(items),
      ...(explained && todo !== null ? paragraph(`What to do: ${todo}`) : []),
    ]
    return list([{ text, blocks }])
  }
  return section(`${title} (${severity}, ${confidence})`, [
    ...list(items),
    ...definitions([
      ['Why it matters', why],
      ['Another explanation', otherwise],
      ['How to check', check],
      ['What to do', todo ?? ''],
      ['Closed by', closedBy(findings, whole.improvements)],
    ]),
  ])
}

/** The improvements that close all of them, where these are few enough to name. */
function closedBy(findings: readonly Finding[], improvements: readonly Improvement[]): string {
  const closing = findings.map(({ id }) => improvements.filter(({ closes }) => closes.includes(id)))
  const known = [...new Set(closing.flat())].sort((a, b) => a.rank - b.rank)
  if (known.length === 0 || known.length > 3 || closing.some((found) => found.length === 0)) return ''
  return listWords(
    known.map(({ rank, element, title }) => `improvement ${rank}, ${title} (${element})`),
    closing.some((found) => found.length > 1) ? 'or' : 'and',
  )
}

function findingText(finding: Finding, assessment: Assessment, inline: boolean): Text {
  const { message, location, waived, waiver, planned } = finding
  const state = [
    ...(waived
      ? [waiver ? `waived until ${waiver.until} by ${waiver.owner}: ${waiver.reason}` : 'waived']
      : []),
    ...(planned ? ['planned'] : []),
  ]
  return [
    [message, concernedElements(finding, assessment)].filter((part) => part !== '').join(' '),
    ...(state.length === 0 ? [] : [` (${state.join('; ')})`]),
    ...(inline && location ? [' ', code(placeText(location))] : []),
  ]
}

export function elementsSection({ scores }: Assessment): Block[] {
  return section(
    'Elements',
    table(
      [
        { head: 'Element', type: 'text' },
        { head: 'Title', type: 'text' },
        { head: 'Level', type: 'number' },
        { head: 'Evidenced', type: 'number' },
        { head: 'Target', type: 'number' },
        { head: 'Gap', type: 'number' },
      ],
      scores.elements.map((element) => {
        const { id, title, state, declined, level, evidenced, target, gap } = element
        const label = declined ? 'declined' : state === 'assessed' ? '' : state.replace('-', ' ')
        return [
          [elementLink(id)],
          label === '' ? title : `${title} (${label})`,
          level,
          evidenced,
          target,
          gap,
        ]
      }),
    ),
  )
}

/** How much was assessed, and what is left out of the scores. */
export function coverageSection(assessment: Assessment, all: boolean): Block[] {
  const { coverage, scores, evidence } = assessment
  const { elements, inScope, assessed } = coverage
  const ids = (names: readonly string[]) => listWords(names, 'and', all ? names.length : 20)
  const excluded = (some: readonly ElementScore[]) =>
    some
      .map((element) => {
        const how = exclusionText(element)
        const reason = element.notApplicable?.reason ?? ''
        return `${element.id} ${element.title}${how === '' ? '' : ` (${how})`}${reason === '' ? '' : `: ${reason}`}`
      })
      .map((text) => sentence(text))
      .join(' ')
  return section('Coverage', [
    ...paragraph(
      `${assessed} of ${counted(inScope, 'element')} in scope assessed; the guidance has ${elements}.`,
    ),
    ...definitions([
      ['Not assessed', ids(coverage.notAssessed)],
      ['Not applicable', excluded(scores.elements.filter(({ state }) => state === 'not-applicable'))],
      ['Declined', excluded(scores.elements.filter(({ declined }) => declined))],
      ['Planned', ids(coverage.planned.map((id) => plannedText(id, assessment)))],
      [
        'Evidence',
        [evidence === 'declared' ? declaredText : 'The files it names were checked.', tooOldText(assessment)]
          .join(' ')
          .trim(),
      ],
      ['Checks not run', notEvaluatedText(assessment)],
    ]),
  ])
}

/** How many checks could not run, and which answers would settle most of them. */
function notEvaluatedText({ notEvaluated }: Assessment): string {
  if (notEvaluated.length === 0) return ''
  const counts = new Map<string, number>()
  for (const input of notEvaluated.flatMap(({ missing }) => missing))
    counts.set(input, (counts.get(input) ?? 0) + 1)
  const wanted = [...counts].sort(([, a], [, b]) => b - a).map(([input, count]) => `${input} (${count})`)
  const rules = new Set(notEvaluated.map(({ rule }) => rule)).size
  return `${counted(notEvaluated.length, 'check')} (${counted(rules, 'rule')}) could not run: their inputs are not assessed. Most often missing: ${listWords(wanted, 'and', 6)}.`
}

/** What the description says of every assessed element, in its own words. */
export function descriptionSection({ scores }: Assessment, standings: Description['standings']): Block[] {
  const assessed = scores.elements.flatMap(({ id, title, state, declined }) => {
    const said = state === 'assessed' && !declined ? standings.get(id) : undefined
    return said === undefined ? [] : [{ name: `${id} ${title}`, said }]
  })
  const isBare = ({ said }: (typeof assessed)[number]) =>
    said.practice === null && said.owner === null && said.evidence.length === 0
  const bare = assessed.filter(isBare)
  return section('What the description says', [
    ...paragraph(
      assessed.length === 0 ? '' : 'In its own words, for every assessed element. This may be confidential.',
    ),
    ...assessed
      .filter((one) => !isBare(one))
      .flatMap(({ name, said: { level, practice, evidence, owner } }) =>
        section(`${name}: level ${level}`, [
          ...paragraph(practice ?? 'No practice is described.'),
          ...list([
            ...(evidence.length === 0
              ? ['Evidence: none']
              : evidence.map(
                  ({ source, kind, date, state, carries }) =>
                    `Evidence: ${source} (${kind}, ${date ?? 'undated'}), ${state === 'fine' ? `supports up to level ${carries}` : `does not count: ${pieceProblems[state]}`}`,
                )),
            `Owner: ${owner ?? 'none named'}`,
          ]),
        ]),
      ),
    ...(bare.length === 0
      ? []
      : [
          ...paragraph('Without practice, evidence or owner:'),
          ...list(bare.map(({ name, said }) => `${name}: level ${said.level}`)),
        ]),
  ])
}
