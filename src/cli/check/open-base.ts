/** Finds what findings are held against: the revision of `--base`, else a baseline, else nothing. */
import type { Call } from '../command.ts'
import type { World } from '../io/world.ts'
import type { Base } from './base.ts'
import { baselineBase, type FoundBaseline, findBaseline } from './find-baseline.ts'
import type { CheckSetting } from './prepare-check.ts'
import { revisionBase } from './revision-base.ts'

export async function openBase(
  { pack, configuration, named, files, options, asOf }: CheckSetting,
  world: World,
): Promise<{ base: Base; baseline: FoundBaseline | null }> {
  const revision = options['base'] as string | undefined
  if (revision !== undefined) {
    const paths = files.map(({ path }) => nameOf(path, options))
    const start = configuration.searched[0]!
    return {
      base: revisionBase(revision, start, { files: paths, named }, { pack, asOf }, world),
      baseline: null,
    }
  }
  const baseline = await findBaseline(configuration, pack, options, world)
  return { base: baselineBase(baseline), baseline }
}

/** Standard input stands for the file whose name it was given. */
function nameOf(path: string, options: Call['options']): string {
  return path === '-' ? ((options['stdinFilename'] as string | undefined) ?? path) : path
}
