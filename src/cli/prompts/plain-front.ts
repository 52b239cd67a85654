/** A sitting for the ear and for simple terminals: plain sentences and one line at a time, nothing is ever redrawn. */

import type { Choice, Part } from '../../interview/loop/view.ts'
import { plainMarks } from '../../report/terminal/glyphs.ts'
import { oneLine } from '../../report/wrap-text.ts'
import type { Assessment } from '../../types/assessment.ts'
import { showSafely } from '../../util/show.ts'
import { openPlainLines } from '../io/plain-prompt.ts'
import { runEditor } from '../io/run-editor.ts'
import type { World } from '../io/world.ts'
import type { Front } from './front.ts'
import { intervalPairs } from './interval-pairs.ts'

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

/** Lines are not wrapped: the terminal does that, and a screen reader reads sentences whole. */
export function plainParts(parts: readonly Part[]): string {
  return parts.flatMap(linesOf).map(say).join('')
}

function say(line: string): string {
  return `${showSafely(oneLine(line))}\n`
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
  const now = current ? ' This stands now.' : ''
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
