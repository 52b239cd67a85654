/** `ims-gap validate`: says everything that is wrong with descriptions and packs, and nothing about the organization. */

import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe } from '../../assess.ts'
import { readBaseline } from '../../check/read-baseline.ts'
import { readConfiguration } from '../../check/read-configuration.ts'
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts'
import { renderDiagnostics } from '../../report/diagnostics.ts'
import { renderValidation } from '../../report/validation-json.ts'
import type { Pack } from '../../types/framework.ts'
import { showSafely } from '../../util/show.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import { expandPaths, type NamedFile } from '../check/expand-paths.ts'
import { baselineName, configurationName } from '../check/find-configuration.ts'
import { withDescription } from '../description-input.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { readRegularFile } from '../io/read-file.ts'
import type { World } from '../io/world.ts'
import * as shared from '../options.ts'
import { findPack, isPackFolder } from '../pack-folder.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { type Call, command, type OptionsOf } from '../program.ts'
import { terminalOf } from '../terminal.ts'

export function validateCommand({ world, exitWith }: Call) {
  return definition().action((paths, options) => exitWith(run(paths, options, world)))
}

function definition() {
  return command(
    'validate',
    'Checks practice descriptions, folders of them, configuration and baseline files, and guidance packs, and prints every error with its location. A pack is also checked for dangling, cyclic and unreachable references, and the examples of its rules are run.',
    [
      { command: 'ims-gap validate examples/manufacturer.yaml', about: 'one description' },
      { command: 'ims-gap validate examples/minimal.yaml examples/manufacturer.yaml', about: 'several' },
    ],
  )
    .argument(
      '<path...>',
      'descriptions, folders, ims-gap.config.yaml, baselines, pack folders, or - for standard input',
    )
    .addOption(shared.formatOption(['terminal', 'json']))
    .addOption(shared.asOfOption)
    .addOption(shared.packOption)
    .addOption(shared.stdinNameOption)
}

type Options = OptionsOf<typeof definition>

interface Checked {
  readonly path: string
  readonly valid: boolean
  readonly diagnostics: readonly Diagnostic[]
  readonly summary: string
}

async function run(paths: readonly string[], options: Options, world: World): Promise<number> {
  const { pack, diagnostics } = await findPack(options.pack, world)
  await printDiagnostics(diagnostics, world, options)
  if (!pack) return exitCode.invalidInput
  const results: Checked[] = []
  let worst: number = exitCode.ok
  for (const { path, problem } of expand(paths, world)) {
    try {
      if (problem) throw problem
      const result = isPackFolder(path, world)
        ? await checkPack(path, options, world)
        : (checkDataFile(path, pack, world) ?? (await checkDescription(path, pack, options, world)))
      results.push(result)
      if (!result.valid) worst = Math.max(worst, exitCode.invalidInput)
    } catch (error) {
      // One file that cannot be read must not hide what is wrong with the others.
      if (!(error instanceof Stop)) throw error
      world.stderr.write(`error: ${error.message}\n${error.hint === undefined ? '' : `  ${error.hint}\n`}`)
      worst = Math.max(worst, error.code)
    }
  }
  if (options.format === 'json') {
    world.stdout.write(renderValidation(results))
    return worst
  }
  const terminal = terminalOf(world.stdout, world, options)
  for (const { path, diagnostics: found, summary } of results) {
    if (found.length > 0) world.stdout.write(renderDiagnostics(found, terminal))
    if (summary !== '' && !options.quiet) world.stdout.write(`${showSafely(path)}: ${summary}\n`)
  }
  return worst
}

/** A folder that is not a pack stands for the descriptions in it, and its configuration and baseline. */
function expand(paths: readonly string[], world: World): readonly NamedFile[] {
  return paths.flatMap((path): NamedFile[] => {
    if (path === '-' || isPackFolder(path, world)) return [{ path }]
    const found = expandPaths([path], world)
    const own = [configurationName, baselineName]
      .map((name) => join(path, name))
      .filter((name) => existsSync(resolve(world.folder, name)))
    return [
      ...(own.length > 0 ? found.filter(({ problem }) => !problem) : found),
      ...own.map((name) => ({ path: name })),
    ]
  })
}

/** A configuration or a baseline; `undefined` for anything else. */
function checkDataFile(path: string, pack: Pack, world: World): Checked | undefined {
  const isConfiguration = basename(path) === configurationName
  if (!isConfiguration && !path.endsWith('.yaml')) return undefined
  if (!existsSync(resolve(world.folder, path))) return undefined
  const bytes = readRegularFile(path, world.folder)
  if (!isConfiguration && !/^ims-gap-baseline\s*:/m.test(Buffer.from(bytes.subarray(0, 4096)).toString()))
    return undefined
  const { root, diagnostics: unread } = readYaml(bytes, path, { anyRoot: true })
  const read = !root || hasErrors(unread) ? undefined : root
  const wrong = read
    ? isConfiguration
      ? readConfiguration(read, pack.framework, () => undefined).diagnostics
      : readBaseline(read, pack).diagnostics
    : []
  const diagnostics = [...unread, ...wrong]
  const valid = !hasErrors(diagnostics)
  const summary = valid ? `valid ${isConfiguration ? 'configuration' : 'baseline'}` : ''
  return { path, valid, diagnostics, summary }
}

async function checkDescription(path: string, pack: Pack, options: Options, world: World): Promise<Checked> {
  const { file, description, diagnostics } = await withDescription(
    path,
    pack,
    options,
    world,
    (bytes, given) => ({
      file: given.file,
      ...describe(bytes, given),
    }),
  )
  const assessed = [...(description?.standings.values() ?? [])].filter(
    ({ state }) => state === 'assessed',
  ).length
  const valid = !hasErrors(diagnostics)
  const summary = valid ? `valid, ${assessed} of ${pack.framework.elements.length} elements assessed` : ''
  return { path: file, valid, diagnostics, summary }
}

async function checkPack(path: string, options: Options, world: World): Promise<Checked> {
  const { pack, diagnostics } = await findPack([...(options.pack ?? []), path], world)
  const valid = pack !== undefined && !hasErrors(diagnostics)
  if (!valid) return { path, valid, diagnostics, summary: '' }
  const { framework, rules, texts } = pack
  const examples = rules.reduce((sum, { id }) => sum + (texts().rules[id]?.examples.length ?? 0), 0)
  const summary = `valid: ${framework.principles.length} principles, ${framework.elements.length} elements, ${rules.length} rules, ${examples} rule examples hold`
  return { path, valid, diagnostics, summary }
}
