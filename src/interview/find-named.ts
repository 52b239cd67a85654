/** Which elements a name stands for: an element, a clause heading or a principle; and what to say where it is none. */
import type { ElementId, Framework } from '../core/framework.ts'
import { listWords, quote } from '../core/show.ts'
import { didYouMean } from '../core/suggest.ts'
import { unknownElement } from '../description/unknown-element.ts'

export interface UnknownName {
  readonly message: string
  readonly hint: string
}

/** In pack order. A principle stands for the elements that serve it, mainly or also. */
export function findNamed(
  name: string,
  framework: Framework,
): { readonly elements: readonly ElementId[] } | { readonly unknown: UnknownName } {
  const { elements, principles } = framework
  const below = clausesFrom(name, framework)
  const found =
    elements.some(({ id }) => id === name) || below.size > 0
      ? elements.filter(({ id, clause }) => id === name || below.has(clause))
      : elements.filter(({ main, also }) => main === name || also.includes(name))
  if (found.length > 0 || principles.some(({ id }) => id === name))
    return { elements: found.map(({ id }) => id) }
  return { unknown: unknownName(name, framework) }
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
  const ids = framework.principles.map(({ id }) => id)
  const numbered = /\p{Nd}/u.test(name)
  const titled = framework.principles.find(({ title }) => title.toLowerCase() === name.toLowerCase())
  const clauses = framework.clauses.map(({ id }) => id)
  const hint =
    (titled && `did you mean "${titled.id}"?`) ??
    (numbered ? unknownElement(name, framework)?.hint() : didYouMean(name, ids)) ??
    (numbered ? didYouMean(name, clauses) : undefined) ??
    `the principles are ${listWords(ids)}`
  return { message: `${quote(name)} is no element, clause or principle of ${framework.title}`, hint }
}
