/** Whether the entries of the registers have ids of their own, refer to what is there and end after they start. */

import { didYouMean } from '../diagnostics/suggest.ts'
import type { DescriptionData } from '../types/description-data.ts'
import type { Path } from '../types/document.ts'
import { type Framework, registerNames } from '../types/framework.ts'
import { listWords, quote, showSafely } from '../util/show.ts'
import { checkNotAfter } from './check-practices.ts'
import { objectsOf, own, textOf, textsOf } from './odd-data.ts'
import type { Problems } from './problems.ts'
import { unknownElement } from './unknown-element.ts'

export function checkRegisters(
  data: DescriptionData,
  framework: Framework,
  asOf: string | undefined,
  problems: Problems,
): void {
  for (const register of registerNames) {
    const items = objectsOf(own(data, register))
    checkIds(register, items, problems)
    for (const [index, item] of items) {
      const path = [register, index]
      const name = `${singular[register]} ${index + 1}`
      checkBasedOn(own(item, 'basedOn'), path, name, framework, problems)
      const started = textOf(own(item, 'started'))
      const ended = textOf(own(item, 'ended'))
      if (started !== null && ended !== null && ended < started)
        problems.value(
          [...path, 'ended'],
          'description/backwards',
          `${name} ended on ${ended}, before it started on ${started}`,
          {
            related: { message: 'its start', path: [...path, 'started'] },
          },
        )
      for (const [field, what] of past) {
        const date = textOf(own(item, field))
        if (date !== null) checkNotAfter([...path, field], `${name} ${what} on`, date, asOf, problems)
      }
    }
  }
  checkObjectives(data, problems)
}

/** Days that tell what has happened. */
const past = [
  ['started', 'started'],
  ['ended', 'ended'],
  ['last', 'was last measured'],
] as const

const singular = {
  objectives: 'objective',
  initiatives: 'initiative',
  indicators: 'indicator',
  risks: 'risk',
} as const

function checkIds(
  register: string,
  items: readonly [number, Record<string, unknown>][],
  problems: Problems,
): void {
  const first = new Map<string, number>()
  for (const [index, item] of items) {
    const id = textOf(own(item, 'id'))
    if (id === null) continue
    const path = [register, index, 'id']
    const same = first.get(id.normalize('NFC'))
    if (showSafely(id) !== id)
      problems.value(path, 'description/bad-id', `id ${quote(id)} has characters that cannot be seen`)
    else if (same === undefined) first.set(id.normalize('NFC'), index)
    else
      problems.value(path, 'description/duplicate-id', `the id ${quote(id)} is used twice in ${register}`, {
        related: { message: 'first used here', path: [register, same, 'id'] },
      })
  }
}

function checkBasedOn(
  said: unknown,
  path: Path,
  name: string,
  framework: Framework,
  problems: Problems,
): void {
  for (const [index, id] of Array.isArray(said) ? said.entries() : []) {
    const unknown = typeof id === 'string' ? unknownElement(id, framework) : undefined
    if (unknown)
      problems.value(
        [...path, 'basedOn', index],
        'description/dangling-reference',
        `${name} is based on an unknown element: ${unknown.message}`,
        { hint: unknown.hint },
      )
  }
}

function checkObjectives(data: DescriptionData, problems: Problems): void {
  const objectives: unknown = own(data, 'objectives')
  const ids = textsOf(objectsOf(objectives).map(([, item]) => own(item, 'id')))
  const known = new Set(ids)
  // Where the register has mistakes, the id may be among what could not be read.
  const complete =
    objectives === undefined ? !problems.has(['objectives']) : ids.length === (objectives as unknown[]).length
  if (!complete) return
  for (const [index, item] of objectsOf(own(data, 'initiatives'))) {
    const objective = textOf(own(item, 'objective'))
    if (objective === null || known.has(objective)) continue
    problems.value(
      ['initiatives', index, 'objective'],
      'description/dangling-reference',
      `initiative ${index + 1} serves the objective ${quote(objective)}, which is not in the file`,
      {
        hint: () =>
          didYouMean(objective, ids) ??
          (ids.length === 0
            ? 'write the id of an entry of "objectives:"'
            : `the objectives are ${listWords(ids.map((id) => quote(id, 40)))}`),
      },
    )
  }
}
