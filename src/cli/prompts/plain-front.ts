/** The prompter for screen readers and simple terminals: plain sentences, one line at a time, no cursor movement. */

import type { Choice, Part } from '../../interview/loop/view.ts'
import { plainMarks } from '../../report/terminal/glyphs.ts'
import { oneLine, wrapText } from '../../report/wrap-text.ts'
import type { Assessment } from '../../types/assessment.ts'
import { showSafely } from '../../util/show.ts'
import { openPlainLines } from '../io/plain-prompt.ts'
import { runEditor } from '../io/run-editor.ts'
import type { World } from '../io/world.ts'
import type { Terminal } from '../terminal.ts'
import type { Front } from './front.ts'
import { intervalPairs } from './interval-pairs.ts'

/** `again` repeats the prompt. */
export function openPlainFront(
  world: World,
  signal: AbortSignal,
  terminal: () => Pick<Terminal, 'width' | 'unicode'>,
): Front & { again(): void } {
  const lines = openPlainLines()
  return {
    show: async (parts) => {
      const { width, unicode } = terminal()
      const text = plainParts(parts, width)
      world.stdout.write(unicode ? text : plainMarks(text))
    },
    ask: ({ label, takesText }) => lines.next(`Your answer for ${showSafely(label)}: `, takesText, signal),
    edit: (text) => lines.lend(() => runEditor(text, world, signal)),
    again: () => lines.again(),
    close: () => lines.close(),
  }
}

/** Wrapped to `width` columns; commands stay on one line, to be copied. */
export function plainParts(parts: readonly Part[], width: number): string {
  return parts
    .flatMap((part) =>
      linesOf(part).flatMap((line) =>
        part.type === 'commands' ? [showSafely(oneLine(line))] : wrap(line, width),
      ),
    )
    .map((line) => `${line}\n`)
    .join('')
}

function wrap(line: string, width: number): readonly string[] {
  const text = showSafely(oneLine(line))
  return text === '' ? [''] : wrapText(text, width)
}

function linesOf(part: Part): string[] {
  switch (part.type) {
    case 'heading':
      return ['', `${part.text}.`]
    case 'question':
    case 'text':
    case 'hint':
    case 'note':
      return [part.text]
    case 'problem':
      return [`Please note: ${part.text}`]
    case 'choices':
      return part.choices.map(choiceLine)
    case 'pairs':
      return [`${part.title}.`, ...part.pairs.map(([label, text]) => `${label}: ${text}.`)]
    case 'commands':
      return [`${part.title}:`, ...part.commands]
    case 'result':
      return part.intervals
        ? intervalPairs(part.assessment).map(([label, text]) => `${label}: ${text}.`)
        : resultLines(part.assessment)
  }
}

function choiceLine({ key, name, text, current }: Choice): string {
  const now = current ? ' Current answer.' : ''
  return `${key}, ${name}${text === undefined ? '.' : `: ${/[.?!]$/.test(text) ? text : `${text}.`}`}${now}`
}

function resultLines({ scores, findings, improvements, coverage }: Assessment): string[] {
  const { overall, principles } = scores
  const level = (score: typeof overall) =>
    score.level === null ? `between ${score.lowest} and ${score.highest}` : String(score.level)
  return [
    `Overall: level ${level(overall)}, target ${overall.target}; ${coverage.assessed} of ${coverage.inScope} elements assessed.`,
    ...principles.map(({ title, score }) => `${title}: level ${level(score)}, target ${score.target}.`),
    findings.length === 1 ? '1 finding.' : `${findings.length} findings.`,
    ...improvements
      .slice(0, 3)
      .map(
        ({ rank, element, title, from, to }) =>
          `Improvement ${rank}: ${element} ${title}, from level ${from} to ${to}.`,
      ),
  ]
}
