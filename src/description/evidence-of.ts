/** Which pieces of evidence an element has, which of them count, and up to which level they carry a claim. */
import { before } from '../core/calendar.ts'
import type { Evidence } from '../core/description.ts'
import type { Path } from '../core/document.ts'
import type { EvidenceKind, FrameworkElement, Level, Scoring } from '../core/framework.ts'
import { objectsOf, own, textOf } from './odd-data.ts'

const types = ['file', 'url', 'interview', 'ticket'] as const

/** A piece counts when dated at or before `asOf` and within the element's months, or undated. */
export function evidenceOf(
  pieces: unknown,
  { freshness }: FrameworkElement,
  asOf: string,
  path: Path,
): Evidence[] {
  const oldest = before(asOf, { count: freshness, unit: 'months' })
  return objectsOf(pieces).flatMap(([index, piece]) => {
    const type = types.find((candidate) => textOf(own(piece, candidate)) !== null)
    const kind = textOf(own(piece, 'kind')) as EvidenceKind | null
    if (type === undefined || kind === null) return []
    const date = textOf(own(piece, 'date'))
    const counts = date === null || (date <= asOf && date >= oldest)
    return [{ type, source: String(piece[type]), kind, date, counts, path: [...path, index] }]
  })
}

/**
 * The level that the best piece which counts carries. An interview carries its level only where it names the role
 * that was asked and the day; otherwise it carries what no evidence carries.
 */
export function evidenceCap(pieces: readonly Evidence[], { evidence }: Scoring): Level {
  const carried = pieces
    .filter(({ counts }) => counts)
    .filter(({ kind, type, date }) => kind !== 'interview' || (type === 'interview' && date !== null))
    .map(({ kind }) => own(evidence, kind) as Level | undefined)
  return carried.reduce<Level>(
    (best, level) => (level !== undefined && level > best ? level : best),
    evidence.none,
  )
}
