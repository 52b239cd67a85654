/** What `check` and `baseline` begin with: the pack, the configuration, the files and the day. */

import { resolve } from 'node:path'
import type { Pack } from '../../types/framework.ts'
import type { Call } from '../command.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import { findPack } from '../pack-folder.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { expandPaths, type NamedFile } from './expand-paths.ts'
import {
  configurationName,
  type FoundConfiguration,
  findConfiguration,
  shownPath,
} from './find-configuration.ts'

export interface CheckSetting {
  readonly pack: Pack
  readonly configuration: FoundConfiguration
  /** As the call named them; empty where the configuration did. */
  readonly paths: readonly string[]
  /** By the call, else by the configuration. */
  readonly named: readonly string[]
  readonly files: readonly NamedFile[]
  /** Those of the call, with what holds where it says nothing: files are looked at, and today is today. */
  readonly options: Call['options']
  readonly asOf: string
}

export async function prepareCheck(
  paths: readonly string[],
  given: Call['options'],
  world: World,
): Promise<CheckSetting> {
  const { pack, diagnostics } = await findPack(given['pack'] as string[] | undefined, world)
  await printDiagnostics(diagnostics, world, given)
  if (!pack)
    throw new Stop(exitCode.invalidInput, 'the guidance pack has errors', 'mend the file above first')
  const configuration = await findConfiguration(paths, given, pack.framework, world)
  const asOf = (given['asOf'] as string | undefined) ?? world.today()
  const named =
    paths.length > 0
      ? paths
      : configuration.files.map((file) => shownPath(resolve(configuration.folder, file), world))
  return {
    pack,
    configuration,
    paths,
    named,
    files: expandPaths(named, world),
    options: { evidence: 'checked', ...given, asOf },
    asOf,
  }
}

export function nothingNamed(): Stop {
  return usageStop(
    'no file was named',
    `name a practice description or a folder, or list files: in ${configurationName}`,
  )
}
