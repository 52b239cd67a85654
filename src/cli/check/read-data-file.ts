/** Reads a YAML file of ours that is no description, such as a configuration. What is wrong with it is a matter of usage. */
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts'
import { renderGithubDiagnostics } from '../../report/check/github-commands.ts'
import type { DocumentNode } from '../../types/document.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import { commandOutput } from '../io/inert-output.ts'
import { readRegularFile } from '../io/read-file.ts'
import type { World } from '../io/world.ts'
import type { TerminalOptions } from '../options.ts'
import { printDiagnostics } from '../print-diagnostics.ts'

/** With `github`, what is wrong also becomes an annotation at its line. */
export interface DataFileOptions extends TerminalOptions {
  readonly format?: string | undefined
}

/** Prints what is wrong; where something is, stops with code 2. `read` makes sense of the tree. */
export async function readDataFile<T>(
  path: string,
  options: DataFileOptions,
  world: World,
  read: (root: DocumentNode) => { readonly value?: T; readonly diagnostics: readonly Diagnostic[] },
): Promise<T> {
  // Any root: the hint for a wrong one is about descriptions.
  const { root, diagnostics } = readYaml(bytesOf(path, world), path, { anyRoot: true })
  const { value, diagnostics: wrong } =
    root && !hasErrors(diagnostics) ? read(root) : { value: undefined, diagnostics: [] }
  const all = [...diagnostics, ...wrong]
  await printDiagnostics(all, world, options)
  if (options.format === 'github') commandOutput(world.stdout).write(renderGithubDiagnostics(all, path))
  if (value !== undefined && !hasErrors(all)) return value
  throw new Stop(exitCode.usage, 'nothing was checked', 'fix the file above first')
}

/** Errors of the system are reported as usual, with the exit code for wrong usage. */
function bytesOf(path: string, world: World): Uint8Array {
  try {
    return readRegularFile(path, world.folder)
  } catch (error) {
    // The other hint, for what is no file, is about descriptions.
    if (error instanceof Stop)
      throw usageStop(error.message, error.code === exitCode.cannotAccess ? error.hint : undefined)
    throw error
  }
}
