/** Whether there is a terminal to ask in, and what to use where there is none. */
import { usageStop } from '../exit-code.ts'
import type { World } from '../io/world.ts'

/** Stops with code 2, at once, where a question would wait for nobody. */
export function checkCanAsk(file: string, { stdin, stdout, env }: World): void {
  const automated = env['CI'] !== undefined && !['', '0', 'false'].includes(env['CI'])
  if (stdin.isTerminal && stdout.isTerminal && !automated) return
  throw usageStop(
    automated
      ? 'cannot prompt because CI is set; use --set, --answers or --json-lines'
      : 'cannot prompt without a terminal; use --set, --answers or --json-lines',
    `for example: ims-gap interview ${/^[\w./-]+$/.test(file) ? file : 'org.yaml'} --set 4.1.2.level=3`,
  )
}
