/** Whether each waiver names one finding, gives a reason a reader can weigh, and still holds. */

import type { DiagnosticCode } from '../diagnostics/diagnostic-codes.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import type { Waiver } from '../types/description.ts'
import type { Framework } from '../types/framework.ts'
import { before, isCalendarDate } from '../util/calendar.ts'
import { quote } from '../util/show.ts'
import type { Problems } from './problems.ts'
import { unknownElement } from './unknown-element.ts'

/** In characters: with fewer, nobody can weigh it. */
export const shortestReason = 15

/**
 * Whether a text is long enough to be a reason. A character of a Chinese, Japanese or Korean script says as much as two or three
 * letters, so it counts double.
 */
export function isReason(text: string): boolean {
  const dense = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0
  return text.trim().length + dense >= shortestReason
}
const noticeDays = 30
const longestDays = 400

export interface WaiverContext {
  /** Left out where the day is not known. */
  readonly asOf: string | undefined
  /** Left out where the rules are not known. */
  readonly ruleIds: readonly string[] | undefined
}

export function checkWaivers(
  waivers: readonly Waiver[],
  framework: Framework,
  { asOf, ruleIds }: WaiverContext,
  problems: Problems,
): void {
  const first = new Map<string, Waiver>()
  for (const waiver of waivers) {
    const { finding, reason, until, path } = waiver
    const same = first.get(finding)
    if (finding !== '' && same)
      problems.value(
        [...path, 'finding'],
        'description/duplicate-id',
        `the finding ${quote(finding)} is waived twice`,
        {
          related: { message: 'first waived here', path: [...same.path, 'finding'] },
        },
      )
    else if (finding !== '') checkFinding(waiver, framework, ruleIds, problems)
    if (!same) first.set(finding, waiver)
    if (reason !== '' && !isReason(reason))
      problems.value(
        [...path, 'reason'],
        'description/bad-waiver',
        `the reason ${quote(reason)} of waiver ${position(waiver)} is too short`,
        {
          hint: `at least ${shortestReason} characters: why the finding is accepted`,
        },
      )
    if (asOf !== undefined && isCalendarDate(until)) checkUntil(waiver, asOf, problems)
  }
}

/** A waiver holds to the end of the day it names. */
function checkUntil(waiver: Waiver, asOf: string, problems: Problems): void {
  const { until, path } = waiver
  const name = `waiver ${position(waiver)}`
  const warn = (code: DiagnosticCode, message: string, hint?: string) =>
    problems.value([...path, 'until'], code, message, { severity: 'warning', hint })
  if (until < asOf)
    warn(
      'description/expired-waiver',
      `${name} held until ${until} and accepts nothing any more`,
      'renew it, or take it out',
    )
  else if (before(until, { count: noticeDays, unit: 'days' }) <= asOf)
    warn(
      'description/waiver-ends-soon',
      `${name} holds until ${until}; after that day its finding counts again`,
      'close the finding, renew the waiver or let it end',
    )
  else if (before(until, { count: longestDays, unit: 'days' }) > asOf)
    warn(
      'description/long-waiver',
      `${name} is to hold until ${until}, more than ${longestDays} days from ${asOf}`,
      'name a nearer day, and renew the waiver when it comes',
    )
}

function checkFinding(
  waiver: Waiver,
  framework: Framework,
  ruleIds: readonly string[] | undefined,
  problems: Problems,
): void {
  const { finding, path } = waiver
  const form = /^([a-z0-9-]{1,100}\/[a-z0-9-]{1,100})@([^@#]{1,100})(?:#.{1,100000})?$/s.exec(finding)
  if (!form) {
    problems.value(
      [...path, 'finding'],
      'description/bad-waiver',
      `waiver ${position(waiver)} names ${quote(finding)}, which is not the id of a finding`,
      { hint: 'write it as the assessment prints it: rule@element' },
    )
    return
  }
  const [, rule = '', place = ''] = form
  const unknown = place === 'organization' ? undefined : unknownElement(place, framework)
  if (unknown)
    problems.value(
      [...path, 'finding'],
      'description/bad-waiver',
      `waiver ${position(waiver)} is about an unknown element: ${unknown.message}`,
      { hint: unknown.hint },
    )
  else if (ruleIds && !ruleIds.includes(rule))
    problems.value(
      [...path, 'finding'],
      'description/unknown-rule',
      `waiver ${position(waiver)} is about a rule that does not exist: ${quote(rule)}`,
      {
        severity: 'warning',
        hint: () => didYouMean(rule, ruleIds) ?? 'ims-gap explain lists the rules',
      },
    )
}

function position({ path }: Waiver): number {
  return Number(path[path.length - 1]) + 1
}
