/** Writes a baseline after a change, and says what changed. */

import { type Baseline, type BaselineChange, tighten } from '../../check/baseline.ts'
import { renderBaseline } from '../../check/render-baseline.ts'
import { counted } from '../../report/phrases.ts'
import type { CheckReport } from '../../types/check-report.ts'
import { showSafely } from '../../util/show.ts'
import { exitCode, Stop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import { writeWhole } from '../io/write-file.ts'
import type { QuietOptions } from '../options.ts'
import type { FoundBaseline } from './find-baseline.ts'

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
export function writeBaseline(
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
    ...(sum('dropped') > 0 ? [`${sum('dropped')} taken out`] : []),
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
      : `; ${kept} stay${kept === 1 ? 's' : ''}, though not found: not evaluated or not applicable now`
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
