import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinPack } from '../../src/builtin.ts'
import { scanElements } from '../../src/interview/scan-elements.ts'
import type { Framework } from '../../src/types/framework.ts'
import { smallFramework } from '../fixtures/framework.ts'
import { load } from '../packs/tiny-pack.ts'

const { framework } = builtinPack()
const serves = (framework: Framework, principle: string, id: string) => {
  const { main, also } = framework.elements.find((element) => element.id === id)!
  return main === principle || also.includes(principle)
}

/** `count` elements with these importances, spread over these principles, each needing the one before now and then. */
const frameworks = fc
  .record({
    principles: fc.integer({ min: 1, max: 25 }),
    elements: fc.array(
      fc.record({
        importance: fc.integer({ min: 1, max: 5 }),
        main: fc.nat(24),
        also: fc.nat(30),
        needs: fc.boolean(),
      }),
      { minLength: 1, maxLength: 70 },
    ),
  })
  .map(({ principles, elements }): Framework => {
    const small = smallFramework()
    const name = (number: number) => `p${number}`
    return {
      ...small,
      principles: Array.from({ length: principles }, (_, number) => ({
        id: name(number),
        title: name(number),
      })),
      elements: elements.map(({ importance, main, also, needs }, index) => ({
        ...small.elements[3]!,
        id: `1.${index + 1}`,
        main: name(main % principles),
        also: also < principles && also !== main % principles ? [name(also)] : [],
        importance,
        foundation: false,
        needs: needs && index > 0 ? [{ element: `1.${index}`, lag: 1 }] : [],
      })),
    }
  })

describe('the elements of a scan', () => {
  it('are 16 to 20 of the built-in pack, in its order', () => {
    const chosen = scanElements(framework)
    expect(chosen).toEqual([
      '4.1.2',
      '4.1.3',
      '4.4.2',
      '5.1.1',
      '5.1.2',
      '5.1.4',
      '5.3',
      '6.3',
      '6.4',
      '7.1.3',
      '7.1.5',
      '7.2',
      '7.7',
      '8.1',
      '8.3.4',
      '8.3.6',
      '9.1.1',
      '9.1.2',
    ])
  })

  it('hold everything the rest rests on and what weighs most', () => {
    const chosen = scanElements(framework)
    const must = framework.elements.filter(({ foundation, importance }) => foundation || importance === 5)
    expect(chosen).toEqual(expect.arrayContaining(must.map(({ id }) => id)))
  })

  it('know at least a third of each principle', () => {
    const chosen = new Set(scanElements(framework))
    for (const { id: principle } of framework.principles) {
      const weight = (ids: readonly string[]) =>
        ids.reduce((sum, id) => {
          const { main, importance } = framework.elements.find((element) => element.id === id)!
          return sum + importance * (main === principle ? 2 : serves(framework, principle, id) ? 1 : 0)
        }, 0)
      const all = framework.elements.map(({ id }) => id)
      expect(weight([...chosen]) / weight(all), principle).toBeGreaterThan(1 / 3)
    }
  })

  it('are all of a pack that has few', () => {
    expect(scanElements(smallFramework())).toHaveLength(9)
    expect(scanElements(load().pack!.framework)).toEqual(['1.1', '1.2'])
  })

  it('represent every principle that has elements, in any pack, in its order, without repeating one', () => {
    fc.assert(
      fc.property(frameworks, (any) => {
        const chosen = scanElements(any)
        const order = any.elements.map(({ id }) => id)
        expect(chosen).toEqual(order.filter((id) => chosen.includes(id)))
        if (order.length <= 16) expect(chosen).toHaveLength(order.length)
        else expect(chosen.length).toBeLessThanOrEqual(Math.max(20, any.principles.length))
        for (const { id } of any.principles)
          if (order.some((element) => serves(any, id, element)))
            expect(
              chosen.some((element) => serves(any, id, element)),
              id,
            ).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
