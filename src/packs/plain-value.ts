/**
 * Reads the free parts of a pack (conditions, examples) as data. A plain scalar is a number only where it is a whole number
 * in plain decimal form, so that an unquoted `7.10` stays the name of an element.
 */
import type { DocumentNode } from '../types/document.ts'

/** Objects have a null prototype and keep their keys as written. */
export function plainValue(node: DocumentNode): unknown {
  if (node.kind === 'sequence') return node.items.map(plainValue)
  if (node.kind === 'mapping') {
    const object: Record<string, unknown> = Object.create(null)
    for (const { name, value } of node.entries) object[name] = plainValue(value)
    return object
  }
  if (!node.plain) return node.text
  if (/^-?(0|[1-9]\d{0,14})$/.test(node.text)) return Number(node.text)
  return typeof node.value === 'boolean' || node.value === null ? node.value : node.text
}
