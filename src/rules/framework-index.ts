/** Finds elements of a framework by number, heading, stage and principle, as pack positions. */
import type { ElementId, Framework, FrameworkElement } from '../types/framework.ts'

export interface FrameworkIndex {
  readonly framework: Framework
  readonly elements: readonly FrameworkElement[]
  readonly positions: ReadonlyMap<ElementId, number>
  /** Direct prerequisites by position. */
  readonly needs: readonly (readonly number[])[]
  /** Every element, by position. */
  readonly all: readonly number[]
  /** Each element alone, by position: what `this` stands for. */
  readonly each: readonly (readonly number[])[]
  /** Elements under each heading, at any depth. */
  readonly clauses: ReadonlyMap<string, readonly number[]>
  readonly stages: ReadonlyMap<string, readonly number[]>
  /** Elements that serve each principle, mainly or also. */
  readonly principles: ReadonlyMap<string, readonly number[]>
}

const known = new WeakMap<Framework, FrameworkIndex>()

/** Made once for each framework. */
export function indexFramework(framework: Framework): FrameworkIndex {
  const before = known.get(framework)
  if (before) return before
  const { elements } = framework
  const positions = new Map(elements.map(({ id }, position) => [id, position]))
  const all = elements.map((_, position) => position)
  const where = (holds: (element: FrameworkElement) => boolean) =>
    all.filter((position) => holds(elements[position]!))
  const parents = new Map(framework.clauses.map(({ id, parent }) => [id, parent]))
  const clauses = new Map<string, number[]>(framework.clauses.map(({ id }) => [id, []]))
  for (const position of all) {
    let heading: string | null | undefined = elements[position]!.clause
    for (; heading != null; heading = parents.get(heading)) clauses.get(heading)?.push(position)
  }
  const index: FrameworkIndex = {
    framework,
    elements,
    positions,
    all,
    each: all.map((position) => [position]),
    needs: elements.map(({ needs }) => needs.map(({ element }) => positions.get(element)!)),
    clauses,
    stages: new Map(framework.stages.map((stage) => [stage, where((element) => element.stage === stage)])),
    principles: new Map(
      framework.principles.map(({ id }) => [id, where(({ main, also }) => main === id || also.includes(id))]),
    ),
  }
  known.set(framework, index)
  return index
}
