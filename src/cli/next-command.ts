/** Writes commands to go on with so that they work when pasted: same pack, same day, names quoted for a shell. */
import { showSafely } from '../util/show.ts'
import type { World } from './io/world.ts'
import type { JudgementOptions, PackOptions } from './options.ts'

/**
 * `words` are a command and its words, `file` what it is about, one or several. Options that change what a file means are
 * kept. `undefined` where the name of a file holds characters that cannot be shown and therefore not be pasted.
 */
export function nextCommand(
  words: readonly string[],
  file: string | readonly string[],
  options: PackOptions & JudgementOptions,
  { env }: World,
): string | undefined {
  const files = typeof file === 'string' ? [file] : file
  if (files.some((one) => showSafely(one) !== one)) return undefined
  const { pack = [], asOf, evidence, target } = options
  const kept = [
    ...pack.flatMap((folder) => ['--pack', folder]),
    ...(asOf === undefined ? [] : ['--as-of', asOf]),
    ...(evidence === undefined ? [] : ['--evidence', evidence]),
    ...(target === undefined ? [] : ['--target', String(target)]),
  ]
  // What npx ran is on no path.
  const tool = env['npm_command'] === 'exec' ? 'npx ims-gap' : 'ims-gap'
  const names = files.map((one) => (one.startsWith('-') ? `./${one}` : one))
  return [tool, words[0]!, ...[...words.slice(1), ...names, ...kept].map(shellWord)].join(' ')
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
