/** The configuration and the baseline of the base, and what the change loosened in them. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { defaultGates, type Gates, mergeGates } from '../../check/gates.ts'
import { readBaseline } from '../../check/read-baseline.ts'
import { type Configuration, readConfiguration } from '../../check/read-configuration.ts'
import { acceptedFindings, droppedFiles, loosenedGates } from '../../check/relaxations.ts'
import type { Relaxation } from '../../types/check-report.ts'
import type { Pack } from '../../types/framework.ts'
import { showSafely } from '../../util/show.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import { usageStop } from '../exit-code.ts'
import type { Base } from './check-files.ts'
import type { FoundBaseline } from './find-baseline.ts'
import { configurationName, type FoundConfiguration } from './find-configuration.ts'

export interface BaseGates {
  readonly gates: Gates
  readonly relaxed: readonly Relaxation[]
}

const nothing: Configuration = { files: [], baseline: null, gates: {} }

/** Stops where the base's configuration is needed and cannot be read: nobody knows which gates would be left out. */
export function baseGates(
  base: Base,
  configuration: FoundConfiguration,
  baseline: FoundBaseline,
  pack: Pack,
  isNeeded: boolean,
): BaseGates {
  const { at = () => undefined, about } = base
  const folders =
    configuration.name === null ? configuration.searched : [configuration.folder, ...configuration.searched]
  const bytes = folders
    .map((folder) => at(join(folder, configurationName)))
    .find((found) => found !== undefined)
  const before = bytes ? configurationIn(bytes, pack) : nothing
  if (!before) {
    const text = `${configurationName} at ${showSafely(about.name ?? '')} is invalid`
    if (isNeeded)
      throw usageStop(text, 'fix it there, or apply the gates of this branch with --gates-from branch')
    return {
      gates: defaultGates,
      relaxed: [{ kind: 'gate', text: `${text}: its gates are not compared`, location: null }],
    }
  }
  const gates = mergeGates(defaultGates, before.gates)
  const accepted = at(baseline.full)
  return {
    gates,
    relaxed: [
      ...loosenedGates(gates, mergeGates(defaultGates, configuration.gates)),
      ...droppedFiles(before, configuration, (file) => existsSync(resolve(configuration.folder, file))),
      ...acceptedFindings(accepted ? entriesIn(accepted, pack) : [], baseline.baseline?.entries ?? []),
    ],
  }
}

function configurationIn(bytes: Uint8Array, { framework }: Pack): Configuration | undefined {
  const { root } = readYaml(bytes, configurationName, { anyRoot: true })
  return root && readConfiguration(root, framework, () => undefined).configuration
}

function entriesIn(bytes: Uint8Array, pack: Pack) {
  const { root } = readYaml(bytes, 'baseline', { anyRoot: true })
  return (root && readBaseline(root, pack).baseline?.entries) ?? []
}
