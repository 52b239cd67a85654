/** Checks prerequisites: that they exist, are named once, and that nothing waits for itself, the foundation's gate included. */
import { quote } from '../util/show.ts'
import type { PackData } from './pack-data.ts'
import type { Reporter } from './reporter.ts'

export function checkNeeds({ elements }: PackData, report: Reporter): void {
  const ids = Object.keys(elements)
  for (const [id, { needs = [], foundation }] of Object.entries(elements)) {
    needs.forEach(({ element }, index) => {
      const path = ['elements', id, 'needs', index, 'element']
      if (!report.known(path, element, 'element', ids)) return
      if (needs.findIndex((other) => other.element === element) < index) {
        report.value(path, 'pack/duplicate-id', `element ${id} names ${quote(element)} twice`)
      } else if (foundation && !elements[element]!.foundation) {
        report.value(
          path,
          'pack/cyclic',
          `${id} belongs to the foundation and cannot need ${element}, which itself waits for the foundation`,
          'make both part of the foundation, or drop the prerequisite',
        )
      }
    })
  }
  const circle = findCircle(elements)
  if (circle) {
    report.key(
      ['elements', circle[0]!, 'needs'],
      'pack/cyclic',
      `these elements wait for each other: ${showCircle(circle)}`,
      'drop one of these prerequisites',
    )
  }
}

function showCircle(circle: readonly string[]): string {
  const shown = circle.length > 10 ? [...circle.slice(0, 9), '…'] : circle
  return [...shown, circle[0]!].join(' -> ')
}

/** One circle of prerequisites, if there is any, starting at its first element in pack order. */
function findCircle(elements: PackData['elements']): string[] | undefined {
  const done = new Set<string>()
  const visit = (id: string, trail: string[]): string[] | undefined => {
    if (trail.includes(id)) return trail.slice(trail.indexOf(id))
    if (done.has(id)) return undefined
    for (const { element } of elements[id]?.needs ?? []) {
      const circle = visit(element, [...trail, id])
      if (circle) return circle
    }
    done.add(id)
    return undefined
  }
  for (const id of Object.keys(elements)) {
    const circle = visit(id, [])
    if (circle) return circle
  }
  return undefined
}
