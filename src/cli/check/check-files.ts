/** Checks one file after the other. What is wrong with one never keeps the others from being checked. */
import { type AssessOptions, assessWithInputs } from '../../assess.ts'
import { checkAssessment } from '../../check/check-assessment.ts'
import type { FileBase, Gates } from '../../check/gates.ts'
import { hasErrors } from '../../diagnostics/diagnostic.ts'
import type { LaterFindings } from '../../scoring/compare-findings.ts'
import type { CheckReport, FileCheck, ResolvedFinding } from '../../types/check-report.ts'
import type { LookAtFiles } from '../../types/file-facts.ts'
import type { Pack } from '../../types/framework.ts'
import { withDescription } from '../description-input.ts'
import { exitCode, Stop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
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
  const told = new Set<string>()
  for (const named of setting.files) {
    const { file, code } = await checkOne(named, setting, gates, base, world, told)
    await printDiagnostics(file.diagnostics, world, setting.options)
    take(setting.files.length > 1 ? withDigest(file) : file)
    worst = Math.max(worst, code)
  }
  return worst
}

/** The digest is computed when it is asked for, and until then holds on to the document: one is enough. */
function withDigest(file: FileCheck): FileCheck {
  const { assessment } = file
  return { ...file, assessment: assessment && { ...assessment, input: { ...assessment.input } } }
}

/** A base records rules by id only. */
function withTitles(file: FileCheck, { texts }: Pack): FileCheck {
  if (file.resolved.length === 0) return file
  const { rules } = texts()
  const resolved = file.resolved.map((finding): ResolvedFinding => {
    const rule = finding.id.slice(0, finding.id.indexOf('@'))
    return Object.hasOwn(rules, rule) ? { ...finding, title: rules[rule]!.title } : finding
  })
  return { ...file, resolved }
}

async function checkOne(
  { path, problem }: NamedFile,
  { pack, options, paths, configuration }: CheckSetting,
  gates: Gates,
  base: Base,
  world: World,
  told: Set<string>,
): Promise<{ file: FileCheck; code: number }> {
  const nothing = {
    ...{ message: null, comparison: null, assessment: null, diagnostics: [], gates: [], findings: [] },
    ...{ resolved: [], weakened: [], relaxed: [] },
  }
  try {
    if (problem) throw problem
    const check = (bytes: Uint8Array, given: AssessOptions & { readonly file: string }) => {
      const { assessed, diagnostics } = assessWithInputs(bytes, { ...given, improvements: false })
      if (!assessed || hasErrors(diagnostics)) {
        const file: FileCheck = { ...nothing, file: given.file, status: 'invalid', diagnostics }
        return { file, code: exitCode.invalidInput }
      }
      const against = base.of({
        path: given.file,
        bytes,
        assessed,
        ...(given.lookAtFiles && { lookAtFiles: given.lookAtFiles }),
      })
      const file = withTitles(checkAssessment(given.file, assessed, diagnostics, gates, against), pack)
      return { file, code: file.status === 'passed' ? exitCode.ok : exitCode.gateFailed }
    }
    return await withDescription(path, pack, options, world, check, told)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    const { message, code } = error
    const isConfigured = paths.length === 0 && code === exitCode.cannotAccess
    const hint = isConfigured
      ? `${configuration.name ?? 'the configuration'} lists it under files: restore it, or remove it from the list`
      : error.hint
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

export interface Base {
  readonly about: CheckReport['base']
  /** Against a revision: a file of the repository as it was there, by its absolute path; `undefined` where there was none. */
  readonly at?: (full: string) => Uint8Array | undefined
  /** What it says of one file; null where there is no base at all. */
  of(file: CheckedFile): FileBase | null
}

export interface CheckedFile {
  /** As named. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly assessed: LaterFindings
  /** How files cited as evidence were looked at for it; left out where they were not. */
  readonly lookAtFiles?: LookAtFiles
}

export const noBase: Base = { about: { kind: 'none', name: null }, of: () => null }
