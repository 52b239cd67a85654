/** Whether the answers of each practice can hold together: not applicable, level beside criteria, dates, sources. */
import type { Standing } from '../types/description.ts'
import type { DescriptionData } from '../types/description-data.ts'
import type { Framework, FrameworkElement } from '../types/framework.ts'
import { before, isCalendarDate, latestDay } from '../util/calendar.ts'
import { quote } from '../util/show.ts'
import type { BoundData } from './bind-data.ts'
import { checkPath, checkUrl } from './check-source.ts'
import { criteriaInterval } from './criteria-interval.ts'
import { sourceType } from './evidence-of.ts'
import { isLevel, objectsOf, own, textOf } from './odd-data.ts'
import type { Problems } from './problems.ts'

/** `asOf` is left out where the day is not known. */
export function checkPractices(
  data: DescriptionData,
  { elements, scoring }: Framework,
  { standings, organization }: BoundData,
  asOf: string | undefined,
  problems: Problems,
): void {
  for (const element of elements) {
    const standing = standings.get(element.id)!
    const said = own(data.practices, element.id) as object | undefined
    const level = own(said, 'level')
    if (standing.notApplicable) checkNotApplicable(element, standing, isLevel(level), problems)
    else if (standing.criteria.size > 0) checkCriteria(element, standing, level, organization, problems)
    checkEvidence(element.id, own(said, 'evidence'), asOf, problems)
    const { id, reviewed, planned } = standing
    if (planned !== null && asOf !== undefined) checkPlan(id, planned, asOf, scoring.planMonths, problems)
    if (reviewed !== null)
      checkNotAfter(['practices', id, 'reviewed'], `practice ${id} was reviewed on`, reviewed, asOf, problems)
  }
}

/** A date further ahead covers no finding. */
function checkPlan(id: string, planned: string, asOf: string, months: number, problems: Problems): void {
  if (!isCalendarDate(planned) || before(planned, { count: months, unit: 'months' }) <= asOf) return
  problems.value(
    ['practices', id, 'planned'],
    'description/plan-too-far',
    `practice ${id} is planned for ${planned}, more than ${months} months from ${asOf}, so the plan covers no finding`,
    { severity: 'warning', hint: 'name a nearer date, and renew the plan when it comes' },
  )
}

function checkNotApplicable(
  { id, neverNotApplicable }: FrameworkElement,
  { notApplicable, criteria }: Standing,
  leveled: boolean,
  problems: Problems,
): void {
  const path = ['practices', id, 'notApplicable']
  if (neverNotApplicable && notApplicable?.kind !== 'declined')
    problems.key(path, 'description/cannot-be-excluded', `practice ${id} cannot be not applicable`, {
      hint: 'give its level, 0 if nothing is done',
    })
  else if (leveled || criteria.size > 0) {
    const other = leveled ? 'level' : 'criteria'
    problems.key(
      path,
      'description/conflict',
      `practice ${id} is not applicable and has ${leveled ? 'a level' : other}`,
      {
        hint: 'keep one of the two',
        related: { message: `its ${other}`, path: ['practices', id, other] },
      },
    )
  }
}

function checkCriteria(
  element: FrameworkElement,
  { criteria }: Standing,
  level: unknown,
  organization: BoundData['organization'],
  problems: Problems,
): void {
  const path = ['practices', element.id]
  const interval = criteriaInterval(element, criteria, organization)
  if (interval === undefined)
    problems.key(
      [...path, 'criteria'],
      'description/nothing-asked',
      `no criterion of practice ${element.id} applies`,
      {
        hint: 'say "notApplicable:" with a kind and a reason instead',
      },
    )
  else if (isLevel(level) && (level < interval.lowest || level > interval.highest)) {
    const { lowest, highest } = interval
    problems.value(
      [...path, 'level'],
      'description/criteria-win',
      `level of practice ${element.id} is ${level}, but its criteria leave ${lowest === highest ? `only ${lowest}` : `${lowest} to ${highest}`}`,
      {
        severity: 'warning',
        hint: 'the criteria count; correct them or the level',
        related: { message: 'the criteria', path: [...path, 'criteria'] },
      },
    )
  }
}

/** Also of pieces that do not count for another mistake in them. */
function checkEvidence(id: string, pieces: unknown, asOf: string | undefined, problems: Problems): void {
  for (const [index, piece] of objectsOf(pieces)) {
    const type = sourceType(piece)
    const path = ['practices', id, 'evidence', index]
    const source = type === undefined ? '' : String(piece[type])
    const date = textOf(own(piece, 'date'))
    const wrong = type === 'file' ? checkPath(source) : type === 'url' ? checkUrl(source) : undefined
    const name = `evidence ${index + 1} of practice ${id}`
    if (type && wrong)
      problems.value(
        [...path, type],
        `description/bad-${type === 'file' ? 'path' : 'url'}`,
        `${type} ${quote(source)} of ${name} ${wrong.message}`,
        {
          hint: wrong.hint,
        },
      )
    if (date !== null) checkNotAfter([...path, 'date'], `${name} is dated`, date, asOf, problems)
  }
}

/** `what` goes before the date. */
export function checkNotAfter(
  path: readonly (string | number)[],
  what: string,
  date: string,
  asOf: string | undefined,
  problems: Problems,
): void {
  if (asOf !== undefined && date > latestDay(asOf))
    problems.value(
      path,
      'description/future-date',
      `${what} ${date}, after the day of the assessment (${asOf})`,
      {
        severity: 'warning',
      },
    )
}
