/** Descriptions for tests of the interview: YAML in, bound to the built-in pack or another; right ones only. */
import { describe } from '../../src/assess.ts'
import { builtinPack } from '../../src/builtin.ts'
import type { Description } from '../../src/types/description.ts'

const head = `ims-gap: 1
assessment: { date: 2026-10-01 }
`

/** `practices` is what stands below that key, one line or more; `more` goes before it. */
export function described(
  practices = '',
  { more = '', organization = '{ name: Test, kind: established, size: medium }', pack = builtinPack() } = {},
): Description {
  const { id, edition } = pack.framework
  const text = `${head}framework: "${id}:${edition}"\norganization: ${organization}\n${more}practices:\n${indent(practices)}`
  const { description, diagnostics } = describe(text, { pack, file: 'org.yaml' })
  if (!description) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return description
}

function indent(lines: string): string {
  return lines
    .split('\n')
    .map((line) => (line === '' ? line : `  ${line}`))
    .join('\n')
}
