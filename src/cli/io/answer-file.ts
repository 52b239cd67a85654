/**
 * A practice description held open for answering: every answer is on disk, in a whole and valid file, when `save` returns, and
 * what somebody else wrote meanwhile is never overwritten. Asks nothing and prints nothing.
 */
import { accessSync, constants, existsSync, lstatSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { listWords, showSafely } from '../../util/show.ts'
import type { Edit, Edited } from '../../yaml-edit/edit.ts'
import { EditRefused } from '../../yaml-edit/edit-refused.ts'
import { editText } from '../../yaml-edit/edit-text.ts'
import { mergeAnswers } from '../../yaml-edit/merge-answers.ts'
import { putBack } from '../../yaml-edit/put-back.ts'
import { showPath } from '../../yaml-edit/show-path.ts'
import type { TextBefore } from '../../yaml-edit/text-before.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { takeLock } from './lock-file.ts'
import { access, readRegularFile } from './read-file.ts'
import type { World } from './world.ts'
import { findBeside, hiddenBeside, removeQuietly, writableTarget, writeWhole } from './write-file.ts'

export interface AnswerFile {
  /** What the file holds now, as last read or saved; not checked when it was opened. */
  readonly text: string
  /** What is worth knowing before answering, a sentence each. */
  readonly notices: readonly string[]
  /**
   * Puts the answers on disk, all or none, in one step without waiting. Stops with code 5 where somebody else changed the same
   * answers, and with code 4 where the disk refuses; the file is then as it was, and the message says where the answers are.
   * `before`: where the edits take others back, the text that stood before those.
   */
  save(edits: readonly Edit[], before?: TextBefore): SaveResult
  /** Gives the file free for others. */
  close(): void
}

export type SaveResult =
  | {
      readonly saved: true
      readonly how: Edited['how']
      /** One sentence where the file was changed by somebody else meanwhile: `text` then holds more than was saved. */
      readonly notice?: string
    }
  /** The file with these answers would have these errors; nothing was written. */
  | { readonly saved: false; readonly errors: readonly Diagnostic[] }

/** The errors a text has; with any, it is not written. */
export type CheckText = (text: string) => readonly Diagnostic[]

/** How answers get into a text; other than the usual only where tests look at something else. */
export interface Editing {
  readonly editText: typeof editText
  readonly mergeAnswers: typeof mergeAnswers
}

/** The temporary files of who holds the lock have an ending of their own. */
const ending = 'answer'

/** What sessions leave that are killed: nobody but who holds the lock needs such files, and he has none yet. */
const leftover = /^(?:\d+-[0-9a-f]{12}\.answer|lock\.[0-9a-f.]+)$/

/** How often the file may change between reading and writing before that is no coincidence. */
const attempts = 10

/** What a description may have, in bytes. */
const maximumSize = 1024 * 1024

/**
 * Opens the description at `path`, relative to the folder of `world`. Stops with code 3 or 4 where it cannot be read and
 * written, and with code 5 where another session holds it.
 */
export function openAnswerFile(
  path: string,
  world: World,
  check: CheckText,
  editing: Editing = { editText, mergeAnswers },
): AnswerFile {
  const { folder } = world
  const { target, names, notices } = findTarget(path, folder)
  let lock = takeLock(hiddenBeside(target, 'lock'), names)
  let text: string
  try {
    findBeside(target, leftover).forEach(removeQuietly)
    text = decode(
      readRegularFile(target, folder),
      (what) => new Stop(exitCode.invalidInput, `${showSafely(path)} ${what}`),
    )
  } catch (error) {
    lock.release()
    throw error
  }

  /** What the file should say, given what it says now. */
  const compose = (present: string, edits: readonly Edit[], before: TextBefore | undefined): Edited => {
    if (present === text) return before ? putBack(text, edits, before) : editing.editText(text, edits)
    const unreadable = check(present)[0]
    if (unreadable) throw conflict(path, `now has an error (${unreadable.message})`)
    const merged = editing.mergeAnswers(text, present, edits)
    if ('conflicts' in merged)
      throw conflict(path, `now differs in the same place: ${listWords(merged.conflicts)}`)
    return merged
  }

  const put = (edits: readonly Edit[], before: TextBefore | undefined): SaveResult => {
    if (!lock.isHeld()) lock = takeLock(hiddenBeside(target, 'lock'), names)
    for (let attempt = 0; attempt < attempts; attempt++) {
      const bytes = readPresent(target, path, folder)
      const present = decode(bytes, (what) => conflict(path, what))
      const next = compose(present, edits, before)
      const errors = check(next.text)
      if (errors.length > 0) return { saved: false, errors }
      const isDown =
        next.text === present || writeWhole(path, next.text, folder, { insteadOf: bytes, ending })
      if (!isDown) continue
      const notice = present === text ? undefined : changedNotice(path)
      text = next.text
      return { saved: true, how: next.how, ...(notice && { notice }) }
    }
    throw conflict(path, 'does not come to rest')
  }

  /** A stop says where the answers are: nothing that was typed is lost. */
  const told = (error: unknown, edits: readonly Edit[]): unknown => {
    const typed = `not saved: ${showEdits(edits)}`
    if (error instanceof EditRefused) return new Stop(exitCode.invalidInput, error.message, typed)
    if (!(error instanceof Stop)) return error
    const kept =
      error.code === exitCode.conflict && keepUnsaved(target, path, () => editing.editText(text, edits).text)
    return new Stop(error.code, error.message, kept || typed)
  }

  return {
    get text() {
      return text
    },
    notices,
    save: (edits, before) => {
      try {
        return put(edits, before)
      } catch (error) {
        throw told(error, edits)
      }
    },
    close: () => lock.release(),
  }
}

/** The file behind `path`, where it is one that can be replaced; everything that would fail later fails here. */
function findTarget(path: string, folder: string) {
  const full = resolve(folder, path)
  const target = writableTarget(path, folder)
  const stats = access(path, full, () => statSync(target))
  if (stats.isDirectory())
    throw new Stop(exitCode.cannotAccess, `${showSafely(path)} is a folder, not a file`)
  if (!stats.isFile()) throw new Stop(exitCode.invalidInput, `${showSafely(path)} is not a regular file`)
  access(path, full, () => accessSync(target, constants.R_OK | constants.W_OK))
  const shown = lstatSync(full).isSymbolicLink() ? target : path
  return {
    target,
    names: { subject: path, lock: hiddenBeside(shown, 'lock') },
    notices:
      stats.nlink > 1
        ? [`${showSafely(path)} has another name (a hard link); under that name the file stays as it is now`]
        : [],
  }
}

function readPresent(target: string, path: string, folder: string): Uint8Array {
  if (!existsSync(target)) throw conflict(path, 'is gone')
  return readRegularFile(target, folder)
}

function decode(bytes: Uint8Array, refuse: (what: string) => Stop): string {
  if (bytes.length > maximumSize) throw refuse('is larger than 1 MiB')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw refuse('is not UTF-8 text')
  }
}

