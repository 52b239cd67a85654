/** The description under a sitting: read as the sitting's options say, and saved answer by answer. */
import { describe } from '../../assess.ts'
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts'
import type { Description } from '../../types/description.ts'
import type { Pack } from '../../types/framework.ts'
import { EditRefused } from '../../yaml-edit/edit-refused.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { type AnswerFile, openAnswerFile, type SaveResult } from '../io/answer-file.ts'
import { readRegularFile } from '../io/read-file.ts'
import type { World } from '../io/world.ts'
import type { Audit } from './audit.ts'
import type { Saving } from './run-sitting.ts'

export interface Reading {
  readonly file: string
  readonly pack: Pack
  readonly today: string
  readonly asOf?: string
}

export interface OpenedFile extends Saving {
  readonly notices: readonly string[]
  /** What is wrong with the file as it stands; with errors among them, `read` must not be called. */
  check(): Promise<readonly Diagnostic[]>
  close(): void
}

export function openSaving(
  path: string,
  reading: Reading,
  audit: Audit | undefined,
  world: World,
): OpenedFile {
  let last: { readonly text: string; readonly result: ReturnType<typeof describe> } | undefined
  // Before saving, after it, and by whoever asks next: it is the same text each time.
  const describeOnce = (text: string) => {
    if (last?.text !== text) last = { text, result: describe(text, reading) }
    return last.result
  }
  const errorsIn = (text: string) =>
    describeOnce(text).diagnostics.filter(({ severity }) => severity === 'error')
  const open = () => openAnswerFile(path, world, errorsIn)
  let file: AnswerFile = open()
  return {
    get text() {
      return file.text
    },
    notices: file.notices,
    check: async () => describeOnce(file.text).diagnostics,
    read: async (text): Promise<Description> => describeOnce(text).description!,
    save: async ({ edits, undoes }) => {
      const before = file.text
      const { root } = describeOnce(before).description!
      const result = saveWith(file, edits, undoes?.before)
      if (!result.saved) return { errors: result.errors }
      const unaudited = audit?.add(edits, root)
      return {
        ...(result.notice === undefined && { before }),
        notices: [
          ...(unaudited === undefined ? [] : [unaudited]),
          ...(result.notice === undefined ? [] : [result.notice]),
          ...(result.how === 'rewritten'
            ? ['The whole file was rewritten: layout and comments may have changed.']
            : []),
        ],
      }
    },
    reopen: async () => {
      const present = readIfThere(path, world)
      if (present === undefined || hasErrors(describeOnce(present).diagnostics)) return
      file.close()
      file = open()
    },
    close: () => file.close(),
  }
}

/** Gone, or not to be read any more: the sitting goes on from what it knows, and says so with each answer. */
function readIfThere(path: string, { folder }: World): string | undefined {
  try {
    return Buffer.from(readRegularFile(path, folder)).toString('utf8')
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return undefined
  }
}

function saveWith(file: AnswerFile, ...answer: Parameters<AnswerFile['save']>): SaveResult {
  try {
    return file.save(...answer)
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error
    throw new Stop(exitCode.invalidInput, error.message)
  }
}
