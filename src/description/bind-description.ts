/** Lays a description over a framework and says everything that is wrong with what it means, each with its place. */

import { capDiagnostics } from '../diagnostics/cap-diagnostics.ts'
import { diagnose } from '../diagnostics/diagnose.ts'
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import type { Description } from '../types/description.ts'
import type { DescriptionData } from '../types/description-data.ts'
import type { DocumentNode } from '../types/document.ts'
import type { FileFact } from '../types/file-facts.ts'
import type { Framework, Level } from '../types/framework.ts'
import { isCalendarDate } from '../util/calendar.ts'
import { quote } from '../util/show.ts'
import { bindData } from './bind-data.ts'
import { checkNames } from './check-names.ts'
import { checkPractices } from './check-practices.ts'
import { checkRegisters } from './check-registers.ts'
import { checkWaivers } from './check-waivers.ts'
import { textOf } from './odd-data.ts'
import { Problems } from './problems.ts'

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
    checkPractices(data, framework.elements, bound, day, problems)
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
