/** `ims-gap schema`: prints the JSON Schemas that editors and other programs work with. */
import { join } from 'node:path'
import type { Call, Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { readRegularFile } from '../io/read-file.ts'
import type { World } from '../io/world.ts'
import * as shared from '../options.ts'
import { findPack } from '../pack-folder.ts'

const names = ['description', 'assessment', 'check', 'comparison', 'trend', 'pack'] as const

export const schemaCommand: Command = {
  name: 'schema',
  summary: 'print the JSON Schema of a description, a result or a pack',
  description:
    'Prints a JSON Schema. That of a description is made from the guidance pack: it knows every element and criterion, so that an editor completes them and shows what they mean. Name it in the first line of the file:\n  # yaml-language-server: $schema=./ims-gap.schema.json',
  arguments: [
    { name: '[name]', about: 'description (default), assessment, check, comparison, trend or pack' },
  ],
  options: [shared.packOption],
  examples: [
    { command: 'ims-gap schema > ims-gap.schema.json', about: 'for editors' },
    { command: 'ims-gap schema assessment', about: 'the shape of the JSON result' },
  ],
  run,
}

async function run({ arguments: [given = 'description'], options }: Call, world: World): Promise<number> {
  const name = shared.oneOf('schema', names)(given)
  if (name !== 'description') {
    const bytes = readRegularFile(join(world.packageFolder, 'schemas', `${name}.schema.json`), world.folder)
    world.stdout.write(Buffer.from(bytes).toString('utf8'))
    return exitCode.ok
  }
  const { pack, diagnostics } = await findPack(options['pack'] as string[] | undefined, world)
  const { printDiagnostics } = await import('../print-diagnostics.ts')
  await printDiagnostics(diagnostics, world, options)
  if (!pack) return exitCode.invalidInput
  const { richDescriptionSchema } = await import('../../schema/rich-description-schema.ts')
  const { stringifySafely } = await import('../../report/stringify-safely.ts')
  world.stdout.write(stringifySafely(richDescriptionSchema(pack.framework, pack.texts())))
  return exitCode.ok
}
