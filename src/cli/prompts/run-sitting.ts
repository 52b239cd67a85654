/** Runs a sitting: shows, asks, saves each answer at once, until it is over. The loop itself is `interview/loop/`. */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Depth } from '../../interview/depth.ts'
import { settle, shown, take, takeText, unsaved, viewOf, withDraft } from '../../interview/loop/loop.ts'
import { startSitting } from '../../interview/loop/start.ts'
import type { Move, Setting, State } from '../../interview/loop/state.ts'
import { refuse } from '../../interview/loop/ways.ts'
import type { Description } from '../../types/description.ts'
import { type ExitCode, exitCode, Stop } from '../exit-code.ts'
import type { EditorRun } from '../io/run-editor.ts'
import type { Front } from './front.ts'

/** The file under the sitting. */
export interface Saving {
  readonly text: string
  /** What the text says; it was checked. */
  read(text: string): Promise<Description>
  /**
   * Puts the edits down; a sentence where there is something to say about it. Stops where that cannot be done. `before`: the
   * text without these edits, left out where somebody else's came in with them.
   */
  save(
    move: Move,
  ): Promise<
    | { readonly notices: readonly string[]; readonly before?: string }
    | { readonly errors: readonly Diagnostic[] }
  >
  /** Goes on from what somebody else made of the file, if that can be read. */
  reopen(): Promise<void>
}

export interface Sitting {
  readonly state: State
  /** Where the last answer could not be saved, why; else `ok`. */
  readonly code: ExitCode
}

/** `now` in milliseconds; Without `depth`, the levels, or what who begins says. */
export async function runSitting(
  setting: Setting,
  depth: Depth | undefined,
  file: Saving,
  front: Front,
  now: () => number,
): Promise<Sitting> {
  let state = startSitting(setting, file.text, await file.read(file.text), depth)
  let code: ExitCode = exitCode.ok
  while (state.over === undefined) {
    const { parts, ask } = viewOf(state)
    const hint = state.fresh ? [...parts, { type: 'hint', text: ask.hint } as const] : parts
    await front.show(hint)
    state = shown(state)
    const since = now()
    const line = (await front.ask(ask)) ?? ':quit'
    const move = take(state, line)
    const done =
      move.opens === undefined
        ? await put(state, move, line, file, now() - since)
        : await putEdited(state, move.opens, await front.edit(move.opens), file, now() - since)
    state = done.state
    code = done.code ?? code
  }
  // What the last line left behind; no question follows that could show it.
  await front.show(state.notes)
  return { state, code }
}

/** A text that cannot be taken over is not lost: `:edit` opens it again. */
async function putEdited(
  state: State,
  given: string,
  { text, problem }: EditorRun,
  file: Saving,
  milliseconds: number,
) {
  if (problem !== undefined) {
    const isKept = text !== undefined && text.trim() !== given.trim()
    return isKept
      ? { state: refuse(`${problem} :edit opens what it wrote.`).next(withDraft(state, text)) }
      : { state: refuse(problem).next(state) }
  }
  const move = takeText(state, text!)
  const kept = move.edits.length > 0 ? withDraft(state, text!) : state
  return put(kept, move, 'the text from the editor; :edit opens it again', file, milliseconds)
}

async function put(
  state: State,
  move: Move,
  line: string,
  file: Saving,
  milliseconds: number,
): Promise<{ readonly state: State; readonly code?: ExitCode }> {
  if (move.edits.length === 0) return { state: settle(state, move, undefined, milliseconds) }
  try {
    const saved = await file.save(move)
    if ('errors' in saved) {
      const [first] = saved.errors
      return { state: unsaved(state, line, first?.message ?? 'The file would not be valid') }
    }
    const { text } = file
    const { before } = saved
    const there = { text, description: await file.read(text), ...(before !== undefined && { before }) }
    const after = settle(state, move, there, milliseconds)
    const notices = saved.notices.map((notice) => ({ type: 'note', text: notice }) as const)
    return { state: { ...after, notes: [...notices, ...after.notes] }, code: exitCode.ok }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    const why = error.hint === undefined ? error.message : `${error.message}; ${error.hint}`
    if (error.code !== exitCode.conflict) return { state: unsaved(state, line, why), code: error.code }
    await file.reopen()
    const { text } = file
    const there = { ...state, text, description: await file.read(text) }
    return { state: unsaved({ ...there, fresh: true }, line, why), code: error.code }
  }
}
