/** What `check` and `baseline` begin with: the pack, the configuration, the files and the day. */

import { resolve } from 'node:path'
import type { Pack } from '../../types/framework.ts'
import type { DescriptionOptions } from '../description-input.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import type { PackOptions, TerminalOptions } from '../options.ts'
import { findPack } from '../pack-folder.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { expandPaths, type NamedFile } from './expand-paths.ts'
import {
  configurationName,
  type FoundConfiguration,
  findConfiguration,
  shownPath,
} from './find-configuration.ts'

/** The options that `check` and `baseline` share. */
export interface CheckingOptions extends DescriptionOptions, PackOptions, TerminalOptions {
  readonly baseline?: string | undefined
  /** `false`: use none. */
  readonly config?: string | boolean | undefined
}

export interface CheckSetting<Options extends CheckingOptions = CheckingOptions> {
  readonly pack: Pack
  readonly configuration: FoundConfiguration
  /** As the call named them; empty where the configuration did. */
  readonly paths: readonly string[]
  /** By the call, else by the configuration. */
  readonly named: readonly string[]
  readonly files: readonly NamedFile[]
  /** Those of the call, with what holds where it says nothing: files are looked at, and today is today. */
  readonly options: Options & { readonly evidence: 'declared' | 'checked'; readonly asOf: string }
  readonly asOf: string
}

export async function prepareCheck<Options extends CheckingOptions>(
  paths: readonly string[],
  given: Options,
  world: World,
): Promise<CheckSetting<Options>> {
  const { pack, diagnostics } = await findPack(given.pack, world)
  await printDiagnostics(diagnostics, world, given)
  if (!pack) throw new Stop(exitCode.invalidInput, 'the guidance pack has errors', 'fix the file above first')
  const configuration = await findConfiguration(paths, given, pack.framework, world)
  const asOf = given.asOf ?? world.today()
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
    options: { ...given, evidence: given.evidence ?? 'checked', asOf },
    asOf,
  }
}

export function nothingNamed(): Stop {
  return usageStop(
    'no file was named',
    `name a practice description or a folder, or list files: in ${configurationName}`,
  )
}
