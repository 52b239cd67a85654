/** A question about the organization that comes again shows what was answered, and Enter keeps it. */
import { describe, expect, it } from 'vitest'
import { play } from './script.ts'

const begun = `ims-gap: 1
framework: iso-56002:2019
organization: { name: Small Firm, kind: established, size: small }
assessment: { date: 2026-10-01 }
`
const marked = (shown: string) => shown.match(/^.* Current answer\.$/gm) ?? []

describe('going back to a question about the organization', () => {
  it('marks the target that was chosen', async () => {
    const lines = [':skip', ':skip', ':skip', '4', ':back', '']
    const { shown, text, state } = await play(begun, lines)
    const again = shown.slice(shown.lastIndexOf('Which level is your target?'))
    expect(marked(again)).toEqual(['4, managed: for every element. Current answer.'])
    expect(again).toContain('Type a number; Enter keeps the current answer')
    expect(text).toContain('default: 4')
    expect(state.step.kind).toBe('element')
  })

  it('says from the start that the targets of the pack hold', async () => {
    const { shown, text } = await play(begun, [':skip', ':skip', ':skip', ''])
    expect(marked(shown)).toEqual([
      'p, profile: the default for "Established small firm": 3, with exceptions. Current answer.',
    ])
    expect(text).toBe(begun)
  })

  it('marks each of several', async () => {
    const { shown, text } = await play(begun, ['1, 3', ':back', ''])
    expect(marked(shown)).toEqual([
      '1, product: goods. Current answer.',
      '3, process: ways of working. Current answer.',
    ])
    expect(text).toContain('[product, process]')
  })

  it('says that Enter leaves open what nobody answered', async () => {
    const { shown } = await play(begun, [])
    expect(marked(shown)).toEqual([])
    expect(shown).toContain('Enter skips')
  })
})
