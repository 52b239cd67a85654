/** Reads a description as the options of a command say, and hands it on. */
import { dirname, resolve } from 'node:path'
import type { AssessOptions } from '../assess.ts'
import type { LookAtFiles } from '../types/file-facts.ts'
import type { Level, Pack } from '../types/framework.ts'
import type { Call } from './command.ts'
import { readInput } from './io/read-file.ts'
import type { World } from './io/world.ts'

/**
 * `told` holds the notes already printed about files cited as evidence, so that a call about many descriptions prints each
 * once.
 */
export async function withDescription<T>(
  path: string,
  pack: Pack,
  options: Call['options'],
  world: World,
  work: (bytes: Uint8Array, options: AssessOptions & { readonly file: string }) => T,
  told: Set<string> = new Set(),
): Promise<T> {
  const { file, bytes } = await readInput(path, world, options['stdinFilename'] as string | undefined)
  const given = {
    file,
    pack,
    today: world.today(),
    ...(typeof options['asOf'] === 'string' && { asOf: options['asOf'] }),
    ...(options['evidence'] === 'checked' && {
      lookAtFiles: await lookBeside(path === '-' ? file : path, world, options, told),
    }),
    ...(typeof options['target'] === 'number' && { target: options['target'] as Level }),
  }
  return work(bytes, given)
}

/** Files cited as evidence lie beside the description; for standard input, beside the name it is given. */
async function lookBeside(
  file: string,
  world: World,
  options: Call['options'],
  told: Set<string>,
): Promise<LookAtFiles> {
  const { openGit } = await import('./io/git.ts')
  const { lookAtFilesFor } = await import('./io/look-at-files.ts')
  const folder = dirname(resolve(world.folder, file))
  return lookAtFilesFor(folder, openGit(folder, world.env), (text) => {
    if (options['quiet'] !== true && !told.has(text)) world.stderr.write(`note: ${text}\n`)
    told.add(text)
  })
}
