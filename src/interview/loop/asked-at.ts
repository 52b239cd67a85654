/** Which elements a sitting asks at a depth, given what the command line left of them. */
import type { ElementId } from '../../types/framework.ts'
import { chooseElements } from '../choose-elements.ts'
import type { Depth } from '../depth.ts'
import type { State } from './state.ts'

/** The names in the filters were checked before the sitting began. */
export function askedAt(
  { setting, description }: Pick<State, 'setting' | 'description'>,
  depth: Depth,
): readonly ElementId[] {
  const chosen = chooseElements(setting.pack.framework, description, { ...setting.filters, depth })
  return 'elements' in chosen ? chosen.elements : []
}
