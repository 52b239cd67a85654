/** What a step needs of other elements: its prerequisites, and the foundation for everything above the gate. */
import type { ElementId, Framework, FrameworkElement, Level } from '../types/framework.ts'

/**
 * The level of every other element that raising `element` to `to` calls for; what its earlier steps need is never
 * more. Only levels above 0, each element once.
 */
export function needsOf(
  framework: Framework,
  element: FrameworkElement,
  to: Level,
): ReadonlyMap<ElementId, Level> {
  const needs = new Map<ElementId, Level>()
  const need = (id: ElementId, level: number) => {
    if (level > (needs.get(id) ?? 0)) needs.set(id, level as Level)
  }
  for (const { element: other, lag } of element.needs) need(other, to - lag)
  const { from, foundation } = framework.ranking.gate
  if (!element.foundation && to >= from)
    for (const other of framework.elements) if (other.foundation) need(other.id, foundation)
  return needs
}
