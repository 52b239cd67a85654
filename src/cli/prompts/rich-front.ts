/** A sitting for the eye: colour, aligned levels, a line that is redrawn while one types, names of files completed. */

import { choose } from '../../interview/loop/choose.ts'
import type { Ask } from '../../interview/loop/view.ts'
import { layOut } from '../../report/terminal/lay-out.ts'
import { type Page, pageFor } from '../../report/terminal/page.ts'
import { showSafely } from '../../util/show.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { completePath } from '../io/complete-path.ts'
import { richPrompt } from '../io/rich-prompt.ts'
import { runEditor } from '../io/run-editor.ts'
import type { TerminalKeys } from '../io/terminal-keys.ts'
import type { World } from '../io/world.ts'
import type { Terminal } from '../terminal.ts'
import type { Front } from './front.ts'
import { richParts } from './rich-parts.ts'

/** `terminal` is asked anew for every page: windows change their size. `folder` is where names of files begin. */
export function openRichFront(
  world: World,
  keys: TerminalKeys,
  signal: AbortSignal,
  { terminal, folder }: { readonly terminal: () => Terminal; readonly folder: string },
): Front {
  return {
    show: async (parts) => world.stdout.write(await layOut(() => richParts(parts, terminal()), terminal())),
    ask: async (ask) => {
      try {
        return await richPrompt(
          {
            label: `${pageFor(terminal()).paint.heading(showSafely(ask.label))} > `,
            choices: ask.choices,
            keys,
            complete: ask.files ? (typed) => completePath(typed, folder) : undefined,
            below: (line) => below(line, ask, pageFor(terminal())),
            quiet: (text) => quiet(text, pageFor(terminal())),
          },
          { input: keys.input, signal },
        )
      } catch (error) {
        if (signal.aborted) throw signal.reason
        if (error instanceof Error && error.name === 'ExitPromptError')
          throw new Stop(exitCode.interrupted, 'interrupted; every answer given is saved')
        throw error
      }
    },
    edit: (text) => keys.lend(() => runEditor(text, world, signal)),
    close: () => keys.close(),
  }
}

/** What the line means so far, on one line. */
function below(line: string, { choices, files }: Ask, page: Page): string {
  if (files && line === '') return quiet('Tab completes the names of files.', page)
  const choice = line === '' ? undefined : choose(line, choices)
  if (!choice) return ''
  return quiet(choice.text ? `${choice.name}: ${choice.text}` : choice.name, page)
}

/** One column is left free: the terminal would begin a line of its own. */
function quiet(text: string, page: Page): string {
  return page.paint.dim(page.text(text, page.width - 1))
}
