/** `ims-gap init`: writes a practice description to fill in, and the schema editors complete from. */
import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Pack } from '../../types/framework.ts'
import { quote, showSafely } from '../../util/show.ts'
import type { Call, Command } from '../command.ts'
import { draftText, type Facts, isOwnCopy, schemaFor, schemaName, writeDraft } from '../draft-file.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import { nextCommand } from '../next-command.ts'
import * as shared from '../options.ts'
import { findPack } from '../pack-folder.ts'

const kinds = ['established', 'temporary', 'start-up']
const sizes = ['micro', 'small', 'medium', 'large']

export const initCommand: Command = {
  name: 'init',
  summary: 'write a practice description to fill in',
  description:
    'Writes a commented practice description with every element of the guidance, its question and what each level looks like. Asks for name, kind and size where they are not given and a terminal is there to ask. Beside it goes the schema from which editors complete and check, unless ims-gap is installed in the project.',
  arguments: [{ name: '[file]', about: 'the file to write (default org.yaml; - is standard output)' }],
  options: [
    { flags: '--name <text>', about: 'name of the organization', parse: shared.text('--name') },
    {
      flags: '--kind <kind>',
      about: 'established (here to stay), temporary (ends with its purpose) or start-up',
      parse: shared.oneOf('--kind', kinds),
    },
    {
      flags: '--size <size>',
      about: 'micro (up to 9 people), small (up to 49), medium (up to 249) or large',
      parse: shared.oneOf('--size', sizes),
    },
    {
      flags: '--sector <text>',
      about: 'sector, such as manufacturing',
      parse: shared.text('--sector'),
    },
    { flags: '--country <text>', about: 'country, such as PT', parse: shared.text('--country') },
    {
      flags: '--target <level>',
      about: 'target level for every element; without it, targets that suit kind and size',
      parse: shared.wholeNumber('--target', 0, 5),
    },
    { flags: '--no-schema', about: 'do not write or name a schema for editors' },
    { ...shared.asOfOption, about: 'date of the assessment (YYYY-MM-DD); default: today' },
    shared.packOption,
    shared.forceOption,
  ],
  examples: [
    { command: 'ims-gap init org.yaml', about: 'asks for name, kind and size' },
    {
      command: 'ims-gap init org.yaml --name "Harbour Pumps" --kind established --size medium',
      about: 'asks nothing',
    },
  ],
  run,
}

async function run({ arguments: [file = 'org.yaml'], options }: Call, world: World): Promise<number> {
  const target = resolve(world.folder, file)
  if (file !== '-' && options['force'] !== true && existsSync(target)) {
    throw new Stop(
      exitCode.cannotAccess,
      `${quote(file)} exists already`,
      'use --force to overwrite it, or name another file',
    )
  }
  const { pack, diagnostics } = await findPack(options['pack'] as string[] | undefined, world)
  const { printDiagnostics } = await import('../print-diagnostics.ts')
  await printDiagnostics(diagnostics, world, options)
  if (!pack) return exitCode.invalidInput

  const schema = options['schema'] === false || file === '-' ? null : schemaFor(file, world)
  if (isOwnCopy(schema)) await checkSchemaFile(file, options, world)
  const facts = await askForFacts(pack, options, world)
  const text = await draftText(pack, facts, schema, options, world)
  if (file === '-') {
    world.stdout.write(text)
    return exitCode.ok
  }
  await writeDraft(file, text, schema, pack, world)
  if (options['quiet'] !== true) {
    const name = showSafely(file)
    world.stderr.write(`wrote ${name}${isOwnCopy(schema) ? ` and ${schemaName}` : ''}\n`)
    const next = nextCommand(['assess'], file, { pack: options['pack'] }, world)
    if (next) world.stderr.write(`Fill in what you know, then run:\n  ${next}\n`)
  }
  return exitCode.ok
}

/** The schema lies beside the description under a fixed name; nothing of somebody else's may be there. */
async function checkSchemaFile(file: string, options: Call['options'], world: World): Promise<void> {
  if (basename(file) === schemaName)
    throw usageStop(
      `${schemaName} is the name of the schema for editors`,
      'give the description another name',
    )
  const { mayReplace } = await import('../io/may-replace.ts')
  const path = join(dirname(file), schemaName)
  if (options['force'] === true || mayReplace(path, world.folder)) return
  throw new Stop(
    exitCode.cannotAccess,
    `${quote(path)} exists and was not written by ims-gap`,
    'use --no-schema to leave it alone, or --force to overwrite it',
  )
}

async function askForFacts(pack: Pack, options: Call['options'], world: World): Promise<Facts> {
  const given = { name: options['name'], kind: options['kind'], size: options['size'] } as Partial<Facts>
  const missing = Object.entries(given).filter(([, value]) => value === undefined)
  if (missing.length === 0) return given as Facts
  const flags = missing.map(([name]) => `--${name}`).join(' ')
  if (!world.stdin.isTerminal || !world.stdout.isTerminal || world.env['CI']) {
    throw usageStop(
      `there is no terminal to ask in; say ${flags} on the command line`,
      `as in: ${initCommand.examples[1]!.command}`,
    )
  }
  const { askFacts } = await import('../prompts/ask-facts.ts')
  return askFacts(pack, given, options, world)
}
