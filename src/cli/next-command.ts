/** Writes commands to go on with so that they work when pasted: same pack, same day, names quoted for a shell. */
import { showSafely } from '../util/show.ts'
import type { Call } from './command.ts'
import type { World } from './io/world.ts'

/**
 * `words` are a command and its words, `file` what it is about, one or several. Options that change what a file means are
 * kept. `undefined` where the name of a file holds characters that cannot be shown and therefore not be pasted.
 */
export function nextCommand(
  words: readonly string[],
  file: string | readonly string[],
  options: Call['options'],
  { env }: World,
): string | undefined {
  const files = typeof file === 'string' ? [file] : file
  if (files.some((one) => showSafely(one) !== one)) return undefined
  const packs = (options['pack'] as string[] | undefined) ?? []
  const kept = [
    ...packs.flatMap((folder) => ['--pack', folder]),
    ...(options['asOf'] === undefined ? [] : ['--as-of', String(options['asOf'])]),
    ...(options['evidence'] === undefined ? [] : ['--evidence', String(options['evidence'])]),
    ...(options['target'] === undefined ? [] : ['--target', String(options['target'])]),
  ]
  // What npx ran is on no path.
  const tool = env['npm_command'] === 'exec' ? 'npx ims-gap' : 'ims-gap'
  const names = files.map((one) => (one.startsWith('-') ? `./${one}` : one))
  return [tool, words[0]!, ...[...words.slice(1), ...names, ...kept].map(shellWord)].join(' ')
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
