/** Where the baseline of a call lies, what it holds, and how files are called in it. */
import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { type Baseline, baseOf } from '../../check/baseline.ts'
import { readBaseline } from '../../check/read-baseline.ts'
import type { Pack } from '../../types/framework.ts'
import { quote, showSafely } from '../../util/show.ts'
import { usageStop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import { type Base, noBase } from './check-files.ts'
import { baselineName, type FoundConfiguration, leadsOut, shownPath } from './find-configuration.ts'
import { type DataFileOptions, readDataFile } from './read-data-file.ts'

export interface FoundBaseline {
  /** As shown, from the current folder. */
  readonly path: string
  /** Absolute. */
  readonly full: string
  /** Null where the file is not there yet. */
  readonly baseline: Baseline | null
  /** It was named, so that it must be there to check against. */
  readonly wanted: boolean
  /** Absolute: where the names in it start from. */
  readonly folder: string
  /** How a file, named from the current folder, is called in it. */
  nameOf(file: string): string
}

/**
 * The one that `--baseline` names, else the one the configuration names, else `ims-gap.baseline.yaml` beside the
 * configuration or, without one, nearest to what is checked.
 */
export async function findBaseline(
  configuration: FoundConfiguration,
  pack: Pack,
  options: DataFileOptions & { readonly baseline?: string | undefined },
  world: World,
): Promise<FoundBaseline> {
  const flag = options.baseline
  const full = flag === undefined ? usualPlace(configuration) : resolve(world.folder, flag)
  const path = flag ?? shownPath(full, world)
  if (flag === undefined && leadsOut(full, configuration.root))
    throw usageStop(`${showSafely(path)} is a link that leads out of the repository`)
  const folder = dirname(full)
  const nameOf = (file: string) => {
    const name = relative(folder, resolve(world.folder, file))
    return sep === '/' ? name : name.replaceAll(sep, '/')
  }
  const wanted = flag !== undefined || configuration.baseline !== null
  if (!existsSync(full)) return { path, full, baseline: null, wanted, folder, nameOf }
  const baseline = await readDataFile(path, options, world, (tree) => {
    const { baseline: value, diagnostics } = readBaseline(tree, pack)
    return { ...(value && { value }), diagnostics }
  })
  return { path, full, baseline, wanted, folder, nameOf }
}

function usualPlace({ baseline, name, folder, searched }: FoundConfiguration): string {
  if (baseline !== null) return resolve(folder, baseline)
  const nearest = name === null ? searched.find((place) => existsSync(join(place, baselineName))) : undefined
  return join(nearest ?? folder, baselineName)
}

/** A baseline as the base of a check; no base if there is no baseline. */
export function baselineBase({ path, baseline, wanted, nameOf }: FoundBaseline): Base {
  if (!baseline && wanted)
    throw usageStop(`there is no baseline ${quote(path)}`, 'create one with ims-gap baseline write')
  if (!baseline) return noBase
  return {
    about: { kind: 'baseline', name: path },
    of: ({ path: file }) => baseOf(baseline, nameOf(file), path),
  }
}
