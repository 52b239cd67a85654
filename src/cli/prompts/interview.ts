/** An interview from the first question to the last word: the file, begun where it is not there yet, the sitting, what is next. */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts'
import { unknownIn, type Wanted } from '../../interview/choose-elements.ts'
import type { Depth } from '../../interview/depth.ts'
import { progressText } from '../../interview/loop/progress-parts.ts'
import type { Setting, State } from '../../interview/loop/state.ts'
import type { Part } from '../../interview/loop/view.ts'
import { leftElements } from '../../interview/loop/ways.ts'
import type { Pack } from '../../types/framework.ts'
import type { Duration } from '../../util/calendar.ts'
import { draftText, isOwnCopy, schemaFor, schemaName, writeDraft } from '../draft-file.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import { mayReplace } from '../io/may-replace.ts'
import type { World } from '../io/world.ts'
import { nextCommand } from '../next-command.ts'
import type { JudgementOptions, PackOptions } from '../options.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { type Audit, type AuditOptions, openAudit } from './audit.ts'
import type { Front } from './front.ts'
import { type FrontOptions, openFront } from './open-front.ts'
import { runSitting } from './run-sitting.ts'
import { type OpenedFile, openSaving, type Reading } from './saving.ts'

export interface InterviewOptions
  extends FrontOptions,
    AuditOptions,
    PackOptions,
    Pick<JudgementOptions, 'asOf'> {
  readonly depth?: Depth | undefined
  readonly next?: true | undefined
  readonly only?: readonly string[] | undefined
  readonly from?: string | undefined
  readonly unanswered?: true | undefined
  readonly flagged?: true | undefined
  readonly stale?: Duration | undefined
}

/** Returns the exit code. */
export async function interview(
  path: string,
  pack: Pack,
  options: InterviewOptions,
  world: World,
): Promise<number> {
  const reading = {
    file: path,
    pack,
    today: world.today(),
    ...(options.asOf !== undefined && { asOf: options.asOf }),
  }
  let file: OpenedFile | undefined
  let front: Front | undefined
  let audit: Audit | undefined
  try {
    checkNames(pack, options)
    audit = openAudit(path, options, world)
    if (existsSync(resolve(world.folder, path))) {
      file = openSaving(path, reading, audit, world)
      const diagnostics = await file.check()
      await printDiagnostics(diagnostics.filter(isError), world, options)
      if (hasErrors(diagnostics)) return exitCode.invalidInput
    }
    front = await openFront(options, dirname(resolve(world.folder, path)), world)
    file ??= await beginFile(path, reading, front, audit, options, world)
    const code = await sit(file, reading, front, options, world)
    if (audit?.missing === undefined) return code
    throw new Stop(exitCode.cannotAccess, lacksLines(audit.missing))
  } catch (error) {
    if (!(error instanceof Stop) || !interruptions.includes(error.code)) throw error
    front?.close()
    front = undefined
    // The cursor stands behind what was asked. Being interrupted is no error.
    const said = file ? error.message : 'stopped; nothing was written'
    const lacks = audit?.missing === undefined ? '' : ` Also, ${lacksLines(audit.missing)}.`
    world.stderr.write(`\n${said.charAt(0).toUpperCase()}${said.slice(1)}.${lacks}\n`)
    return error.code
  } finally {
    front?.close()
    file?.close()
    audit?.close()
  }
}

function lacksLines(why: string): string {
  return `the last changes are missing from the audit file: ${why}`
}

const interruptions: readonly number[] = [exitCode.interrupted, exitCode.terminated, exitCode.hungUp]

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}

/** What the command line names must be there before anything is asked. */
function filtersFrom(options: InterviewOptions): Omit<Wanted, 'depth'> & { readonly next: boolean } {
  const { only, from, stale, unanswered = false, flagged = false, next = false } = options
  return {
    ...(only && { only }),
    ...(from !== undefined && { from }),
    ...(stale && { stale }),
    unanswered,
    flagged,
    next,
  }
}

