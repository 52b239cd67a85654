/** Prints what is wrong with the input files to standard error. */
import type { Diagnostic } from '../core/diagnostic.ts'
import { renderDiagnostics } from '../report/diagnostics.ts'
import { type TerminalOptions, terminalOf } from './terminal.ts'
import type { World } from './world/world.ts'

export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  world: World,
  options: TerminalOptions,
): void {
  if (diagnostics.length === 0) return
  world.stderr.write(renderDiagnostics(diagnostics, terminalOf(world.stderr, world, options)))
}
