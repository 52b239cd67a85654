/** Where in the file a finding shows: one main place, and the others that played a part. */
import type { Finding, Reason } from '../types/assessment.ts'
import type { Description, RegisterItem } from '../types/description.ts'
import type { Path } from '../types/document.ts'
import type { ElementId } from '../types/framework.ts'
import type { Location } from '../types/location.ts'
import { quote } from '../util/show.ts'
import { locateAnswer } from './locate-answer.ts'

export interface Clues {
  readonly element: ElementId | null
  readonly item: RegisterItem | null
  /** Whether the rule speaks about each element: then the place is the element, whatever it is compared with. */
  readonly eachElement: boolean
  readonly lacking: readonly ElementId[]
  readonly reasons: readonly Reason[]
}

/**
 * The item where a rule speaks about one; else the answer of the element that a rule speaks about on its own; else of
 * what is lacking, else of the element the finding points at, else the first input the file has. Every other input is related, the first hundred of them. One place is named once.
 */
export function locateFinding(
  { root, standings }: Description,
  { element, item, eachElement, lacking, reasons }: Clues,
): Pick<Finding, 'location' | 'related'> {
  const inItem = item ? [reasons.find(({ path }) => isWithin(path, item.path))?.path ?? item.path] : []
  const pointedAt = element === null ? [] : [element]
  const answers = (eachElement ? [...pointedAt, ...lacking] : [...lacking, ...pointedAt]).map(
    (id) => standings.get(id)!.path,
  )
  const location = firstOf(
    [...inItem, ...answers, ...reasons.map(({ path }) => path)].map((path) => () => locateAnswer(root, path)),
  )
  const taken = new Set(location && [placeOf(location)])
  const related: Finding['related'][number][] = []
  for (const reason of reasons) {
    if (related.length === mostRelated) break
    const place = locateAnswer(root, reason.path)
    if (!place || taken.has(placeOf(place))) continue
    taken.add(placeOf(place))
    related.push({ message: describeReason(reason), location: place })
  }
  return { location: location ?? null, related }
}

/** Places are for going there; the reasons hold every input, however many. */
const mostRelated = 100

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((step, index) => path[index] === step)
}

function firstOf<Value>(attempts: readonly (() => Value | undefined)[]): Value | undefined {
  for (const attempt of attempts) {
    const value = attempt()
    if (value !== undefined) return value
  }
  return undefined
}

function placeOf({ line, column }: Location): string {
  return `${line}:${column}`
}

function describeReason({ path, expected, found }: Reason): string {
  const name = (path[0] === 'practices' ? path.slice(1) : path).join(' ')
  const shown = found === null ? 'nothing' : typeof found === 'string' ? quote(found) : String(found)
  return `${name}: ${expected}, found ${shown}`
}
