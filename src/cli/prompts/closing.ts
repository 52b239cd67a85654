/** The last words of a sitting: what is saved, and the two commands to run next. */

import { progressText } from '../../interview/loop/progress-parts.ts'
import type { State } from '../../interview/loop/state.ts'
import type { Part } from '../../interview/loop/view.ts'
import { leftElements } from '../../interview/loop/ways.ts'
import type { Duration } from '../../util/calendar.ts'
import type { Call } from '../command.ts'
import type { World } from '../io/world.ts'
import { nextCommand } from '../next-command.ts'

export function closingParts(state: State, options: Call['options'], world: World): Part[] {
  const { file } = state.setting
  const isOpen = leftElements(state).length > 0
  const { audit, by } = options as { readonly audit?: string; readonly by?: string }
  const { only = [], stale } = options as { readonly only?: readonly string[]; readonly stale?: Duration }
  const kept = [
    // A file does not say how deep its answers were asked for, nor which.
    ...(state.depth === 'levels' ? [] : ['--depth', state.depth]),
    ...only.flatMap((id) => ['--only', id]),
    ...(['unanswered', 'flagged'] as const).flatMap((name) => (options[name] === true ? [`--${name}`] : [])),
    ...(stale === undefined ? [] : ['--stale', `${stale.count}${stale.unit[0]}`]),
    ...(options['next'] === true ? ['--next'] : []),
    ...(options['accessible'] === true ? ['--accessible'] : []),
    ...(options['jsonLines'] === true ? ['--json-lines'] : []),
    ...(audit === undefined ? [] : ['--audit', audit, '--by', by!]),
  ]
  const commands = [
    nextCommand(['assess'], file, options, world),
    isOpen
      ? nextCommand(['interview', ...kept], file, options, world)
      : nextCommand(['assess', '-o', 'report.md'], file, options, world),
  ].filter((command) => command !== undefined)
  return [
    { type: 'text', text: `Saved in ${file}: ${progressText(state)}.` },
    ...(commands.length === 0 ? [] : [{ type: 'commands', title: 'Next', commands } as const]),
  ]
}
