/**
 * Which new files are descriptions that were moved. The name of the organization or most of the answers decide, never
 * comments or layout: two descriptions made from one template are alike, and a moved one may have been reformatted.
 */
import { describe } from '../../assess.ts'
import type { DescriptionData } from '../../types/description-data.ts'
import type { Pack } from '../../types/framework.ts'
import { readRegularFile } from '../io/read-file.ts'
import type { World } from '../io/world.ts'

export interface Moved {
  /** By new file: where it was; null where that cannot be told, as what is missing cannot be read. New files are left out. */
  readonly from: ReadonlyMap<string, string | null>
  /** Places from which something was moved. */
  readonly taken: ReadonlySet<string>
}

/** This share of equal answers makes two descriptions the same. */
const alike = 0.5

export function matchMoved(
  added: readonly string[],
  missing: ReadonlyMap<string, Uint8Array | undefined>,
  pack: Pack | undefined,
  world: World,
): Moved {
  if (added.length === 0 || missing.size === 0) return { from: new Map(), taken: new Set() }
  const before = Array.from(missing, ([place, bytes]) => ({ place, data: dataOf(bytes, pack) }))
  const after = added.map((path) => ({ path, data: dataOf(bytesOf(path, world), pack) }))
  const pairs = after.flatMap(({ path, data: now }) =>
    before.flatMap(({ place, data: old }) => {
      const likeness = old && now ? likenessOf(old, now) : 0
      return likeness === 0 ? [] : [{ path, place, likeness }]
    }),
  )
  const from = new Map<string, string | null>()
  const taken = new Set<string>()
  for (const { path, place } of pairs.sort((a, b) => b.likeness - a.likeness)) {
    if (from.has(path) || taken.has(place)) continue
    from.set(path, place)
    taken.add(place)
  }
  const unknown = before.some(({ place, data }) => !data && !taken.has(place))
  if (unknown) for (const { path } of after) if (!from.has(path)) from.set(path, null)
  return { from, taken }
}

/** 0 where they are different organizations; above 1 with the same name. */
function likenessOf(before: DescriptionData, after: DescriptionData): number {
  const [old, now] = [before.practices ?? {}, after.practices ?? {}]
  const ids = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  const same = ids.filter((id) => old[id] && now[id] && answer(old[id]) === answer(now[id])).length
  const share = ids.length === 0 ? 0 : same / ids.length
  if (nameOf(before) === nameOf(after)) return 1 + share
  return share >= alike ? share : 0
}

function answer({
  level,
  criteria,
  notApplicable,
  practice,
}: NonNullable<DescriptionData['practices']>[string]): string {
  return JSON.stringify([level, criteria, notApplicable, practice])
}

function nameOf({ organization }: DescriptionData): string {
  return organization.name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}

function dataOf(bytes: Uint8Array | undefined, pack: Pack | undefined): DescriptionData | undefined {
  return bytes && describe(bytes, { today: '2000-01-01', ...(pack && { pack }) }).data
}

function bytesOf(path: string, world: World): Uint8Array | undefined {
  try {
    return path === '-' ? undefined : readRegularFile(path, world.folder)
  } catch {
    return undefined
  }
}
