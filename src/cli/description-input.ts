/** Reads a description as the options of a command say, and hands it on. */
import type { AssessOptions } from '../assess.ts'
import type { Level, Pack } from '../core/framework.ts'
import type { Call } from './command.ts'
import { withFullReader } from './with-full-reader.ts'
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
    ...(typeof options['target'] === 'number' && { target: options['target'] as Level }),
  }
  return withFullReader(() => work(bytes, given))
}
