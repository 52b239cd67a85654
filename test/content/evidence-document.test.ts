/** The pages about evidence name every rule, field and state there is, and quote what the program says. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/assess.ts'
import { builtinPack } from '../../src/builtin.ts'
import { pieceFields } from '../../src/rules/operands/piece-fields.ts'

const read = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
const evidence = read('evidence.md')
const packs = read('packs.md')

describe('docs/evidence.md', () => {
  it.each(
    builtinPack()
      .rules.filter(({ each }) => each === 'evidence')
      .map(({ id }) => id),
  )('names %s', (id) => {
    expect(evidence).toContain(`\`${id}\``)
  })

  it('quotes a finding as it is stated, and waives it by its id', () => {
    const { assessment } = assess(
      `ims-gap: 1
framework: iso-56002:2019
organization: { name: Small Firm, kind: established, size: small }
assessment: { date: 2026-10-01 }
practices:
  4.1.2:
    level: 3
    evidence: [{ file: evidence/scan-2026.md, kind: record }]
`,
      { lookAtFiles: () => new Map() },
    )
    const { id, message } = assessment!.findings.find(({ item }) => item !== undefined)!
    expect(evidence.replace(/\s+/g, ' ')).toContain(message)
    expect(evidence).toContain(`finding: ${id}`)
  })
})

describe('docs/packs.md', () => {
  it.each([...pieceFields])('names the field %s of a piece with its words', (name, form) => {
    const row = packs
      .split('\n')
      .find((line) => line.startsWith('| `') && line.split('|')[1]!.includes(`\`${name}\``))
    expect(row).toBeDefined()
    for (const word of typeof form === 'string' ? [] : form) if (name !== 'kind') expect(row).toContain(word)
  })
})
