/** Where one element stands by what the description says of it. */
import type { CriterionAnswer, NotApplicableKind, Organization, Standing } from '../types/description.ts'
import type { Path } from '../types/document.ts'
import type { FrameworkElement, Level } from '../types/framework.ts'
import { criteriaInterval, type Interval } from './criteria-interval.ts'
import { type EvidenceContext, evidenceOf, shownBy } from './evidence-of.ts'
import { isLevel, isObject, own, textOf } from './odd-data.ts'

export interface StandingContext extends EvidenceContext {
  readonly organization: Pick<Organization, 'kind' | 'size'>
  readonly target: Level
}

const unknown: Interval = { lowest: 0, highest: 5 }

/** `practice` is what stands under the element's number, or `undefined`. */
export function standingOf(element: FrameworkElement, practice: unknown, context: StandingContext): Standing {
  const { organization, scoring, target } = context
  const path: Path = ['practices', element.id]
  const said = (key: string) => own(isObject(practice) ? practice : undefined, key)
  const criteria = answersOf(said('criteria'))
  const evidence = evidenceOf(said('evidence'), element, context, [...path, 'evidence'])
  const notApplicable = notApplicableOf(said('notApplicable'))
  const declined = notApplicable?.kind === 'declined'
  const interval = criteria.size === 0 ? undefined : criteriaInterval(element, criteria, organization)
  const { lowest, highest } =
    notApplicable === null
      ? claimed(said('level'), interval)
      : declined
        ? ({ lowest: 0, highest: 0 } as const)
        : unknown
  const level = lowest === highest ? lowest : null
  const looked = context.files ? 'checked' : 'declared'
  return {
    id: element.id,
    state: notApplicable && !declined ? 'not-applicable' : level === null ? 'not-assessed' : 'assessed',
    declined,
    level,
    lowest,
    highest,
    ...shownBy(evidence, level, looked, scoring),
    target,
    planned: textOf(said('planned')),
    practice: textOf(said('practice')),
    owner: textOf(said('owner')),
    reviewed: textOf(said('reviewed')),
    confidence: textOf(said('confidence')) as Standing['confidence'],
    note: textOf(said('note')),
    flagged: said('flagged') === true,
    criteria,
    evidence,
    notApplicable,
    path: answerPath(path, notApplicable !== null, isLevel(said('level')), criteria.size > 0),
  }
}

/** A level stands unless the criteria exclude it; then they win. */
function claimed(level: unknown, interval: Interval | undefined): Interval {
  if (!isLevel(level)) return interval ?? unknown
  const stands = interval === undefined || (level >= interval.lowest && level <= interval.highest)
  return stands ? { lowest: level, highest: level } : interval
}

function answersOf(criteria: unknown): Map<string, CriterionAnswer> {
  return new Map(
    isObject(criteria)
      ? Object.entries(criteria).filter(
          (entry): entry is [string, CriterionAnswer] => typeof entry[1] === 'string',
        )
      : [],
  )
}

function notApplicableOf(said: unknown): Standing['notApplicable'] {
  const kind = textOf(own(isObject(said) ? said : undefined, 'kind')) as NotApplicableKind | null
  if (!isObject(said) || kind === null) return null
  return { kind, reason: textOf(own(said, 'reason')) ?? '', revisit: textOf(own(said, 'revisit')) }
}

function answerPath(path: Path, notApplicable: boolean, level: boolean, criteria: boolean): Path {
  if (notApplicable) return [...path, 'notApplicable']
  return level ? [...path, 'level'] : criteria ? [...path, 'criteria'] : path
}
