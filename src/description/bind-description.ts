/** Lays a description over a framework and says everything that is wrong with what it means, each with its place. */
import { capDiagnostics } from '../diagnostics/cap-diagnostics.ts'
import { diagnose } from '../diagnostics/diagnose.ts'
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import { isPracticeField } from '../schema/check-practice-indent.ts'
import { isBlank } from '../schema/shape-data.ts'
import { unknownCriterion } from '../schema/unknown-criterion.ts'
import type { Description } from '../types/description.ts'
import type { DescriptionData } from '../types/description-data.ts'
import { type DocumentNode, nodeAt, type Path } from '../types/document.ts'
import type { FileFact } from '../types/file-facts.ts'
import type { Framework, Level } from '../types/framework.ts'
import { isCalendarDate } from '../util/calendar.ts'
import { listWords, quote } from '../util/show.ts'
import { bindData } from './bind-data.ts'
import { checkPractices } from './check-practices.ts'
import { checkRegisters } from './check-registers.ts'
import { checkWaivers } from './check-waivers.ts'
import { isObject, own, textOf } from './odd-data.ts'
import { Problems } from './problems.ts'
import { unknownElement } from './unknown-element.ts'

export interface BindOptions {
  readonly file: string
  readonly sha256: () => string
  /** Over the date in the file. */
  readonly asOf?: string
  /** Where neither says a day. */
  readonly today?: string
  /** Target level for every element, over everything the file says. */
  readonly target?: Level
  /** The ids of the pack's rules; without them, a waiver may name any rule. */
  readonly ruleIds?: readonly string[]
  /** What was found of the files cited as evidence; left out where they were not looked at. */
  readonly files?: ReadonlyMap<string, FileFact> | undefined
}

/** `data` may lack what was wrong with its shape (see `checkDescriptionShape`); a description of that is good for nothing. */
export function bindDescription(
  root: DocumentNode,
  data: DescriptionData,
  framework: Framework,
  { file, sha256, asOf: given, today, target, ruleIds, files }: BindOptions,
): { description?: Description; diagnostics: readonly Diagnostic[] } {
  const problems = new Problems(root)
  const asOf = given ?? textOf(data.assessment?.date) ?? today
  const dated = asOf !== undefined && isCalendarDate(asOf)
  const bound = bindData(data, framework, {
    asOf: dated ? asOf : '0001-01-01',
    ...(target !== undefined && { target }),
    files,
  })
  const day = dated ? asOf : undefined
  if (checkNames(data, framework, problems)) {
    checkPractices(data, framework, bound, day, problems)
    checkRegisters(data, framework, day, problems)
    checkWaivers(bound.waivers, framework, { asOf: day, ruleIds }, problems)
  }
  checkAssessed(bound.assessment.date, today, problems)
  // A date that is there and wrong has its own diagnostic.
  const undated = dated || (asOf === undefined && problems.has(['assessment', 'date'])) ? [] : [noDate(asOf)]
  const diagnostics = capDiagnostics([...undated, ...problems.list()], 'description/more')
  if (!dated || hasErrors(diagnostics)) return { diagnostics }
  return { description: { file, sha256, root, ...bound }, diagnostics }
}

/** An assessment that is yet to come: most likely the year is mistyped, and all evidence would be old. */
function checkAssessed(date: string | null, today: string | undefined, problems: Problems): void {
  if (date === null || today === undefined || date <= today) return
  problems.value(
    ['assessment', 'date'],
    'description/future-date',
    `the assessment is dated ${date}, after today (${today})`,
    { severity: 'warning', hint: 'check the year; evidence and waivers are judged by that day' },
  )
}

function noDate(asOf: string | undefined): Diagnostic {
  return diagnose({
    code: 'description/no-date',
    message: asOf === undefined ? 'there is no day to assess at' : `${quote(asOf)} is not a day (YYYY-MM-DD)`,
    hint: 'write "assessment: { date: YYYY-MM-DD }" in the file, or give --as-of',
  })
}

