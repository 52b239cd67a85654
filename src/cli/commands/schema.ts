/** `ims-gap schema`: prints the JSON Schemas that editors and other programs work with. */

import { join } from 'node:path'
import { Argument } from '@commander-js/extra-typings'
import { stringifySafely } from '../../report/stringify-safely.ts'
import { richDescriptionSchema } from '../../schema/rich-description-schema.ts'
import { exitCode } from '../exit-code.ts'
import { readRegularFile } from '../io/read-file.ts'
import type { World } from '../io/world.ts'
import * as shared from '../options.ts'
import { findPack } from '../pack-folder.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { type Call, command, type OptionsOf } from '../program.ts'

const names = ['description', 'assessment', 'check', 'comparison', 'trend', 'pack'] as const

export function schemaCommand({ world, exitWith }: Call) {
  return definition().action((name, options) => exitWith(run(name, options, world)))
}

function definition() {
  return command(
    'schema',
    'Prints a JSON Schema. The schema of a description is made from the guidance pack: it contains every element and criterion, so that an editor completes them and shows what they mean. Name it in the first line of the file:\n  # yaml-language-server: $schema=./ims-gap.schema.json',
    [
      { command: 'ims-gap schema > ims-gap.schema.json', about: 'for editors' },
      { command: 'ims-gap schema assessment', about: 'the shape of the JSON result' },
    ],
  )
    .addArgument(
      new Argument('[name]', 'description (default), assessment, check, comparison, trend or pack').argParser(
        shared.oneOf('schema', names),
      ),
    )
    .addOption(shared.packOption)
}

type Options = OptionsOf<typeof definition>

async function run(
  name: (typeof names)[number] = 'description',
  options: Options,
  world: World,
): Promise<number> {
  if (name !== 'description') {
    const bytes = readRegularFile(join(world.packageFolder, 'schemas', `${name}.schema.json`), world.folder)
    world.stdout.write(Buffer.from(bytes).toString('utf8'))
    return exitCode.ok
  }
  const { pack, diagnostics } = await findPack(options.pack, world)
  await printDiagnostics(diagnostics, world, options)
  if (!pack) return exitCode.invalidInput
  world.stdout.write(stringifySafely(richDescriptionSchema(pack.framework, pack.texts())))
  return exitCode.ok
}
