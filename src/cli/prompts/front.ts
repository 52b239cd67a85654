/** How a sitting meets the person: what it shows and how it gets a line. One for the eye, one for the ear, one for tests. */
import type { Ask, Part } from '../../interview/loop/view.ts'
import type { EditorRun } from '../io/run-editor.ts'

export interface Front {
  show(parts: readonly Part[]): Promise<void>
  /**
   * The line typed, without its end; `undefined` once no more lines come (Ctrl-D). Rejects with a `Stop` when the sitting is
   * interrupted.
   */
  ask(ask: Ask): Promise<string | undefined>
  /** Hands the terminal to the user's editor for a text. Rejects as `ask` does. */
  edit(text: string): Promise<EditorRun>
  /** Gives the terminal back as it was. */
  close(): void
}
