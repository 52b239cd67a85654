/** Mistakes of reading and of meaning come in one run, where the first leave the rest of a file as it is. */
import { describe, expect, it } from 'vitest'
import { describe as describeText } from '../../src/assess.ts'

const head = 'ims-gap: 1\nframework: iso-56002:2019\n'
const told = (text: string) =>
  describeText(text, { today: '2026-11-24' }).diagnostics.map(
    ({ code, location }) => `${location?.line} ${code}`,
  )

describe('mistakes of several kinds', () => {
  it('come together with a duplicate key, of which the first counts', () => {
    const text = `${head}organization: { name: A, kind: established, sise: small }
practices:
  4.1.2: { levl: 2 }
  6.4: { level: 2 }
  6.4: { level: 9 }
  8.4: { level: 2 }
  4.2: { level: 9 }
`
    expect(told(text)).toEqual([
      '3 description/unknown-key',
      '5 description/unknown-key',
      '7 source/duplicate-key',
      '8 description/unknown-element',
      '9 description/wrong-number',
    ])
  })

  it('come together with foreign digits and quotes, each once', () => {
    const text = `${head}organization: { name: A, kind: established, size: small }
practices:
  4.1.2: { level: ٣ }
  6.4: { owner: “Ana”, level: 9 }
  4.2: { level: 9 }
`
    expect(told(text)).toEqual([
      '5 source/foreign-digits',
      '6 source/smart-quotes',
      '7 description/wrong-number',
    ])
  })

  it('wait for what may change the meaning of the rest', () => {
    const text = `${head}organization: { name: A, kind: established, size: small }
practices:
  4.1.2: &anchor { level: 7 }
  4.2: { level: 9 }
`
    expect(told(text)).toEqual(['5 source/anchor'])
  })
})
