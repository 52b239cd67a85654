/** Whether a description speaks about this framework, and whether its elements, criteria and principles are known there. */

import { didYouMean } from '../diagnostics/suggest.ts'
import { isPracticeField } from '../schema/check-practice-indent.ts'
import { isBlank } from '../schema/shape-data.ts'
import { unknownCriterion } from '../schema/unknown-criterion.ts'
import type { DescriptionData } from '../types/description-data.ts'
import { type DocumentNode, nodeAt, type Path } from '../types/document.ts'
import type { Framework } from '../types/framework.ts'
import { listWords, quote } from '../util/show.ts'
import { isObject, own } from './odd-data.ts'
import type { Problems } from './problems.ts'
import { unknownElement } from './unknown-element.ts'

/** False where the numbers of the file mean something else, so that nothing more can be said of what they stand for. */
export function checkNames(data: DescriptionData, framework: Framework, problems: Problems): boolean {
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
