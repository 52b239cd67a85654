/** Reads a description as the options of a command say, and hands it on; the full YAML parser is loaded only where it is needed. */
import { dirname, resolve } from 'node:path'
import type { AssessOptions } from '../assess.ts'
import type { LookAtFiles } from '../core/file-facts.ts'
import type { Level, Pack } from '../core/framework.ts'
import { NeedsFullReader } from '../source/read-yaml.ts'
import type { Call } from './command.ts'
import { readInput } from './world/read-file.ts'
import type { World } from './world/world.ts'

/** `work` is done again from the start where its first try met YAML that is not plain. */
export async function withDescription<T>(
  path: string,
  pack: Pack,
  options: Call['options'],
  world: World,
  work: (bytes: Uint8Array, options: AssessOptions & { readonly file: string }) => T,
): Promise<T> {
  const { file, bytes } = await readInput(path, world, options['stdinFilename'] as string | undefined)
  const given = {
    file,
    pack,
    today: world.today(),
    ...(typeof options['asOf'] === 'string' && { asOf: options['asOf'] }),
    ...(options['evidence'] === 'checked' && {
      lookAtFiles: await lookBeside(path === '-' ? file : path, world, options),
    }),
    ...(typeof options['target'] === 'number' && { target: options['target'] as Level }),
  }
  try {
    return work(bytes, given)
  } catch (error) {
    if (!(error instanceof NeedsFullReader)) throw error
    await import('../source/full-reader.ts')
    return work(bytes, given)
  }
}

/** Files cited as evidence lie beside the description; for standard input, beside the name it is given. */
async function lookBeside(file: string, world: World, options: Call['options']): Promise<LookAtFiles> {
  const { openGit } = await import('./world/git.ts')
  const { lookAtFilesFor } = await import('./world/look-at-files.ts')
  const folder = dirname(resolve(world.folder, file))
  return lookAtFilesFor(folder, openGit(folder, world.env), (text) => {
    if (options['quiet'] !== true) world.stderr.write(`note: ${text}\n`)
  })
}
