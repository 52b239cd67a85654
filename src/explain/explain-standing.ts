/** Explains how one element of one description came to its result, input by input: level, evidence, target, weight, rules, improvement. */
import type { Assessed } from '../assess.ts'
import { pieceProblems } from '../diagnostics/piece-problems.ts'
import { type Conclusion, concludeAll } from '../rules/conclude-all.ts'
import { missingOf } from '../rules/missing-of.ts'
import { weigh } from '../scoring/weights.ts'
import type { Assessment, Improvement } from '../types/assessment.ts'
import type { Evidence, Standing } from '../types/description.ts'
import { nodeAt } from '../types/document.ts'
import {
  type Block,
  type Explanation,
  list,
  pairs,
  paragraph,
  type Section,
  section,
} from '../types/explanation.ts'
import type { ElementId, Framework, FrameworkElement, Outcome, Pack } from '../types/framework.ts'
import { rational, roundRational } from '../util/rational.ts'
import { shownBy } from './explain-element.ts'
import { mentions } from './mentions.ts'
import { reasonTexts } from './reason-text.ts'

/** What the rules conclude about one element of one description, with every input they read. */
const headings: Readonly<Record<Outcome, string>> = {
  gap: 'Rules that fire',
  'not-evaluated': 'Rules that cannot be evaluated',
  clear: 'Rules that stay silent',
  'not-applicable': 'Rules that do not apply',
}

/** A section per outcome; rules that speak about each element are shown for this one only. */
function ruleSections(id: ElementId, assessed: Assessed): Section[] {
  const { rules, description } = assessed
  const concerned = concludeAll(rules, description).filter(
    ({ element, rule }) =>
      element === id || (rule.each !== 'elements' && (mentions(rule.fires, id) || mentions(rule.unless, id))),
  )
  const of = (outcome: Outcome) => concerned.filter((conclusion) => conclusion.outcome === outcome)
  const names = (outcome: Outcome) => [
    ...new Set(of(outcome).map((conclusion) => nameOf(withoutPiece(conclusion), assessed))),
  ]
  return [
    ...section(headings.gap, ...of('gap').flatMap((conclusion) => firingBlocks(conclusion, assessed))),
    ...section(headings['not-evaluated'], ...waitingBlocks(id, of('not-evaluated'), assessed)),
    ...section(headings.clear, list(names('clear'))),
    ...section(headings['not-applicable'], list(names('not-applicable'))),
  ]
}

/** That nothing is wrong with any of the pieces is one line. */
function withoutPiece(conclusion: Conclusion): Conclusion {
  const { rule, element } = conclusion
  return rule.each === 'evidence'
    ? { ...conclusion, id: `${rule.id}@${element ?? 'organization'}` }
    : conclusion
}

function nameOf({ rule, id }: Conclusion, { pack }: Assessed): string {
  return `${pack.texts().rules[rule.id]!.title} [${id}]`
}

function firingBlocks(conclusion: Conclusion, assessed: Assessed): Block[] {
  return [paragraph(nameOf(conclusion, assessed)), list(reasonTexts(conclusion, assessed))]
}

/** Rules that wait for nothing but this element's own level are named in one line. */
function waitingBlocks(id: ElementId, conclusions: readonly Conclusion[], assessed: Assessed): Block[] {
  const waiting = conclusions.map((conclusion) => ({
    conclusion,
    missing: missingOf(assessed.rules, assessed.description, conclusion),
  }))
  const alone = waiting.filter(({ missing }) => missing.every((input) => input === id))
  const others = waiting.filter(({ missing }) => missing.some((input) => input !== id))
  return [
    list(
      others.map(
        ({ conclusion, missing }) => `${nameOf(conclusion, assessed)} waits for ${missing.join(', ')}`,
      ),
    ),
    paragraph(
      alone.length === 0
        ? null
        : `Only for ${id} itself: ${[...new Set(alone.map(({ conclusion }) => conclusion.rule.id))].join(', ')}.`,
    ),
  ]
}

export function explainStanding(id: ElementId, assessed: Assessed): Explanation {
  const { pack, description, assessment } = assessed
  const element = pack.framework.elements.find((candidate) => candidate.id === id)!
  const standing = description.standings.get(id)!
  const score = assessment.scores.elements.find((candidate) => candidate.id === id)!
  const place = score.location ? `${score.location.file}:${score.location.line}` : ''
  return {
    kind: 'element',
    id,
    title: element.title,
    sections: [
      ...section(
        null,
        paragraph(summaryOf(standing, pack.framework)),
        pairs(['Where', place], ['As of', description.asOf]),
      ),
      ...section('Level', levelBlock(standing, element, pack)),
      ...section('Evidence', ...evidenceBlocks(standing, element, pack.framework, description.evidence)),
      ...section('Target', paragraph(targetText(standing, element, assessed))),
      ...section('Weight', paragraph(weightText(element, assessed))),
      ...ruleSections(id, assessed),
      ...improvementSections(id, assessment),
    ],
  }
}

function summaryOf(
  { state, declined, level, evidenced, target, lowest, highest }: Standing,
  { levels }: Framework,
): string {
  if (declined) return 'The organization declined this element: it counts as level 0 and gets no improvement.'
  if (state === 'not-applicable')
    return 'Not applicable: it takes no part in any score, and satisfies what needs it.'
  if (level === null) {
    if (lowest > 0 || highest < 5)
      return `Partly assessed: the criteria answered so far put it between ${lowest} and ${highest}. It counts as the level of the rest, held within these bounds.`
    return 'Not assessed: nothing is known about its level. It counts in no level, only in the interval, and no improvement is offered.'
  }
  const gap =
    level < target
      ? `${target - level} ${target - level === 1 ? 'level' : 'levels'} below its target of ${target}`
      : `${level === target ? 'at' : 'above'} its target of ${target}`
  return `Stands at level ${level} (${levels[level]!.name}), ${gap}; its evidence carries level ${evidenced}.`
}

