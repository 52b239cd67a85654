/** Finds levels that a condition asks for and excludes at once, so that it could never hold. */
import type { Path } from '../types/document.ts'
import { numberOf } from './operands/bounds.ts'
import { elementName } from './operands/element.ts'
import { isMapping, type Mapping } from './operands/shape.ts'

/** Follows mappings and `all`, which need everything to hold; what stands under `any` or `not` may well be false. */
export function contradictionsIn(spec: unknown, path: Path): { path: Path; message: string }[] {
  const ranges = new Map<string, { from: number; to: number }>()
  const problems: { path: Path; message: string }[] = []
  const visit = (condition: unknown, place: Path): void => {
    // Nesting that is too deep is reported elsewhere; here it must only come to an end.
    if (!isMapping(condition) || place.length > 80) return
    for (const [word, operand] of Object.entries(condition)) {
      if (word === 'all' && Array.isArray(operand)) {
        for (const [index, inner] of operand.entries()) visit(inner, [...place, word, index])
      }
      const asked = rangeOf(word, operand)
      if (!asked) continue
      const before = ranges.get(asked.element) ?? { from: 0, to: 5 }
      const range = { from: Math.max(before.from, asked.from), to: Math.min(before.to, asked.to) }
      const possible = before.from <= before.to && asked.from <= asked.to
      if (possible && range.from > range.to) {
        const name = asked.element === 'this' ? 'the element' : asked.element
        problems.push({ path: [...place, word], message: `no level of ${name} fits all that is asked of it` })
      }
      ranges.set(asked.element, range)
    }
  }
  visit(spec, path)
  return problems
}

const thresholds: Readonly<Record<string, { from: number; to: number }>> = {
  have: { from: 3, to: 5 },
  some: { from: 2, to: 5 },
  lack: { from: 0, to: 1 },
}

function rangeOf(word: string, operand: unknown): { element: string; from: number; to: number } | undefined {
  if (Object.hasOwn(thresholds, word)) {
    const element = elementName(isMapping(operand) ? onlyOne(operand.all) : operand)
    return element === undefined ? undefined : { element, ...thresholds[word]! }
  }
  if (word !== 'level' || !isMapping(operand)) return undefined
  const element = elementName((operand as Mapping).of)
  if (element === undefined) return undefined
  return { element, from: numberOf(operand.atLeast) ?? 0, to: numberOf(operand.atMost) ?? 5 }
}

function onlyOne(members: unknown): unknown {
  return Array.isArray(members) && members.length === 1 ? members[0] : undefined
}