function conflict(path: string, what: string): Stop {
  return new Stop(exitCode.conflict, `${showSafely(path)} was changed by somebody else and ${what}`)
}

function changedNotice(path: string): string {
  return `${showSafely(path)} was changed by somebody else meanwhile; your answer was added to what it says now.`
}

/**
 * Writes the file as it would have been beside it and says where. Undefined where that cannot be done either.
 */
function keepUnsaved(target: string, path: string, compose: () => string): string | undefined {
  for (let number = 1; number < 100; number++) {
    const name = `${basename(target)}.unsaved${number === 1 ? '' : `-${number}`}`
    const place = join(dirname(target), name)
    try {
      writeNew(place, compose())
      const shown = basename(target) === basename(path) ? join(dirname(path), name) : place
      return `your answer is kept in ${showSafely(shown)}, the file as it would have been`
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return undefined
    }
  }
  return undefined
}

function writeNew(place: string, text: string): void {
  try {
    writeFileSync(place, text, { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') unlinkSync(place)
    throw error
  }
}

/** `practices 4.1.2 level = 3`, whole, so that it can be typed again. */
function showEdits(edits: readonly Edit[]): string {
  const shown = edits.map(
    ({ path, value }) =>
      `${showPath(path)} ${value === undefined ? 'removed' : `= ${JSON.stringify(value)}`}`,
  )
  return showSafely(shown.join('; '))
}
