/** `ims-gap validate`: says everything that is wrong with descriptions and packs, and nothing about the organization. */
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts'
import type { Pack } from '../../types/framework.ts'
import { showSafely } from '../../util/show.ts'
import type { Call, Command } from '../command.ts'
import { exitCode, Stop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import * as shared from '../options.ts'
import { findPack, isPackFolder } from '../pack-folder.ts'
import { terminalOf } from '../terminal.ts'

export const validateCommand: Command = {
  name: 'validate',
  summary: 'check descriptions or guidance packs for mistakes',
  description:
    'Checks practice descriptions, or guidance packs where a folder is named, and prints every mistake with its place. A pack is also checked for dangling, cyclic and unreachable references, and the examples of its rules are run.',
  arguments: [{ name: '<path...>', about: 'descriptions, pack folders, or - for standard input' }],
  options: [
    {
      flags: '--format <name>',
      about: 'what to print: terminal or json',
      parse: shared.oneOf('--format', ['terminal', 'json']),
    },
    shared.asOfOption,
    shared.packOption,
    shared.stdinNameOption,
  ],
  examples: [
    { command: 'ims-gap validate examples/manufacturer.yaml', about: 'one description' },
    { command: 'ims-gap validate examples/minimal.yaml examples/manufacturer.yaml', about: 'several' },
  ],
  run,
}

interface Checked {
  readonly path: string
  readonly valid: boolean
  readonly diagnostics: readonly Diagnostic[]
  readonly summary: string
}

async function run({ arguments: paths, options }: Call, world: World): Promise<number> {
  const { pack, diagnostics } = await findPack(options['pack'] as string[] | undefined, world)
  const { printDiagnostics } = await import('../print-diagnostics.ts')
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
  if (options['format'] === 'json') {
    const { renderValidation } = await import('../../report/validation-json.ts')
    world.stdout.write(renderValidation(results))
    return worst
  }
  const { renderDiagnostics } = await import('../../report/diagnostics.ts')
  const { layOut } = await import('../../report/terminal/lay-out.ts')
  const terminal = terminalOf(world.stdout, world, options)
  for (const { path, diagnostics: found, summary } of results) {
    if (found.length > 0) world.stdout.write(await layOut(() => renderDiagnostics(found, terminal), terminal))
    if (summary !== '' && options['quiet'] !== true) world.stdout.write(`${showSafely(path)}: ${summary}\n`)
  }
  return worst
}

async function checkDescription(
  path: string,
  pack: Pack,
  options: Call['options'],
  world: World,
): Promise<Checked> {
  const { describe } = await import('../../assess.ts')
  const { withDescription } = await import('../description-input.ts')
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

async function checkPack(path: string, options: Call['options'], world: World): Promise<Checked> {
  const { pack, diagnostics } = await findPack(
    [...((options['pack'] as string[] | undefined) ?? []), path],
    world,
  )
  const valid = pack !== undefined && !hasErrors(diagnostics)
  if (!valid) return { path, valid, diagnostics, summary: '' }
  const { framework, rules, texts } = pack
  const examples = rules.reduce((sum, { id }) => sum + (texts().rules[id]?.examples.length ?? 0), 0)
  const summary = `valid: ${framework.principles.length} principles, ${framework.elements.length} elements, ${rules.length} rules, ${examples} rule examples hold`
  return { path, valid, diagnostics, summary }
}
