/** What a change makes pass that failed before: gates loosened, files no longer checked, findings accepted, waived or planned. */
import { locateAnswer } from '../scoring/locate-answer.ts'
import type { Relaxation } from '../types/check-report.ts'
import type { Description } from '../types/description.ts'
import { listWords } from '../util/show.ts'
import type { Baseline } from './baseline.ts'
import { type Gates, thresholds } from './gates.ts'
import type { Configuration } from './read-configuration.ts'

const minimums = ['require', 'min', 'minLowest', 'minEvidenced'] as const
const switches = [
  ['failOnStale', true],
  ['failOnWithdrawn', true],
  ['allowUncompared', false],
] as const

/** `before` and `after` are complete: the defaults with what each configuration sets. */
export function loosenedGates(before: Gates, after: Gates): Relaxation[] {
  const found: string[] = []
  for (const key of ['failOn', 'failOnNew'] as const)
    if (strictness(after[key]) < strictness(before[key]))
      found.push(`${key}: ${before[key]} -> ${after[key]}`)
  for (const key of minimums)
    for (const [name, least] of Object.entries(before[key])) {
      const now = after[key][name]
      if (now === undefined || now < least) found.push(`${key}.${name}: ${least} -> ${now ?? 'removed'}`)
    }
  if (before.minCoverage !== null && (after.minCoverage ?? -1) < before.minCoverage)
    found.push(`minCoverage: ${before.minCoverage} -> ${after.minCoverage ?? 'removed'}`)
  for (const [key, strict] of switches)
    if (before[key] === strict && after[key] !== strict) found.push(`${key}: ${before[key]} -> ${after[key]}`)
  return found.map((text) => ({ kind: 'gate', text, location: null }))
}

function strictness(threshold: Gates['failOn']): number {
  return threshold === 'none' ? 0 : thresholds.indexOf(threshold) + 1
}

/** `isThere`: what was deleted is reported as such. */
export function droppedFiles(
  before: Configuration,
  after: Pick<Configuration, 'files'>,
  isThere: (file: string) => boolean,
): Relaxation[] {
  return before.files
    .filter((file) => !after.files.includes(file) && isThere(file))
    .map((file) => ({ kind: 'file', text: `${file} is no longer listed under files:`, location: null }))
}

/** Entries that the earlier baseline does not have, or has at a higher level. */
export function acceptedFindings(before: Baseline['entries'], after: Baseline['entries']): Relaxation[] {
  const known = new Map(before.map((entry) => [`${entry.file} ${entry.finding}`, entry]))
  const added = after.filter(({ file, finding, level }) => {
    const old = known.get(`${file} ${finding}`)
    return !old || (old.level !== null && level !== null && level < old.level)
  })
  if (added.length === 0) return []
  const names = added.map(({ file, finding }) => `${finding} of ${file}`)
  const count = added.length === 1 ? '1 entry' : `${added.length} entries`
  return [
    {
      kind: 'baseline',
      text: `${count} added to the baseline: ${listWords(names, 'and', 10)}`,
      location: null,
    },
  ]
}

/** Waivers and plans that are new, or last longer; `before` null: the file is new. */
export function addedExceptions(
  before: Pick<Description, 'waivers' | 'standings'> | null,
  { waivers, standings, root }: Description,
): Relaxation[] {
  const until = new Map(before?.waivers.map((waiver) => [waiver.finding, waiver.until]))
  const waived = waivers.filter(
    ({ active, finding, until: end }) => active && (until.get(finding) ?? '') < end,
  )
  const planned = [...standings.values()].filter(
    ({ id, planned: day }) => day !== null && (before?.standings.get(id)?.planned ?? '') < day,
  )
  return [
    ...waived.map(
      ({ finding, until: end, path }): Relaxation => ({
        kind: 'waiver',
        text: `${finding} waived until ${end}`,
        location: locateAnswer(root, path) ?? null,
      }),
    ),
    ...planned.map(
      ({ id, planned: day }): Relaxation => ({
        kind: 'plan',
        text: `${id} planned for ${day}`,
        location: locateAnswer(root, ['practices', id, 'planned']) ?? null,
      }),
    ),
  ]
}
