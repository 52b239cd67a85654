/** How far an interview has come: what is answered of what is asked, overall and per principle. */
import type { Description } from '../types/description.ts'
import type { ElementId, Framework, FrameworkElement, PrincipleId } from '../types/framework.ts'
import type { Depth } from './depth.ts'
import { isAnswered } from './is-answered.ts'
import { scanElements } from './scan-elements.ts'

/** `answered` counts what is not applicable, `asked` too, so that every answer moves it by one. */
interface Count {
  readonly answered: number
  readonly asked: number
  /** Of those asked, how many are not out of scope. */
  readonly inScope: number
}

export interface Progress {
  readonly overall: Count
  /** In pack order; every element counts once, for the principle it mainly serves. */
  readonly principles: readonly (Count & { readonly id: PrincipleId; readonly title: string })[]
}

/** `among`: only these elements are asked; default: all that the depth asks. */
export function progressOf(
  framework: Framework,
  { standings, organization }: Pick<Description, 'standings' | 'organization'>,
  depth: Depth,
  among?: readonly ElementId[],
): Progress {
  const asked = new Set(
    among ?? (depth === 'scan' ? scanElements(framework) : framework.elements.map(({ id }) => id)),
  )
  const count = (elements: readonly FrameworkElement[]): Count => {
    const these = elements.filter(({ id }) => asked.has(id))
    return {
      answered: these.filter((element) =>
        isAnswered(element, standings.get(element.id)!, organization, depth),
      ).length,
      asked: these.length,
      inScope: these.filter(({ id }) => standings.get(id)!.state !== 'not-applicable').length,
    }
  }
  return {
    overall: count(framework.elements),
    principles: framework.principles.map(({ id, title }) => ({
      id,
      title,
      ...count(framework.elements.filter(({ main }) => main === id)),
    })),
  }
}
