/** `ims-gap init`: writes a practice description to fill in, and the schema editors complete from. */

import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { Option } from '@commander-js/extra-typings'
import type { Pack } from '../../types/framework.ts'
import { quote, showSafely } from '../../util/show.ts'
import { draftText, type Facts, isOwnCopy, schemaFor, schemaName, writeDraft } from '../draft-file.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import { mayReplace } from '../io/may-replace.ts'
import type { World } from '../io/world.ts'
import { nextCommand } from '../next-command.ts'
import * as shared from '../options.ts'
import { findPack } from '../pack-folder.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { type Call, command, type OptionsOf } from '../program.ts'

const kinds = ['established', 'temporary', 'start-up'] as const
const sizes = ['micro', 'small', 'medium', 'large'] as const

export function initCommand({ world, exitWith }: Call) {
  return definition().action((file, options) => exitWith(run(file, options, world)))
}

const withoutQuestions = 'ims-gap init org.yaml --name "Harbour Pumps" --kind established --size medium'

function definition() {
  return command(
    'init',
    'Writes a commented practice description with every element of the guidance, its question and its levels. Asks for name, kind and size if they are not given and there is a terminal. Also writes the schema from which editors complete and check, unless ims-gap is installed in the project.',
    [
      { command: 'ims-gap init org.yaml', about: 'asks for name, kind and size' },
      { command: withoutQuestions, about: 'asks nothing' },
    ],
  )
    .argument('[file]', 'the file to write (default org.yaml; - is standard output)')
    .addOption(textOption('--name <text>', 'name of the organization'))
    .addOption(
      new Option(
        '--kind <kind>',
        'established (permanent), temporary (ends with its purpose) or start-up',
      ).argParser(shared.once('--kind', shared.oneOf('--kind', kinds))),
    )
    .addOption(
      new Option(
        '--size <size>',
        'micro (up to 9 people), small (up to 49), medium (up to 249) or large',
      ).argParser(shared.once('--size', shared.oneOf('--size', sizes))),
    )
    .addOption(textOption('--sector <text>', 'sector, for example manufacturing'))
    .addOption(textOption('--country <text>', 'country, for example PT'))
    .addOption(shared.levelOption('target level for every element; default: targets for the kind and size'))
    .option('--no-schema', 'do not write or name a schema for editors')
    .addOption(shared.dateOption('date of the assessment (YYYY-MM-DD); default: today'))
    .addOption(shared.packOption)
    .addOption(shared.forceOption)
}

function textOption<const Flags extends string>(flags: Flags, about: string) {
  const flag = flags.replace(/ .*/, '')
  return new Option(flags, about).argParser(shared.once(flag, shared.text(flag)))
}

type Options = OptionsOf<typeof definition>

async function run(file = 'org.yaml', options: Options, world: World): Promise<number> {
  const target = resolve(world.folder, file)
  if (file !== '-' && !options.force && existsSync(target)) {
    throw new Stop(
      exitCode.cannotAccess,
      `${quote(file)} exists already`,
      'use --force to overwrite it, or name another file',
    )
  }
  const { pack, diagnostics } = await findPack(options.pack, world)
  await printDiagnostics(diagnostics, world, options)
  if (!pack) return exitCode.invalidInput

  const schema = !options.schema || file === '-' ? null : schemaFor(file, world)
  if (isOwnCopy(schema)) await checkSchemaFile(file, options, world)
  const facts = await askForFacts(pack, options, world)
  const text = await draftText(pack, facts, schema, options, world)
  if (file === '-') {
    world.stdout.write(text)
    return exitCode.ok
  }
  await writeDraft(file, text, schema, pack, world)
  if (!options.quiet) {
    const name = showSafely(file)
    world.stderr.write(`wrote ${name}${isOwnCopy(schema) ? ` and ${schemaName}` : ''}\n`)
    const next = nextCommand(['assess'], file, { pack: options.pack }, world)
    if (next) world.stderr.write(`Fill in what you know, then run:\n  ${next}\n`)
  }
  return exitCode.ok
}

/** The schema lies beside the description under a fixed name; nothing of somebody else's may be there. */
async function checkSchemaFile(file: string, options: Options, world: World): Promise<void> {
  if (basename(file) === schemaName)
    throw usageStop(
      `${schemaName} is the name of the schema for editors`,
      'give the description another name',
    )
  const path = join(dirname(file), schemaName)
  if (options.force || mayReplace(path, world.folder)) return
  throw new Stop(
    exitCode.cannotAccess,
    `${quote(path)} exists and was not written by ims-gap`,
    'use --no-schema to leave it alone, or --force to overwrite it',
  )
}

async function askForFacts(pack: Pack, options: Options, world: World): Promise<Facts> {
  const { name, kind, size } = options
  if (name !== undefined && kind !== undefined && size !== undefined) return { name, kind, size }
  const given = { ...(name !== undefined && { name }), ...(kind && { kind }), ...(size && { size }) }
  const flags = ['name', 'kind', 'size']
    .filter((key) => !(key in given))
    .map((key) => `--${key}`)
    .join(' ')
  if (!world.stdin.isTerminal || !world.stdout.isTerminal || world.env['CI']) {
    throw usageStop(`cannot prompt without a terminal; use ${flags}`, `as in: ${withoutQuestions}`)
  }
  const { askFacts } = await import('../prompts/ask-facts.ts')
  return askFacts(pack, given, options, world)
}
