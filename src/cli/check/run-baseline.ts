/** One call of `baseline`: accepts the findings of today, takes out what is fixed, or shows what was accepted. */

import { renderBaselineTable } from '../../report/check/baseline-table.ts'
import { layOut } from '../../report/terminal/lay-out.ts'
import { quote } from '../../util/show.ts'
import type { Call } from '../command.ts'
import { exitCode, usageStop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import * as shared from '../options.ts'
import { terminalOf } from '../terminal.ts'
import { findBaseline } from './find-baseline.ts'
import { prepareCheck } from './prepare-check.ts'
import { acceptToday, prune } from './rewrite-baseline.ts'

const actions = ['write', 'prune', 'show'] as const

export async function runBaseline(
  { arguments: [word = '', ...paths], options }: Call,
  world: World,
): Promise<number> {
  const action = shared.oneOf('baseline', actions)(word)
  if (paths.includes('-')) throw usageStop('a baseline is about files, not standard input', 'name the file')
  const setting = await prepareCheck(paths, options, world)
  const found = await findBaseline(setting.configuration, setting.pack, options, world)
  if (action === 'write') return acceptToday(found, setting, world)
  const { baseline } = found
  if (!baseline)
    throw usageStop(`there is no baseline ${quote(found.path)}`, 'ims-gap baseline write makes one')
  if (action === 'prune') return prune({ ...found, baseline }, setting, world)
  const names = new Set(setting.files.map(({ path }) => found.nameOf(path)))
  const entries = baseline.entries.filter(({ file }) => paths.length === 0 || names.has(file))
  const terminal = terminalOf(world.stdout, world, options)
  world.stdout.write(await layOut(() => renderBaselineTable({ ...baseline, entries }, terminal), terminal))
  return exitCode.ok
}
