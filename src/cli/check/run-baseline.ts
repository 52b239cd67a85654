/** One call of `baseline`: accepts the findings of today, takes out what is fixed, or shows what was accepted. */

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { acceptFindings, type Baseline, type BaselineChange, tighten } from '../../check/baseline.ts'
import { defaultGates } from '../../check/gates.ts'
import { renderBaselineTable } from '../../report/check/baseline-table.ts'
import { counted } from '../../report/phrases.ts'
import type { FileCheck } from '../../types/check-report.ts'
import { quote, showSafely } from '../../util/show.ts'
import { exitCode, usageStop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import { terminalOf } from '../terminal.ts'
import { writeBaseline } from './change-baseline.ts'
import { checkFiles } from './check-files.ts'
import type { NamedFile } from './expand-paths.ts'
import { baselineBase, type FoundBaseline, findBaseline } from './find-baseline.ts'
import { leadsOut, shownPath } from './find-configuration.ts'
import { type CheckingOptions, type CheckSetting, nothingNamed, prepareCheck } from './prepare-check.ts'

export const baselineActions = ['write', 'prune', 'show'] as const

export async function runBaseline(
  action: (typeof baselineActions)[number],
  paths: readonly string[],
  options: CheckingOptions,
  world: World,
): Promise<number> {
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
  world.stdout.write(renderBaselineTable({ ...baseline, entries }, terminal))
  return exitCode.ok
}

/** Nothing is written unless every file could be assessed; the code says why not. */
async function acceptToday(found: FoundBaseline, given: CheckSetting, world: World): Promise<number> {
  const { framework } = given.pack
  const setting = withFiles(found, given, world)
  if (setting.files.length === 0) throw nothingNamed()
  const head = { framework: `${framework.id}:${framework.edition}`, packVersion: framework.version }
  const before: Baseline = { ...head, entries: found.baseline?.entries ?? [] }
  const isOther =
    head.framework !== found.baseline?.framework || head.packVersion !== found.baseline.packVersion
  return rewrite(found, before, setting, world, isOther, (entries, file, { findings }) =>
    acceptFindings(entries, file, findings, setting.asOf),
  )
}

/** As `acceptToday`. What stands for a file that is gone stays: it may have been renamed, and its reasons with it. */
async function prune(
  found: FoundBaseline & { readonly baseline: Baseline },
  given: CheckSetting,
  world: World,
): Promise<number> {
  const { baseline, folder } = found
  const setting = withFiles(found, given, world)
  const code = await rewrite(found, baseline, setting, world, false, (known, file, check) =>
    tighten(known, file, check, false),
  )
  const missing = [...new Set(baseline.entries.map(({ file }) => file))].filter(
    (file) => !existsSync(resolve(folder, file)),
  )
  for (const file of code === exitCode.ok && !setting.options.quiet ? missing : []) {
    const count = baseline.entries.filter((entry) => entry.file === file).length
    world.stderr.write(
      `note: ${showSafely(file)} is not there, and its ${counted(count, 'finding')} stay${count === 1 ? 's' : ''}; where it was renamed, rename it in the baseline, else take the lines out\n`,
    )
  }
  return code
}

async function rewrite(
  found: FoundBaseline,
  before: Baseline,
  setting: CheckSetting,
  world: World,
  always: boolean,
  change: (entries: Baseline['entries'], file: string, check: FileCheck) => BaselineChange,
): Promise<number> {
  let { entries } = before
  const changes: BaselineChange[] = []
  const code = await checkFiles(
    setting,
    defaultGates,
    baselineBase({ ...found, baseline: before, wanted: true }),
    world,
    (check) => {
      if (check.message !== null) world.stderr.write(`error: ${check.message}\n`)
      if (!check.assessment) return
      const next = change(entries, found.nameOf(check.file), check)
      entries = next.entries
      changes.push(next)
    },
  )
  if (code > exitCode.gateFailed) {
    world.stderr.write(`${showSafely(found.path)}: nothing was written\n`)
    return code
  }
  writeBaseline(found.path, { ...before, entries }, changes, setting.options, world, always)
  return exitCode.ok
}

/** Where no file was named, those in the baseline that are there. */
function withFiles(found: FoundBaseline, setting: CheckSetting, world: World): CheckSetting {
  if (setting.files.length > 0) return setting
  const names = [...new Set((found.baseline?.entries ?? []).map(({ file }) => file))]
  const files = names.flatMap((name): NamedFile[] => {
    const place = resolve(found.folder, name)
    if (leadsOut(place, setting.configuration.root))
      throw usageStop(`${showSafely(name)}, named in ${showSafely(found.path)}, leads out of the repository`)
    return existsSync(place) ? [{ path: shownPath(place, world) }] : []
  })
  return { ...setting, files }
}
