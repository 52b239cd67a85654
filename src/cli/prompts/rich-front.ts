/** A sitting for the eye: colour, aligned levels, a line that is redrawn while one types, names of files completed. */
import { choose } from '../../interview/loop/choose.ts'
import type { Ask, Choice, Part } from '../../interview/loop/view.ts'
import { renderTerminal } from '../../report/assessment/report.ts'
import { displayWidth } from '../../report/terminal/display-width.ts'
import { plainMarks } from '../../report/terminal/glyphs.ts'
import { type Page, pageFor } from '../../report/terminal/page.ts'
import { whole } from '../../report/wrap-text.ts'
import { showSafely } from '../../util/show.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { completePath } from '../io/complete-path.ts'
import { richPrompt } from '../io/rich-prompt.ts'
import { runEditor } from '../io/run-editor.ts'
import type { TerminalKeys } from '../io/terminal-keys.ts'
import type { World } from '../io/world.ts'
import type { Terminal } from '../terminal.ts'
import type { Front } from './front.ts'
import { intervalPairs } from './interval-pairs.ts'

/** `terminal` is asked again for every page: windows change their size. `folder` is where names of files begin. */
export function openRichFront(
  world: World,
  keys: TerminalKeys,
  signal: AbortSignal,
  { terminal, folder }: { readonly terminal: () => Terminal; readonly folder: string },
): Front {
  return {
    show: async (parts) => world.stdout.write(richParts(parts, terminal())),
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

/** Ends with a line break, unless there is nothing to show. */
export function richParts(parts: readonly Part[], terminal: Terminal): string {
  const page = pageFor(terminal)
  const text = parts.map((part) => `${linesOf(part, page, terminal).join('\n')}\n`).join('')
  return terminal.unicode ? text : plainMarks(text)
}

function linesOf(part: Part, page: Page, terminal: Terminal): string[] {
  const { paint } = page
  switch (part.type) {
    case 'heading':
      return ['', paint.dim(page.glyphs.rule.repeat(page.prose)), ...page.wrap(part.text).map(paint.heading)]
    case 'question':
      return [...page.wrap(part.text).map(paint.bold), '']
    case 'text':
      return page.wrap(part.text)
    case 'hint':
      return page.wrap(part.text).map(paint.dim)
    case 'note':
      return page.wrap(part.text).map(paint.good)
    case 'problem':
      return page.wrap(part.text, '! ', '  ').map(paint.bad)
    case 'choices':
      return choiceLines(part.choices, page)
    case 'pairs':
      return ['', paint.heading(page.text(part.title)), ...pairLines(part.pairs, page), '']
    case 'commands':
      return [`${part.title}:`, ...part.commands.flatMap((command) => page.wrap(whole(command), '  '))]
    case 'result':
      return part.intervals
        ? ['', ...pairLines(intervalPairs(part.assessment), page), '']
        : [
            '',
            ...renderTerminal(part.assessment, { ...terminal, all: false, top: 3, next: [] })
              .trimEnd()
              .split('\n'),
            '',
          ]
  }
}

function choiceLines(choices: readonly Choice[], page: Page): string[] {
  const key = Math.max(...choices.map((choice) => displayWidth(choice.key)))
  const name = Math.max(...choices.map((choice) => displayWidth(page.text(choice.name, 60))))
  const narrow = page.narrow || name > page.prose / 3
  return choices.flatMap((choice) => {
    const mark = choice.current ? '>' : ' '
    const label = `${mark} ${choice.key.padStart(key)}  `
    const title = page.text(choice.name, 60)
    const text = choice.text ?? ''
    const lines = narrow
      ? page.wrap(text === '' ? title : `${title}: ${text}`, label, ' '.repeat(key + 4))
      : page.wrap(
          text,
          `${label}${title}${' '.repeat(name - displayWidth(title) + 2)}`,
          ' '.repeat(key + 4 + name + 2),
        )
    return choice.current ? lines.map(page.paint.bold) : lines
  })
}

function pairLines(pairs: readonly (readonly [string, string])[], page: Page): string[] {
  const widest = Math.max(...pairs.map(([label]) => displayWidth(page.text(label, 60))))
  const narrow = page.narrow || widest > page.prose / 2
  return pairs.flatMap(([label, text]) => {
    const shown = page.text(label, 60)
    if (narrow) return page.wrap(`${shown}: ${text}`, '  ', '    ')
    return page.wrap(
      text,
      `  ${shown}${' '.repeat(widest - displayWidth(shown) + 2)}`,
      ' '.repeat(widest + 4),
    )
  })
}
