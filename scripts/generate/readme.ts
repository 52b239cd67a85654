/** Fills the parts of the README, or of a page like it, that the program itself says: what a command prints, between marks. */

import type { World } from '../../src/cli/io/world.ts'
import { main } from '../../src/cli/main.ts'

const marked = /<!-- (output|errors|first (\d+) lines) of: (.+) -->\n```text\n[\s\S]*?```/g

/** Runs every command that a mark names and puts its output below it. */
export async function fillReadme(text: string, root: string): Promise<string> {
  let filled = text
  for (const [whole, what, lines, command] of text.matchAll(marked)) {
    const output = await outputOf(command!, what === 'errors' ? 3 : 0, root)
    const shown = lines ? `${output.split('\n').slice(0, Number(lines)).join('\n')}\n…` : output.trimEnd()
    filled = filled.replace(whole, () => `<!-- ${what} of: ${command} -->\n\`\`\`text\n${shown}\n\`\`\``)
  }
  return filled
}

async function outputOf(command: string, expected: number, root: string): Promise<string> {
  let written = ''
  const write = (text: string) => {
    written += text
  }
  const stream = { write, isTerminal: false, columns: undefined }
  const world: World = {
    stdout: stream,
    stderr: stream,
    stdin: { isTerminal: false, read: async () => new Uint8Array() },
    env: {},
    folder: root,
    packageFolder: root,
    today: () => '2026-11-24',
    moment: () => '2026-11-24T09:30:00Z',
  }
  const [, ...argv] = command.split(' ')
  const code = await main(argv, world)
  if (code !== expected) throw new Error(`${command} ended with ${code}:\n${written}`)
  return written
}
