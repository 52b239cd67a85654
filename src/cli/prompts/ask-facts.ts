/** Asks for the facts that a new description cannot do without, as the interview does. */
import type { Pack } from '../../types/framework.ts'
import type { Facts } from '../draft-file.ts'
import { exitCode, Stop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import { askNewFacts } from './new-file.ts'
import { type FrontOptions, openFront } from './open-front.ts'

/** Asks what is missing. Stops with code 130 when the user breaks off; nothing was written by then. */
export async function askFacts(
  pack: Pack,
  given: Partial<Facts>,
  options: FrontOptions,
  world: World,
): Promise<Facts> {
  const front = await openFront(options, world.folder, world)
  try {
    const facts = await askNewFacts(pack, front, given)
    if (facts) return facts
    throw new Stop(exitCode.interrupted, 'stopped; nothing was written')
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    front.close()
    // The cursor stands behind what was asked.
    world.stderr.write('\n')
    throw new Stop(error.code, 'stopped; nothing was written')
  } finally {
    front.close()
  }
}
