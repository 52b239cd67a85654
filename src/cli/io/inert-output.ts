/** Outputs in which no text can be taken for a command by the system that runs a build. */
import { logCommands, withoutCommands, workflowCommand } from '../../util/log-commands.ts'
import type { Output } from './world.ts'

export function inertOutput(output: Output): Output {
  const safe = filtered(output, [workflowCommand, ...logCommands])
  originals.set(safe, output)
  return safe
}

/** The same output for lines that are workflow commands on purpose; commands of every other form stay inert. */
export function commandOutput(output: Output): Output {
  return filtered(originals.get(output) ?? output, logCommands)
}

/** The same for the text of a file, which may be printed in a log later. */
export function inertText(text: string, givesCommands: boolean): string {
  return withoutCommands(text, escapeCharacter, givesCommands ? logCommands : undefined)
}

const originals = new WeakMap<Output, Output>()

function filtered(output: Output, commands: typeof logCommands): Output {
  return {
    write: (text) => output.write(withoutCommands(text, escapeCharacter, commands)),
    get isTerminal() {
      return output.isTerminal
    },
    get columns() {
      return output.columns
    },
  }
}

function escapeCharacter(character: string): string {
  return `\\u{${character.charCodeAt(0).toString(16)}}`
}
