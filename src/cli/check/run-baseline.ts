/** One call of `baseline`: accepts the findings of today, takes out what is fixed, or shows what was accepted. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  acceptFindings,
  type Baseline,
  type BaselineChange,
  renderBaseline,
  tighten,
} from '../../check/baseline.ts'
import { defaultGates } from '../../check/gates.ts'
import { renderBaselineTable } from '../../report/check/baseline-table.ts'
import { counted } from '../../report/phrases.ts'
import type { CheckReport, FileCheck } from '../../types/check-report.ts'
import { quote, showSafely } from '../../util/show.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import { writeWhole } from '../io/write-file.ts'
import type { QuietOptions } from '../options.ts'
import { terminalOf } from '../terminal.ts'
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
  if (paths.includes('-')) throw usageStop('a baseline needs files, not standard input', 'name the file')
  const setting = await prepareCheck(paths, options, world)
  const found = await findBaseline(setting.configuration, setting.pack, options, world)
  if (action === 'write') return acceptToday(found, setting, world)
  const { baseline } = found
  if (!baseline)
    throw usageStop(`there is no baseline ${quote(found.path)}`, 'create one with ims-gap baseline write')
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

/** Takes out what is fixed and remembers better levels, for every file that could be assessed. */
export function ratchet(
  report: CheckReport,
  found: FoundBaseline & { readonly baseline: Baseline },
  options: QuietOptions,
  world: World,
): void {
  let { entries } = found.baseline
  const changes: BaselineChange[] = []
  for (const check of report.files) {
    if (!check.assessment) continue
    const change = tighten(entries, found.nameOf(check.file), check, true)
    entries = change.entries
    changes.push(change)
  }
  writeBaseline(found.path, { ...found.baseline, entries }, changes, options, world)
}

/** Where nothing changed and the file is there, it stays as it is. */
function writeBaseline(
  path: string,
  baseline: Baseline,
  changes: readonly BaselineChange[],
  options: QuietOptions,
  world: World,
  isNew = false,
): void {
  const sum = (key: 'added' | 'dropped' | 'kept' | 'better' | 'worse') =>
    changes.reduce((total, change) => total + change[key], 0)
  const parts = [
    ...(sum('added') > 0 ? [`${sum('added')} added`] : []),
    ...(sum('dropped') > 0 ? [`${sum('dropped')} removed`] : []),
    ...(sum('better') > 0 ? [`${sum('better')} at a better level`] : []),
    ...(sum('worse') > 0 ? [`${sum('worse')} at a worse level`] : []),
  ]
  const say = (text: string) => {
    if (!options.quiet) world.stderr.write(`${showSafely(path)}: ${text}\n`)
  }
  const kept = sum('kept')
  const rest =
    kept === 0
      ? ''
      : `; ${kept} stay${kept === 1 ? 's' : ''}, although not found: not evaluated or not applicable`
  if (parts.length === 0 && !isNew) {
    say(`nothing changed${rest}`)
    return
  }
  const text = renderBaseline(baseline)
  if (Buffer.byteLength(text) > largest)
    throw new Stop(
      exitCode.cannotAccess,
      `the baseline ${showSafely(path)} would be larger than 1 MiB`,
      'use one for each folder, or --base',
    )
  writeWhole(path, text, world.folder)
  say(`${counted(baseline.entries.length, 'finding')} (${parts.join(', ') || 'none added'})${rest}`)
  for (const [rule, count] of countsByRule(changes.flatMap(({ accepted }) => accepted)))
    if (!options.quiet) world.stderr.write(`  accepted ${count} ${showSafely(rule)}\n`)
}

/** No larger file of ours is read. */
const largest = 1024 * 1024

/** The most frequent first. */
function countsByRule(findings: readonly string[]): [rule: string, count: number][] {
  const counts = new Map<string, number>()
  for (const id of findings) {
    const rule = id.slice(0, id.indexOf('@'))
    counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)
}
