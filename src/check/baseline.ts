/** A baseline: the findings of one or many descriptions that were accepted on a day, so that only what is new or worse fails. */
import { compareText } from '../diagnostics/diagnostic.ts'
import type { CheckedFinding, FileCheck, Range, ResolvedFinding } from '../types/check-report.ts'
import type { Level } from '../types/framework.ts'
import { replaceUnsafe } from '../util/show.ts'
import type { FileBase } from './gates.ts'
import { isOpen } from './gates.ts'

export interface Baseline {
  /** `iso-56002:2019` */
  readonly framework: string
  readonly packVersion: string
  /** Sorted by file and finding, by code unit; no two name the same. */
  readonly entries: readonly BaselineEntry[]
}

export interface BaselineEntry {
  /** From the baseline's folder, with forward slashes. */
  readonly file: string
  readonly finding: string
  readonly level: Level | null
  /** The day it was accepted, and why, where that was written down. */
  readonly since: string | null
  readonly reason: string | null
}

/** A finding as it stands in a file now. */
type Found = Pick<CheckedFinding, 'finding' | 'level'>

export interface BaselineChange {
  readonly entries: readonly BaselineEntry[]
  readonly added: number
  /** Ids of those that were added. */
  readonly accepted: readonly string[]
  readonly dropped: number
  /** No longer found, but not shown to be fixed, so the entries stay. */
  readonly kept: number
  readonly better: number
  readonly worse: number
}

export const formatVersion = 1

/** What the entries of one file are to a check of it. */
export function baseOf({ entries }: Pick<Baseline, 'entries'>, file: string, baseline: string): FileBase {
  const own = entries.filter((entry) => entry.file === file)
  return {
    earlier: {
      answers: null,
      findings: own.map(({ finding, level }) => ({
        id: finding,
        element: elementOf(finding),
        level: level === null ? null : { lowest: level, highest: level },
        open: true,
        elements: [],
      })),
    },
    comparison: { status: 'compared', with: baseline, text: `compared with ${baseline}` },
    newBecause: own.length === 0 ? 'the baseline has no entries for this file' : null,
  }
}

/**
 * Accepts the open findings of a description as they stand on a day. What was waived or planned is left out: it does not
 * fail while that holds, and should when it no longer does.
 */
export function acceptFindings(
  entries: readonly BaselineEntry[],
  file: string,
  found: readonly Found[],
  today: string,
): BaselineChange {
  const before = entriesOf(entries, file)
  const accepted = found
    .filter(({ finding }) => isOpen(finding))
    .map(({ finding: { id }, level }): BaselineEntry => {
      const old = before.get(id)
      return {
        file,
        finding: id,
        level: certain(level),
        since: old?.since ?? today,
        reason: old?.reason ?? null,
      }
    })
  return changed(entries, file, accepted)
}

/**
 * Drops what is no longer found; with `raise`, also remembers better levels. Never adds and never lowers. What is merely not
 * evaluated or not applicable now stays: once it is asked again, it is what was accepted, and nothing new.
 */
export function tighten(
  entries: readonly BaselineEntry[],
  file: string,
  { findings, resolved }: Pick<FileCheck, 'resolved'> & { readonly findings: readonly Found[] },
  raise: boolean,
): BaselineChange {
  const now = new Map(findings.map(({ finding, level }) => [finding.id, certain(level)]))
  const dormant = new Set(resolved.filter(isDormant).map(({ id }) => id))
  const kept = Array.from(entriesOf(entries, file).values())
    .filter(({ finding }) => now.has(finding) || dormant.has(finding))
    .map((entry) => {
      const level = now.get(entry.finding) ?? null
      return raise && isBetter(entry.level, level) ? { ...entry, level } : entry
    })
  return changed(entries, file, kept, kept.filter(({ finding }) => !now.has(finding)).length)
}

/** Not evaluated at all, so that it may return unchanged. */
export function isDormant({ resolution }: ResolvedFinding): boolean {
  return resolution === 'not-evaluated' || resolution === 'not-applicable'
}

/** The level it reaches whatever is not answered. */
function certain(level: Range | null): Level | null {
  return level && (level.lowest as Level)
}

function changed(
  entries: readonly BaselineEntry[],
  file: string,
  after: readonly BaselineEntry[],
  kept = 0,
): BaselineChange {
  const before = entriesOf(entries, file)
  const stays = new Set(after.map(({ finding }) => finding))
  const accepted = after.map(({ finding }) => finding).filter((finding) => !before.has(finding))
  const levels = after.map(({ finding, level }) => [before.get(finding)?.level ?? null, level] as const)
  return {
    entries: [...entries.filter((entry) => entry.file !== file), ...after].sort(compareEntries),
    added: accepted.length,
    accepted,
    kept,
    dropped: Array.from(before.keys()).filter((finding) => !stays.has(finding)).length,
    better: levels.filter(([old, now]) => isBetter(old, now)).length,
    worse: levels.filter(([old, now]) => isBetter(now, old)).length,
  }
}

export function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  return compareText(a.file, b.file) || compareText(a.finding, b.finding)
}

function entriesOf(entries: readonly BaselineEntry[], file: string): Map<string, BaselineEntry> {
  return new Map(entries.filter((entry) => entry.file === file).map((entry) => [entry.finding, entry]))
}

function isBetter(before: Level | null, after: Level | null): boolean {
  return before !== null && after !== null && after > before
}

/** The element in a finding's id; null for one about the whole. */
function elementOf(finding: string): string | null {
  const place = /@([^#]*)/.exec(finding)?.[1] ?? 'organization'
  return place === 'organization' ? null : place
}

const head = `# Findings that were accepted on a day; ims-gap check fails for what is new or worse. Written by
# "ims-gap baseline write"; a reason may be added by hand.
`

export function renderBaseline({ framework, packVersion, entries }: Baseline): string {
  const lines = entries.map((entry) => `  - ${line(entry)}\n`)
  return `${head}ims-gap-baseline: ${formatVersion}
framework: ${scalar(framework)}
pack: ${quoted(packVersion)}
findings:${entries.length === 0 ? ' []' : ''}
${lines.join('')}`
}

function line({ file, finding, level, since, reason }: BaselineEntry): string {
  const parts = [
    `file: ${scalar(file)}`,
    `finding: ${scalar(finding)}`,
    ...(level === null ? [] : [`level: ${level}`]),
    ...(since === null ? [] : [`since: ${since}`]),
    ...(reason === null ? [] : [`reason: ${quoted(reason)}`]),
  ]
  return `{ ${parts.join(', ')} }`
}

/** Plain where every reader of YAML takes it for the same text. */
function scalar(text: string): string {
  return /^[A-Za-z][\w./@:-]*[\w]$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : quoted(text)
}

/** Double quotes of YAML take what JSON writes, once nothing invisible is left in it. */
function quoted(text: string): string {
  return replaceUnsafe(JSON.stringify(text), (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}
