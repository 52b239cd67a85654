/** `ims-gap validate`: says everything that is wrong with descriptions and packs, and nothing about the organization. */

import { describe } from '../../assess.ts'
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts'
import { renderDiagnostics } from '../../report/diagnostics.ts'
import { renderValidation } from '../../report/validation-json.ts'
import type { Pack } from '../../types/framework.ts'
import { showSafely } from '../../util/show.ts'
import { withDescription } from '../description-input.ts'
import { exitCode, Stop } from '../exit-code.ts'
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
    'Checks practice descriptions, or guidance packs where a folder is named, and prints every error with its location. A pack is also checked for dangling, cyclic and unreachable references, and the examples of its rules are run.',
    [
      { command: 'ims-gap validate examples/manufacturer.yaml', about: 'one description' },
      { command: 'ims-gap validate examples/minimal.yaml examples/manufacturer.yaml', about: 'several' },
    ],
  )
    .argument('<path...>', 'descriptions, pack folders, or - for standard input')
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
  for (const path of paths) {
    try {
      const result = isPackFolder(path, world)
        ? await checkPack(path, options, world)
        : await checkDescription(path, pack, options, world)
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
