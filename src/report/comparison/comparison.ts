/** What `diff` prints. Two decimals, unlike other reports: the parts of a change have to add up as printed. */
import { answerText } from '../../diff/causes.ts'
import type { Score } from '../../types/assessment.ts'
import type {
  Comparison,
  ComparisonReport,
  FindingChange,
  MovedMeasure,
  Points,
} from '../../types/comparison.ts'
import { declaredText } from '../assessment/phrases.ts'
import {
  type Block,
  type Cell,
  type Column,
  type Document,
  definitions,
  type Inline,
  list,
  paragraph,
  ruleLink,
  section,
  strong,
  type Tone,
  table,
  toned,
} from '../document.ts'
import { counted, fixed } from '../phrases.ts'
import { stringifySafely } from '../stringify-safely.ts'
import { cutToWidth } from '../terminal/display-width.ts'
import type { PageOptions } from '../terminal/page.ts'
import { writeTerminal } from '../terminal/write-terminal.ts'
import { writeMarkdown } from '../write-markdown.ts'
import {
  boundsMoved,
  boundsTitle,
  causeNames,
  findingCounts,
  findingPlace,
  fromTo,
  groupChanges,
  measuresShown,
  methodText,
  moveAfterName,
  shareNote,
  sideText,
  signed,
  statusNames,
} from './phrases.ts'

export interface ComparisonOptions extends PageOptions {
  /** Every answer, finding and principle. */
  readonly all: boolean
}

export const comparisonReporters = {
  terminal: (report: ComparisonReport, options: ComparisonOptions) =>
    writeTerminal(comparisonDocument(report, options.all, { answers: 10, rules: 12, each: 6 }), options),
  json: ({ schemaVersion, tool, comparisons, added, removed }: ComparisonReport) =>
    stringifySafely({ schemaVersion, tool, comparisons, added, removed }),
  markdown: (report: ComparisonReport, { all = false }: { readonly all?: boolean } = {}) =>
    writeMarkdown(comparisonDocument(report, all, { answers: 10, rules: 30, each: 10 }), 0),
} as const satisfies Readonly<
  Record<string, (report: ComparisonReport, options: ComparisonOptions) => string>
>

/** How many are shown where not all are. */
interface Limits {
  readonly answers: number
  readonly rules: number
  /** Findings of one rule. */
  readonly each: number
}

function comparisonDocument(report: ComparisonReport, all: boolean, limits: Limits): Document {
  const alone = (names: readonly string[], side: string) =>
    paragraph(names.length === 0 ? '' : `Only on the ${side} side: ${names.join(', ')}.`)
  const blocks = [
    ...report.comparisons.flatMap((comparison) => comparisonBlocks(comparison, all, limits)),
    ...alone(report.added, 'later'),
    ...alone(report.removed, 'earlier'),
  ]
  return {
    title: null,
    blocks: blocks.length === 0 ? paragraph('There is no description to compare.') : blocks,
  }
}

function comparisonBlocks(comparison: Comparison, all: boolean, limits: Limits): Block[] {
  const { before, after } = comparison
  const renamed =
    before.organization === after.organization ? '' : ` (before: ${cutToWidth(before.organization, 120)})`
  const method = methodText(comparison)
  return section(
    'What changed',
    [
      ...paragraph(`${cutToWidth(after.organization, 120)}${renamed} ${moveAfterName(comparison)}.`, 'lead'),
      ...paragraph(
        `From ${sideText(before)}, as of ${before.asOf}, to ${sideText(after)}, as of ${after.asOf}, by ${after.framework.title}. ${declaredText}`,
        'note',
      ),
      ...(method === '' ? [] : [{ type: 'callout' as const, label: 'Note', text: method }]),
      ...movementTable(comparison),
      ...section('Why it changed', causeBlocks(comparison, all)),
      ...section('Answers with the largest effect', answerBlocks(comparison, all, limits)),
      ...section('Findings', findingBlocks(comparison, all, limits)),
    ],
    cutToWidth(after.organization, 120),
  )
}

function movementTable({ principles, overall }: Comparison): Block[] {
  const movements = [
    ...principles.map(({ title, movement }) => ({ title: [title], movement })),
    { title: [strong('Overall')], movement: overall },
  ]
  const bounds = boundsMoved(overall)
    ? [[boundsTitle, fromTo(boundsText(overall.before), boundsText(overall.after))]]
    : []
  return table(
    [
      { head: 'Principle', type: 'text' },
      { head: 'Level', type: 'number' },
      { head: 'Change', type: 'number' },
      { head: 'Evidenced', type: 'number' },
      { head: 'Change', type: 'number' },
      { head: 'To target, %', type: 'number' },
      { head: 'Change', type: 'number' },
    ],
    [
      ...movements.map(({ title, movement }): Cell[] => {
        if (!movement) return [title, 'not in both', '', '', '', '', '']
        const { before, after, change } = movement
        return [
          title,
          fromTo(levelText(before), levelText(after)),
          tonedChange(change.level),
          fromTo(fixed(before.evidenced), fixed(after.evidenced)),
          tonedChange(change.evidenced),
          fromTo(fixed(before.percentToTarget), fixed(after.percentToTarget)),
          tonedChange(change.percentToTarget),
        ]
      }),
      ...bounds.map((row) => [...row, '', '', '', '', '']),
    ],
  )
}