/** False where the numbers of the file mean something else, so that nothing more can be said of what they stand for. */
function checkNames(data: DescriptionData, framework: Framework, problems: Problems): boolean {
  if (!checkFramework(data.framework, framework, problems)) return false
  const principles = framework.principles.map(({ id }) => id)
  checkPrinciples(data.targets?.principles, ['targets', 'principles'], principles, problems)
  checkPrinciples(data.weights?.principles, ['weights', 'principles'], principles, problems)
  const weights = principles.map((id) => own(data.weights?.principles, id))
  if (weights.length > 0 && weights.every((weight) => weight === 0))
    problems.key(['weights', 'principles'], 'description/no-weight', 'every principle weighs 0', {
      hint: 'give at least one a weight above 0',
    })
  checkElements(Object.keys(data.targets?.elements ?? {}), ['targets', 'elements'], framework, problems)
  checkElements(
    keysOf(data.practices, ['practices'], problems, () => true),
    ['practices'],
    framework,
    problems,
  )
  for (const { id, criteria } of framework.elements) {
    const answered = own(own(data.practices, id) as object | undefined, 'criteria')
    if (isObject(answered))
      checkCriteria(
        keysOf(answered, ['practices', id, 'criteria'], problems, isBlank),
        id,
        criteria.map((criterion) => criterion.id),
        problems,
      )
  }
  return true
}

/**
 * The keys of a mapping, which may be wrong also where their values are not in the data: being blank, or of another shape. Of
 * criteria the shape has been checked together with their names.
 */
function keysOf(
  keyed: Readonly<Record<string, unknown>> | undefined,
  path: Path,
  { root }: Problems,
  also: (value: DocumentNode) => boolean,
): readonly string[] {
  const node = nodeAt(root, path)
  if (keyed === undefined || node?.kind !== 'mapping') return []
  return node.entries
    .filter(({ name, value }) => Object.hasOwn(keyed, name) || (also(value) && !isPracticeField(name)))
    .map(({ name }) => name)
}

/** False where the numbers most likely mean something else, so that complaining about each would only bury the cause. */
function checkFramework(
  name: string | undefined,
  { id, edition, title }: Framework,
  problems: Problems,
): boolean {
  const right = `${id}:${edition}`
  if (name === undefined || name === right) return true
  const sameWords = plain(name) === plain(right) || plain(name) === plain(id)
  problems.value(
    ['framework'],
    'description/other-framework',
    `the description is written for ${quote(name)} and read with "${right}"`,
    {
      hint: sameWords
        ? `write ${right}`
        : `write ${right} if it is about ${title}, else give its pack with --pack`,
    },
  )
  return sameWords
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function checkPrinciples(
  keyed: Readonly<Record<string, unknown>> | undefined,
  path: Path,
  known: readonly string[],
  problems: Problems,
): void {
  for (const key of Object.keys(keyed ?? {}))
    if (!known.includes(key))
      problems.key(
        [...path, key],
        'description/unknown-principle',
        `there is no principle ${quote(key, 40)}`,
        {
          hint: () => didYouMean(key, known) ?? `the principles are ${listWords(known)}`,
        },
      )
}

function checkElements(keys: readonly string[], path: Path, framework: Framework, problems: Problems): void {
  for (const key of keys) {
    const unknown = unknownElement(key, framework)
    if (unknown)
      problems.key([...path, key], 'description/unknown-element', unknown.message, { hint: unknown.hint })
  }
}

function checkCriteria(
  answered: readonly string[],
  element: string,
  known: readonly string[],
  problems: Problems,
): void {
  for (const key of answered) {
    if (known.includes(key)) continue
    const { message, hint } = unknownCriterion(key, element, known)
    problems.key(['practices', element, 'criteria', key], 'description/unknown-criterion', message, { hint })
  }
}
