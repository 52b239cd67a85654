/** Checks one file after the other. What is wrong with one never keeps the others from being checked. */
import { assess } from '../../assess.ts'
import type { FileCheck } from '../../core/check-report.ts'
import { hasErrors } from '../../core/diagnostic.ts'
import type { Gates } from '../../gate/gates.ts'
import { judge } from '../../gate/judge.ts'
import { withDescription } from '../description-input.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import type { World } from '../world/world.ts'
import type { Base } from './base.ts'
import type { NamedFile } from './expand-paths.ts'
import type { CheckSetting } from './prepare-check.ts'

/**
 * Hands on each file as it comes, after printing what is wrong with it. Gives the worst code of all: 4 over 3 over 1
 * over 0.
 */
export async function checkFiles(
  setting: CheckSetting,
  gates: Gates,
  base: Base,
  world: World,
  take: (file: FileCheck) => void,
): Promise<number> {
  let worst: number = exitCode.ok
  for (const named of setting.files) {
    const { file, code } = await checkOne(named, setting, gates, base, world)
    await printDiagnostics(file.diagnostics, world, setting.options)
    take(file)
    worst = Math.max(worst, code)
  }
  return worst
}

async function checkOne(
  { path, problem }: NamedFile,
  { pack, options }: CheckSetting,
  gates: Gates,
  base: Base,
  world: World,
): Promise<{ file: FileCheck; code: number }> {
  const nothing = { message: null, assessment: null, diagnostics: [], gates: [], findings: [], fixed: [] }
  try {
    if (problem) throw problem
    return await withDescription(path, pack, options, world, (bytes, given) => {
      const { assessment, diagnostics } = assess(bytes, given)
      const about = { ...nothing, file: given.file, diagnostics }
      if (!assessment || hasErrors(diagnostics))
        return { file: { ...about, status: 'invalid' }, code: exitCode.invalidInput }
      const { passed, ...judged } = judge(assessment, gates, base.of({ path: given.file, bytes, assessment }))
      return {
        file: { ...about, ...judged, status: passed ? 'passed' : 'failed', assessment },
        code: passed ? exitCode.ok : exitCode.gateFailed,
      }
    })
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    const { message, hint, code } = error
    return {
      file: {
        ...nothing,
        file: path,
        status: 'unreadable',
        message: hint === undefined ? message : `${message}; ${hint}`,
      },
      code,
    }
  }
}