/** The level, or where it is withheld what it can be. */
function levelText(score: Score): string {
  return score.level === null && score.lowest !== null ? boundsText(score) : fixed(score.level)
}

function boundsText({ lowest, highest }: Score): string {
  return lowest === highest ? fixed(lowest) : `${fixed(lowest)}–${fixed(highest)}`
}

/** Up is good, down is bad, and the sign says the same. */
function tonedChange(value: number | null): Cell {
  const text = signed(value)
  return value === null || value === 0 ? text : [toned(value > 0 ? 'good' : 'bad', text)]
}

function measureColumns(measures: ReturnType<typeof measuresShown>): Column[] {
  return measures.map(([, head]) => ({ head, type: 'number' }))
}

function causeBlocks({ overall, causes, principles }: Comparison, all: boolean): Block[] {
  if (causes.length === 0) return paragraph('Nothing that a score reads differs between the two.')
  const shown = measuresShown(overall)
  const rows = overall.contributions.map(({ cause, points }, index): Cell[] => [
    causeNames[cause],
    ...shown.map(([name]) => tonedChange(points[name])),
    causes[index]!.text,
  ])
  const byPrinciple = principles.flatMap(({ title, movement }) => {
    if (!movement) return []
    return [
      [
        title,
        measuresShown(movement)
          .map(([name, head]) => principleCauses(movement, name, head))
          .join('; '),
      ] as const,
    ]
  })
  return [
    ...table(
      [{ head: 'Cause', type: 'text' }, ...measureColumns(shown), { head: 'What differs', type: 'text' }],
      [...rows, [[strong('Together')], ...shown.map(([name]) => signed(overall.change[name])), '']],
    ),
    ...paragraph(causes.length === 1 ? '' : shareNote, 'note'),
    ...(all ? section('By principle', definitions(byPrinciple)) : []),
  ]
}

function principleCauses(
  { contributions, change }: Comparison['overall'],
  name: MovedMeasure,
  head: string,
): string {
  const parts = contributions
    .filter(({ points }) => points[name] !== 0)
    .map(({ cause, points }) => `${causeNames[cause].toLowerCase()} ${signed(points[name])}`)
  const sum = `${head.toLowerCase()} ${signed(change[name])}`
  return parts.length === 0 ? sum : `${sum} (${parts.join(', ')})`
}

function answerBlocks({ overall, answers }: Comparison, all: boolean, limits: Limits): Block[] {
  const names = measuresShown(overall)
  const shown = all ? answers : answers.slice(0, limits.answers)
  const rest = answers.slice(shown.length)
  return [
    ...table(
      [{ head: 'Element', type: 'text' }, { head: 'Answer', type: 'text' }, ...measureColumns(names)],
      shown.map(({ element, title, before, after, points }) => [
        `${element} ${title}`,
        `${answerText(before)} → ${answerText(after)}`,
        ...names.map(([name]) => tonedChange(points[name])),
      ]),
    ),
    ...paragraph(
      rest.length === 0
        ? ''
        : `… and ${counted(rest.length, 'more answer')}: ${restText(
            rest.map(({ points }) => points),
            names,
          )} (--all)`,
    ),
  ]
}

/** `level +0.33, evidenced +0.22` for all of them together. */
function restText(rest: readonly Points[], names: ReturnType<typeof measuresShown>): string {
  return names
    .map(([name, head]) => {
      const hundredths = rest.reduce((total, points) => total + Math.round((points[name] ?? 0) * 100), 0)
      return `${head.toLowerCase()} ${signed(hundredths / 100)}`
    })
    .join(', ')
}

function findingBlocks(comparison: Comparison, all: boolean, limits: Limits): Block[] {
  const groups = groupChanges(comparison)
  const shown = all ? groups : groups.slice(0, limits.rules)
  const items = shown.map(({ status, first, changes }): Inline[] => {
    const some = all ? changes : changes.slice(0, limits.each)
    const more = changes.length > some.length ? `, … and ${changes.length - some.length} more` : ''
    return [
      toned(toneOf(status), statusNames[status]),
      `, ${first.severity}: ${first.title} `,
      ruleLink(first.rule, `[${first.rule}]`),
      `: ${some.map((change) => findingPlace(change)).join(', ')}${more}`,
    ]
  })
  return [
    ...paragraph(`${findingCounts(comparison)}.`),
    ...list(items),
    ...paragraph(
      groups.length > shown.length
        ? `… and ${counted(groups.length - shown.length, 'more rule')} (--all)`
        : '',
    ),
  ]
}

/** What is no longer evaluated is neither good nor bad. */
function toneOf(status: FindingChange['status']): Tone {
  if (status === 'new' || status === 'worse') return 'bad'
  return status === 'better' || status === 'fixed' ? 'good' : 'middling'
}
