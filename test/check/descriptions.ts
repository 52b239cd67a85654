/** Short descriptions for tests of gates: practices as given, or every element at one level. */
import { builtinPack } from '../../src/builtin.ts'

const head = `ims-gap: 1
framework: iso-56002:2019
organization: { name: Small Firm, kind: established, size: small }
assessment: { date: 2026-10-01 }
practices:`

export function text(practices: Readonly<Record<string, string>>): string {
  const lines = Object.entries(practices).map(([id, answer]) => `\n  ${id}: ${answer}`)
  return `${head}${lines.length === 0 ? ' {}' : lines.join('')}\n`
}

export function full(level: number): string {
  return text(
    Object.fromEntries(builtinPack().framework.elements.map(({ id }) => [id, `{ level: ${level} }`])),
  )
}
