/** What a sitting says at its end is what the next one says at its beginning. */
import { expect, it } from 'vitest'
import type { World } from '../../../src/cli/io/world.ts'
import { closingParts } from '../../../src/cli/prompts/interview.ts'
import type { Depth } from '../../../src/interview/depth.ts'
import { small } from '../../cli/run.ts'
import { play } from './script.ts'

const world = { env: {} } as World
const counts = (shown: string) => shown.match(/\d+ of \d+ answered[^.]*? left/g) ?? []

it.each<[string, readonly string[], Depth]>([
  ['skipping', ['s', 's', ':skip', ':quit'], 'levels'],
  ['jumping', [':jump 6.4', ':jump 10.3', ':quit'], 'levels'],
  ['jumping to the end and skipping there', [':jump 10.3', 's', ':quit'], 'levels'],
  ['saying that something is not assessed', ['-', '-', ':quit'], 'levels'],
  ['skipping in a scan', ['s', ':jump 8.3', 's', ':quit'], 'scan'],
  ['leaving criteria half-way', ['y', 'd', '', 's', ':quit'], 'criteria'],
])('after %s', async (_, lines, depth) => {
  const first = await play(small, lines, { depth, closing: (state) => closingParts(state, {}, world) })
  const next = await play(first.text, [], { depth })
  // A criterion answered says how fast one is; what is open is the same all the same.
  const [end, beginning] = [counts(first.shown).at(-1), counts(next.shown)[0]]
  if (depth === 'criteria') expect(end?.split(',')[0]).toBe(beginning?.split(',')[0])
  else expect(end).toBe(beginning)
  expect(first.shown).toContain('ims-gap interview')
})

it('takes everything skipped for open, however few are to come', async () => {
  const { shown } = await play(small, [':jump 10.1', 's', 's', 's'])
  expect(counts(shown).at(-1)).toBe('3 of 52 answered, about 50 minutes left')
})