function checkNames({ framework }: Pack, options: InterviewOptions): void {
  const depth = options.depth ?? 'levels'
  const unknown = unknownIn(framework, { ...filtersFrom(options), depth })
  if (unknown) throw usageStop(`--${unknown.of}: ${unknown.message}`, unknown.hint)
}

/** What `init` would have written, from three answers. */
async function beginFile(
  path: string,
  reading: Reading,
  front: Front,
  audit: Audit | undefined,
  options: InterviewOptions,
  world: World,
): Promise<OpenedFile> {
  const { askNewFacts } = await import('./new-file.ts')
  await front.show([
    { type: 'text', text: `${path} does not exist yet; three questions create it.${whatComes(options)}` },
  ])
  const facts = await askNewFacts(reading.pack, front)
  if (!facts) throw new Stop(exitCode.interrupted, 'stopped; nothing was written')
  const wanted = schemaFor(path, world)
  // Somebody else's file of that name stays; editors then have no schema to complete from.
  const schema =
    isOwnCopy(wanted) && !mayReplace(join(dirname(path), schemaName), world.folder) ? null : wanted
  await writeDraft(
    path,
    await draftText(reading.pack, facts, schema, options, world),
    schema,
    reading.pack,
    world,
  )
  const unaudited = audit?.add(
    Object.entries(facts).map(([key, value]) => ({ path: ['organization', key], value: value as string })),
  )
  if (unaudited !== undefined) await front.show([{ type: 'problem', text: unaudited }])
  return openSaving(path, reading, audit, world)
}

/** Nobody is to think that three questions are all. */
function whatComes(options: InterviewOptions): string {
  if (options.from !== undefined) return ''
  const then = options.depth === undefined ? 'After the choice of depth,' : 'After that,'
  return ` ${then} four more questions about the organization are optional.`
}

async function sit(
  file: OpenedFile,
  reading: Reading,
  front: Front,
  options: InterviewOptions,
  world: World,
): Promise<number> {
  const folder = dirname(resolve(world.folder, reading.file))
  const setting: Setting = {
    ...reading,
    filters: filtersFrom(options),
    isFile: (name) => existsSync(join(folder, name)),
  }
  const notices = file.notices.map((text) => ({ type: 'note', text }) as const)
  if (notices.length > 0) await front.show(notices)
  const { state, code } = await runSitting(setting, options.depth, file, front, () => performance.now())
  await front.show(closingParts(state, options, world))
  return code
}

/** The last words of a sitting: what is saved, and the two commands to run next. */
export function closingParts(state: State, options: InterviewOptions, world: World): Part[] {
  const { file } = state.setting
  const isOpen = leftElements(state).length > 0
  const { audit, by, only = [], stale } = options
  const kept = [
    // A file does not say how deep its answers were asked for, nor which.
    ...(state.depth === 'levels' ? [] : ['--depth', state.depth]),
    ...only.flatMap((id) => ['--only', id]),
    ...(['unanswered', 'flagged'] as const).flatMap((name) => (options[name] ? [`--${name}`] : [])),
    ...(stale === undefined ? [] : ['--stale', `${stale.count}${stale.unit[0]}`]),
    ...(options.next ? ['--next'] : []),
    ...(options.accessible ? ['--accessible'] : []),
    ...(options.jsonLines ? ['--json-lines'] : []),
    ...(audit === undefined ? [] : ['--audit', audit, '--by', by!]),
  ]
  const commands = [
    nextCommand(['assess'], file, options, world),
    isOpen
      ? nextCommand(['interview', ...kept], file, options, world)
      : nextCommand(['assess', '-o', 'report.md'], file, options, world),
  ].filter((command) => command !== undefined)
  return [
    { type: 'text', text: `Saved in ${file}: ${progressText(state)}.` },
    ...(commands.length === 0 ? [] : [{ type: 'commands', title: 'Next', commands } as const]),
  ]
}
