/**
 * Keeps texts of a file or a pack from being taken for commands by the machine that runs a build: such machines read
 * lines that begin with `::`, blanks of any kind aside, and `##[` anywhere in a line as orders to themselves.
 */
import type { Output } from './io/world.ts'

/** The same output; a line that would begin so has its first sign written as an escape. */
export function inertOutput(output: Output): Output {
  const safe: Output = {
    write: (text) => output.write(inert(text)),
    get isTerminal() {
      return output.isTerminal
    },
    get columns() {
      return output.columns
    },
  }
  behind.set(safe, output)
  return safe
}

/**
 * The output as it was, for lines that are meant as orders: whoever writes to it has made every text from outside
 * harmless by the rules of that machine.
 */
export function commandOutput(output: Output): Output {
  return behind.get(output) ?? output
}

const behind = new WeakMap<Output, Output>()

function inert(text: string): string {
  if (!text.includes('::') && !text.includes('##[')) return text
  return text.replace(/^([^\S\n]*)::/gm, '$1\\u{3a}:').replaceAll('##[', '\\u{23}#[')
}
