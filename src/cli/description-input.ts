/** Reads a description as the options of a command say, and hands it on. */

import { dirname, resolve } from 'node:path'
import type { AssessOptions } from '../assess.ts'
import type { LookAtFiles } from '../types/file-facts.ts'
import type { Pack } from '../types/framework.ts'
import { openGit } from './io/git.ts'
import { lookAtFilesFor } from './io/look-at-files.ts'
import { readInput } from './io/read-file.ts'
import type { World } from './io/world.ts'
import type { JudgementOptions, QuietOptions } from './options.ts'

export interface DescriptionOptions extends JudgementOptions, QuietOptions {
  readonly stdinFilename?: string | undefined
}

/**
 * `told` holds the notes already printed about files cited as evidence, so that a call about many descriptions prints each
 * once.
 */
export async function withDescription<T>(
  path: string,
  pack: Pack,
  options: DescriptionOptions,
  world: World,
  work: (bytes: Uint8Array, options: AssessOptions & { readonly file: string }) => T,
  told: Set<string> = new Set(),
): Promise<T> {
  const { file, bytes } = await readInput(path, world, options.stdinFilename)
  const given = {
    file,
    pack,
    today: world.today(),
    ...(options.asOf !== undefined && { asOf: options.asOf }),
    ...(options.evidence === 'checked' && {
      lookAtFiles: await lookBeside(path === '-' ? file : path, world, options, told),
    }),
    ...(options.target !== undefined && { target: options.target }),
  }
  return work(bytes, given)
}

/** Files cited as evidence lie beside the description; for standard input, beside the name it is given. */
async function lookBeside(
  file: string,
  world: World,
  options: QuietOptions,
  told: Set<string>,
): Promise<LookAtFiles> {
  const folder = dirname(resolve(world.folder, file))
  return lookAtFilesFor(folder, openGit(folder, world.env), (text) => {
    if (!options.quiet && !told.has(text)) world.stderr.write(`note: ${text}\n`)
    told.add(text)
  })
}