function levelBlock(standing: Standing, element: FrameworkElement, { texts }: Pack): Block {
  const { criteria, notApplicable, level, lowest, highest } = standing
  if (notApplicable) {
    return pairs(
      ['Kind', notApplicable.kind],
      ['Reason', notApplicable.reason],
      ['Revisit', notApplicable.revisit ?? ''],
    )
  }
  if (criteria.size === 0) {
    return paragraph(
      level === null
        ? 'Neither a level nor a criterion is answered.'
        : `Stated as ${level}; no criteria are answered beside it.`,
    )
  }
  const text = texts().elements[element.id]!.criteria
  const answers = element.criteria.map(
    ({ id }) => [`${id} ${criteria.get(id) ?? 'open'}`, text[id] ?? ''] as const,
  )
  const result =
    level === null
      ? `with the open answers the level can be anything from ${lowest} to ${highest}`
      : `${level}, the highest level with everything up to it met`
  return pairs(...answers, ['Level', result])
}

function evidenceBlocks(
  { evidence, state }: Standing,
  { freshness }: FrameworkElement,
  { scoring }: Framework,
  looked: Assessed['description']['evidence'],
): Block[] {
  if (state !== 'assessed') return []
  const pieces = evidence.map(
    (piece) => `${piece.source}: ${piece.kind}, ${dateText(piece)}, ${verdictOn(piece)}`,
  )
  if (pieces.length === 0)
    return [paragraph(`None is cited. Without any, no more than level ${scoring.evidence.none} is carried.`)]
  const unseen = looked === 'declared' && evidence.some(({ type }) => type === 'file')
  return [
    list(pieces),
    ...(unseen ? [paragraph('The files were not looked at: --evidence checked does so.')] : []),
  ]

  function verdictOn({ state: reason, carries }: Evidence): string {
    if (reason === 'fine') return `carries up to level ${carries}`
    const why =
      reason === 'too-old' ? `not within ${freshness} months before that day` : pieceProblems[reason]
    return `does not count: ${why}`
  }
}

function dateText({ date, day }: Evidence): string {
  return date ?? (day === null ? 'undated' : `undated, last committed ${day}`)
}

/** The target and where it comes from: the flag, the file for the element, its principle or all, or the pack's profile. */
function targetText(
  { target }: Standing,
  { id, main }: FrameworkElement,
  { pack, description }: Assessed,
): string {
  const { source, text } = description.targets
  const said = (...path: readonly string[]) => nodeAt(description.root, ['targets', ...path]) !== undefined
  const principle = pack.framework.principles.find((candidate) => candidate.id === main)!.title
  if (source === 'flag') return `${target}, given on the command line for every element.`
  if (said('elements', id)) return `${target}, set in the file for this element.`
  if (said('principles', main)) return `${target}, set in the file for ${principle}, which it mainly serves.`
  if (said('default')) return `${target}, set in the file for everything that has no target of its own.`
  return `${target}, because the file sets none for it. Targets used: ${text}.`
}

function weightText(element: FrameworkElement, { pack, description }: Assessed): string {
  const { overall } = weigh(pack.framework, description)
  const weight = overall.get(element.id)
  if (weight === undefined) return ''
  const total = [...overall.values()].reduce((sum, other) => sum + other, 0n)
  const percent = roundRational(rational(100n * weight, total === 0n ? 1n : total), 2)
  const title = (id: string) => pack.framework.principles.find((principle) => principle.id === id)!.title
  const serves = [`${title(element.main)} (mainly)`, ...element.also.map(title)].join(', ')
  return `${percent} % of the overall score: importance ${element.importance} of 5, serving ${serves}.`
}

/** Nothing where the element is not raised: the summary says why. */
function improvementSections(id: ElementId, { improvements }: Assessment): Section[] {
  const improvement = improvements.find(({ element }) => element === id)
  if (!improvement) return []
  const { rank, from, to, value, because, leads, planned } = improvement
  return [
    ...section(
      'Improvement',
      paragraph(
        `Number ${rank} of ${improvements.length}: from level ${from} to ${to}, value ${value} = gain x leverage x urgency.`,
      ),
      pairs(...because.map((factor) => [`${factor.term} ${factor.value}`, factor.text] as const)),
      pairs(...links(improvement), ['Usually led by', leads], ['Planned for', planned ?? '']),
    ),
    ...section(
      'Steps',
      ...improvement.steps.flatMap(({ to: level, do: actions, evidence }) => [
        paragraph(`To level ${level}:`),
        list([...actions, ...shownBy(evidence)]),
      ]),
    ),
  ]
}

function links({
  blockedBy,
  assumes,
  lacks,
  unlocks,
  closes,
  opens,
  tiedWith,
}: Improvement): (readonly [string, string])[] {
  return [
    ['Waits for', blockedBy.join(', ')],
    ['Takes as given', assumes.join(', ')],
    ['Does without (declined)', lacks.join(', ')],
    ['Unlocks', unlocks.join(', ')],
    ['Closes', closes.join(', ')],
    ['Opens', opens.join(', ')],
    ['Tied with', tiedWith.join(', ')],
  ]
}
