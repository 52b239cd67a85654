/** Puts answers given on the command line or in a file into a description, without asking anything: all of them or none. */
import { describe } from '../../assess.ts'
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts'
import { setAnswers } from '../../interview/set-answers.ts'
import type { DocumentNode } from '../../types/document.ts'
import { quote, showSafely } from '../../util/show.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import { openAnswerFile } from '../io/answer-file.ts'
import { readInput } from '../io/read-file.ts'
import type { World } from '../io/world.ts'
import type { JudgementOptions, PackOptions, QuietOptions, TerminalOptions } from '../options.ts'
import { findPack } from '../pack-folder.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { type Audit, type AuditOptions, openAudit } from './audit.ts'

export interface WithoutPrompts {
  /** Texts of `--set`, in order. */
  readonly set: readonly string[]
  /** The file of `--answers`; `-` is standard input. */
  readonly answers?: string | undefined
}

/** `path`: the description, a file that is there. Ends with 3, and nothing written, where anything is wrong with an answer. */
export async function answerWithoutPrompts(
  path: string,
  { set, answers }: WithoutPrompts,
  world: World,
  options: AuditOptions & PackOptions & TerminalOptions & QuietOptions & Pick<JudgementOptions, 'asOf'>,
): Promise<number> {
  for (const text of set) checkForm(text)
  if (path === '-') throw usageStop('answers go into a file, not to standard output', 'name the description')
  const { pack, diagnostics: packProblems } = await findPack(options.pack, world)
  await printDiagnostics(packProblems, world, options)
  if (!pack) return exitCode.invalidInput
  const given = answers === undefined ? undefined : await readAnswersFile(answers, world)
  if (given && hasErrors(given.diagnostics)) return refuse(given.diagnostics, world, options)

  const day = {
    today: world.today(),
    ...(options.asOf !== undefined && { asOf: options.asOf }),
  }
  const read = (text: string) => describe(text, { file: path, pack, ...day })
  const file = openAnswerFile(path, world, (text) =>
    read(text).diagnostics.filter(({ severity }) => severity === 'error'),
  )
  let audit: Audit | undefined
  try {
    audit = openAudit(path, options, world)
    const { description, diagnostics: known } = read(file.text)
    if (!description) return refuse(known, world, options)
    const result = setAnswers(
      description,
      pack,
      { sets: set, ...(given?.root && { file: given.root }) },
      { ...day, known },
    )
    if ('diagnostics' in result) return refuse(result.diagnostics, world, options)
    await printDiagnostics(result.warnings, world, options)
    if (result.edits.length === 0) {
      tell(`${showSafely(path)} already contains these answers; nothing was changed\n`)
      return exitCode.ok
    }
    const saved = file.save(result.edits)
    if (!saved.saved) return refuse(saved.errors, world, options)
    const notices = [
      ...file.notices,
      ...(saved.notice === undefined ? [] : [saved.notice]),
      ...(saved.how === 'rewritten' ? [rewrittenNotice] : []),
    ]
    tell([...result.notes, ...notices, ''].join('\n'))
    const unaudited = audit?.add(result.edits, description.root)
    if (unaudited !== undefined)
      throw new Stop(exitCode.cannotAccess, `saved, but not recorded in the audit file: ${audit!.missing}`)
    return exitCode.ok
  } finally {
    file.close()
    audit?.close()
  }

  function tell(text: string): void {
    if (!options.quiet) world.stderr.write(text)
  }
}

const rewrittenNotice =
  'The whole file was rewritten to add the answers: layout and comments may have changed, so check the diff.'

function checkForm(text: string): void {
  if (/^[^=]*[^=\s][^=]*=/.test(text)) return
  throw usageStop(`--set takes KEY=VALUE, not ${quote(text)}`, 'for example --set 4.1.2.level=3')
}

async function readAnswersFile(
  path: string,
  world: World,
): Promise<{ readonly root?: DocumentNode; readonly diagnostics: readonly Diagnostic[] }> {
  const { file, bytes } = await readInput(path, world)
  return readYaml(bytes, file)
}

async function refuse(
  diagnostics: readonly Diagnostic[],
  world: World,
  options: TerminalOptions,
): Promise<number> {
  await printDiagnostics(diagnostics, world, options)
  return exitCode.invalidInput
}
