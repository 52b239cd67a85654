/** Prints what is wrong with the input files to standard error. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { renderDiagnostics } from '../report/diagnostics.ts'
import type { World } from './io/world.ts'
import type { TerminalOptions } from './options.ts'
import { terminalOf } from './terminal.ts'

export async function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  world: World,
  options: TerminalOptions,
): Promise<void> {
  if (diagnostics.length === 0) return
  const terminal = terminalOf(world.stderr, world, options)
  world.stderr.write(renderDiagnostics(diagnostics, terminal))
}
