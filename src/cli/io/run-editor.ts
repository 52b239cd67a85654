/**
 * Opens the editor that the user chose on a text, and gives back what became of it. Words are split at blanks and started
 * without a shell. The text stands in a folder that only the user can look into, and that is gone afterwards; it stays only
 * where something was written that nobody took over yet.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { showSafely } from '../../util/show.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { reasonOf } from './read-file.ts'
import type { World } from './world.ts'

export interface EditorRun {
  /** What the file holds now, without a byte-order mark, its lines ended by `\n`; absent where that is not known. */
  readonly text?: string
  /** A sentence where the text is not to be taken: no editor, or it failed. */
  readonly problem?: string
}

interface Ending {
  readonly error?: NodeJS.ErrnoException
  readonly code?: number | null
  readonly signal?: NodeJS.Signals | null
  /** We were asked to end, and the editor did not follow. */
  readonly runs?: true
}

/** How long an editor may take to end when we are asked to end, in milliseconds. */
const patience = 300

/** Rejects with a `Stop` when the sitting is asked to end meanwhile, which also ends the editor. */
export async function runEditor(text: string, { env }: World, signal: AbortSignal): Promise<EditorRun> {
  const words = wordsOf(env['VISUAL']) ?? wordsOf(env['EDITOR'])
  if (!words)
    return {
      problem:
        'No editor is configured. Quit, set VISUAL or EDITOR (for example EDITOR=nano) and start again.',
    }
  let folder: string
  try {
    folder = mkdtempSync(join(tmpdir(), 'ims-gap-'))
  } catch (error) {
    return noPlace(error)
  }
  const file = join(folder, 'text.txt')
  const given = `${text}\n`
  let keep = false
  try {
    try {
      writeFileSync(file, given, { flag: 'wx', mode: 0o600 })
    } catch (error) {
      return noPlace(error)
    }
    const ending = await endOf(words, file, env, signal)
    const bytes = readIfThere(file)
    const written = bytes && decode(bytes)
    const isChanged = bytes !== undefined && !bytes.equals(Buffer.from(given))
    if (signal.aborted || isInterrupted(ending)) {
      keep = isChanged || ending.runs === true
      throw over(signal, keep ? file : undefined)
    }
    const problem = problemOf(ending, words[0]!)
    if (bytes === undefined)
      return { problem: problem ?? 'The editor removed its file; nothing was changed.' }
    if (written === undefined) {
      keep = true
      return {
        problem: `The edited text is not valid UTF-8; it is kept in ${showSafely(file)}, and nothing was changed.`,
      }
    }
    return { text: written, ...(problem !== undefined && { problem }) }
  } finally {
    if (!keep) rmSync(folder, { recursive: true, force: true })
  }
}

/** The editor and its options; `undefined` where nothing is set. */
function wordsOf(setting: string | undefined): readonly string[] | undefined {
  const words = (setting ?? '').split(/\s+/).filter((word) => word !== '')
  return words.length === 0 ? undefined : words
}

function endOf(
  [program, ...options]: readonly string[],
  file: string,
  env: World['env'],
  signal: AbortSignal,
): Promise<Ending> {
  return new Promise((resolve) => {
    const editor = spawn(program!, [...options, file], { stdio: 'inherit', env })
    const stop = () => {
      editor.kill('SIGTERM')
      setTimeout(() => {
        editor.unref()
        resolve({ runs: true })
      }, patience)
    }
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    const end = (ending: Ending) => {
      signal.removeEventListener('abort', stop)
      resolve(ending)
    }
    editor.on('error', (error) => end({ error }))
    editor.on('exit', (code, name) => end({ code, signal: name }))
  })
}

/** Ctrl-C belongs to the editor; one that it ends takes the sitting along, as a shell would. */
function isInterrupted({ code, signal }: Ending): boolean {
  return signal === 'SIGINT' || code === exitCode.interrupted
}

function over({ reason }: AbortSignal, file: string | undefined): Stop {
  const { code, message } =
    reason instanceof Stop
      ? reason
      : new Stop(exitCode.interrupted, 'interrupted; every answer given is saved')
  return new Stop(
    code,
    file === undefined ? message : `${message}; the text from the editor is in ${showSafely(file)}`,
  )
}

function problemOf({ error, code, signal }: Ending, program: string): string | undefined {
  const name = showSafely(program)
  if (error?.code === 'ENOENT')
    return `Editor ${name} (from VISUAL or EDITOR) not found; nothing was changed.`
  if (error) return `${name} could not be started (${reasonOf(error.code ?? '')}); nothing was changed.`
  if (signal) return `${name} was terminated by ${signal}; nothing was changed.`
  return code === 0 ? undefined : `${name} exited with code ${code}; nothing was changed.`
}

function noPlace(error: unknown): EditorRun {
  const reason = reasonOf((error as NodeJS.ErrnoException).code ?? '')
  return {
    problem: `Cannot create a temporary file for the editor (${reason}: ${showSafely(tmpdir())}).`,
  }
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, '\n')
  } catch {
    return undefined
  }
}
