/** A sitting for the ear and for simple terminals: plain sentences and one line at a time, nothing is ever redrawn. */

import { plainMarks } from '../../report/terminal/glyphs.ts'
import { showSafely } from '../../util/show.ts'
import { openPlainLines } from '../io/plain-prompt.ts'
import { runEditor } from '../io/run-editor.ts'
import type { World } from '../io/world.ts'
import type { Front } from './front.ts'
import { plainParts } from './plain-parts.ts'

/** `again` says what is asked once more. */
export function openPlainFront(
  world: World,
  signal: AbortSignal,
  hasUnicode: () => boolean,
): Front & { again(): void } {
  const lines = openPlainLines()
  return {
    show: async (parts) => {
      const text = plainParts(parts)
      world.stdout.write(hasUnicode() ? text : plainMarks(text))
    },
    ask: ({ label, takesText }) => lines.next(`Your answer for ${showSafely(label)}: `, takesText, signal),
    edit: (text) => lines.lend(() => runEditor(text, world, signal)),
    again: () => lines.again(),
    close: () => lines.close(),
  }
}
