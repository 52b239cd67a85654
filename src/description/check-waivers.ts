/** Whether each waiver names one finding, gives a reason a reader can weigh, and still holds. */
import type { Waiver } from '../core/description.ts'
import type { Framework } from '../core/framework.ts'
import { quote } from '../core/show.ts'
import { didYouMean } from '../core/suggest.ts'
import type { Problems } from './problems.ts'
import { unknownElement } from './unknown-element.ts'

const shortestReason = 15

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
    if (reason !== '' && reason.trim().length < shortestReason)
      problems.value(
        [...path, 'reason'],
        'description/bad-waiver',
        `the reason ${quote(reason)} of waiver ${position(waiver)} says too little`,
        {
          hint: `at least ${shortestReason} characters: why the finding is accepted`,
        },
      )
    if (asOf !== undefined && until !== '' && until < asOf)
      problems.value(
        [...path, 'until'],
        'description/expired-waiver',
        `waiver ${position(waiver)} held until ${until}; its finding counts again`,
        {
          severity: 'warning',
        },
      )
  }
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
