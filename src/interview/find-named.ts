/** Which elements a name stands for: an element, a clause heading or a principle; and what to say where it is none. */

import { unknownElement } from '../description/unknown-element.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import type { ElementId, Framework } from '../types/framework.ts'
import { listWords, quote } from '../util/show.ts'
import { plainDigits } from './typed-numbers.ts'

export interface UnknownName {
  readonly message: string
  readonly hint: string
}

/** In pack order. A principle stands for the elements that serve it, mainly or also. */
export function findNamed(
  typed: string,
  framework: Framework,
): { readonly elements: readonly ElementId[] } | { readonly unknown: UnknownName } {
  const name = plainDigits(typed.trim())
  const { elements, principles } = framework
  const below = clausesFrom(name, framework)
  const found =
    elements.some(({ id }) => id === name) || below.size > 0
      ? elements.filter(({ id, clause }) => id === name || below.has(clause))
      : elements.filter(({ main, also }) => main === name || also.includes(name))
  if (found.length > 0 || principles.some(({ id }) => id === name))
    return { elements: found.map(({ id }) => id) }
  return { unknown: unknownName(typed, framework) }
}

/** The heading of this number with all that stand under it; nothing where it is no heading. */
function clausesFrom(name: string, { clauses }: Framework): ReadonlySet<string> {
  const below = new Set<string>()
  // Headings come outermost first, so one pass finds all.
  for (const { id, parent } of clauses)
    if (id === name || (parent !== null && below.has(parent))) below.add(id)
  return below
}

function unknownName(name: string, framework: Framework): UnknownName {
  return {
    message: `${quote(name)} is not an element, clause or principle of ${framework.title}`,
    hint: meant(plainDigits(name), framework),
  }
}

function meant(name: string, framework: Framework): string {
  const { principles, clauses, elements } = framework
  const ids = principles.map(({ id }) => id)
  const named = [...principles, ...elements, ...clauses]
  const titled = named.find(({ title }) => title.toLowerCase() === name.trim().toLowerCase())
  if (titled) return `did you mean "${titled.id}"?`
  const number = (name.slice(0, 100).match(/\d{1,4}/g) ?? []).join('.')
  if (number === '') return didYouMean(name, ids) ?? `the principles are ${listWords(ids)}`
  if (named.some(({ id }) => id === number)) return `did you mean "${number}"?`
  return unknownElement(name, framework)!.hint() ?? 'ims-gap explain lists the elements'
}
