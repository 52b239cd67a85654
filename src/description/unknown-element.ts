/** What to say of a number that is no element: a heading, a number of a neighbouring document, one too deep, a typo. */

import { didYouMean, suggest } from '../diagnostics/suggest.ts'
import type { Framework } from '../types/framework.ts'
import { listWords, quote } from '../util/show.ts'

export interface UnknownElement {
  readonly message: string
  /** Looks at every title, so it is asked for only where it will be shown. */
  hint(): string | undefined
}

/** `undefined` where `id` is an element of the framework. */
export function unknownElement(id: string, framework: Framework): UnknownElement | undefined {
  if (framework.elements.some((element) => element.id === id)) return undefined
  const heading = headingText(id, framework)
  if (heading !== undefined) return { message: heading, hint: () => 'answer for its elements' }
  const message = `${quote(id, 40)} is not an element`
  const elsewhere = framework.crosswalk.find(({ from }) => from === id)
  if (elsewhere) {
    const here =
      elsewhere.to.length === 0
        ? (elsewhere.note ?? 'nothing here treats the same matter')
        : `here that is ${listWords(elsewhere.to.map((to) => named(to, framework)))}`
    return {
      message: `${message} here; in ${framework.crosswalkDocument ?? 'a neighbouring document'} it is ${quote(elsewhere.title)}`,
      hint: () => here,
    }
  }
  return { message, hint: () => closest(id, framework) }
}

function headingText(id: string, { clauses, elements }: Framework): string | undefined {
  if (!clauses.some((clause) => clause.id === id)) return undefined
  const below = new Set([id])
  // Headings come outermost first, so one pass finds all that stand under this one.
  for (const { id: clause, parent } of clauses) if (parent !== null && below.has(parent)) below.add(clause)
  const its = elements.filter(({ clause }) => below.has(clause)).map((element) => element.id)
  return `${id} is a heading; its elements are ${listWords(its)}`
}

function closest(id: string, framework: Framework): string | undefined {
  const ids = framework.elements.map((element) => element.id)
  const number = numberIn(id)
  if (number !== id && ids.includes(number)) return `did you mean "${number}"?`
  const parts = id.split('.')
  // 7.10 is what some programs make of 7.1, and 6.4.1 asks for more detail than there is.
  const shorter = [id.endsWith('0') ? id.slice(0, -1) : id, parts.slice(0, -1).join('.')].filter(
    (it) => it !== id,
  )
  for (const candidate of shorter) {
    const heading = headingText(candidate, framework)
    if (ids.includes(candidate)) return `did you mean "${named(candidate, framework)}"?`
    if (heading !== undefined && candidate.includes('.')) return heading
  }
  const title = suggest(
    id,
    framework.elements.map((element) => element.title),
  )[0]
  const titled = framework.elements.find((element) => element.title === title)
  if (titled) return `did you mean "${titled.id}" (${titled.title})?`
  const siblings = ids.filter((it) => it.startsWith(`${parts.slice(0, -1).join('.')}.`))
  return didYouMean(id, siblings) ?? didYouMean(id, ids) ?? 'ims-gap explain lists the elements'
}

/** The number inside a key such as `4.1.2.`, `4,1,2`, `clause 4.1.2` or one with Arabic-Indic digits. */
function numberIn(text: string): string {
  const western = text
    .slice(0, 100)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16))
  return (western.match(/\d{1,4}/g) ?? []).map(Number).join('.')
}

function named(id: string, { elements }: Framework): string {
  const title = elements.find((element) => element.id === id)?.title
  return title === undefined ? id : `${id} (${title})`
}
