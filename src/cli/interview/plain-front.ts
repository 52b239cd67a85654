/** A sitting for the ear and for simple terminals: plain sentences and one line at a time, nothing is ever redrawn. */
import { showSafely } from '../../core/show.ts'
import { openPlainLines } from '../world/plain-prompt.ts'
import type { World } from '../world/world.ts'
import type { Front } from './front.ts'
import { plainParts } from './plain-parts.ts'

export function openPlainFront(world: World, signal: AbortSignal): Front {
  const lines = openPlainLines()
  return {
    show: async (parts) => world.stdout.write(plainParts(parts)),
    ask: ({ label }) => lines.next(`Your answer for ${showSafely(label)}: `, signal),
    close: () => lines.close(),
  }
}
