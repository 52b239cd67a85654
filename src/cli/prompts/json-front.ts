/** A sitting for another program: what is shown and asked goes out as lines of JSON, and answers come in the same way. */

import type { Choice, Part } from '../../interview/loop/view.ts'
import { stringifySafely } from '../../report/stringify-safely.ts'
import { quote } from '../../util/show.ts'
import { openPlainLines } from '../io/plain-prompt.ts'
import type { World } from '../io/world.ts'
import type { Front } from './front.ts'

/** `line`: as it would be typed. `text`: one of any length, with its line breaks, where one is asked. */
type Answer = { readonly line: string } | { readonly text: string }

export function openJsonFront(world: World, signal: AbortSignal): Front {
  const lines = openPlainLines()
  let text: string | undefined
  const put = (record: Readonly<Record<string, unknown>>) => world.stdout.write(stringifySafely(record, 0))
  const show = (parts: readonly Part[]) => {
    if (parts.length > 0) put({ type: 'show', parts: parts.map(published) })
  }
  return {
    show: async (parts) => show(parts),
    ask: async (ask) => {
      text = undefined
      for (;;) {
        put({ type: 'ask', ...ask, choices: ask.choices.map(publishedChoice) })
        const typed = await lines.next('', false, signal)
        if (typed === undefined) return undefined
        const answer = readAnswer(typed)
        if (answer && 'line' in answer) return answer.line
        // As a person would: open the editor, write, and close it.
        if (answer) {
          text = answer.text
          return ':edit'
        }
        show([
          { type: 'problem', text: `An answer is {"line": "3"} or {"text": "..."}, not ${quote(typed)}` },
        ])
      }
    },
    edit: async () =>
      text === undefined
        ? { problem: 'There is no editor here; {"text": "..."} takes a long text.' }
        : { text },
    close: () => lines.close(),
  }
}

function published(part: Part): Part {
  return part.type === 'choices' ? { ...part, choices: part.choices.map(publishedChoice) } : part
}

/** Questions keep more in their choices than is to be seen. */
function publishedChoice({ key, name, text, current }: Choice): Choice {
  return { key, name, ...(text !== undefined && { text }), ...(current && { current }) }
}

function readAnswer(typed: string): Answer | undefined {
  try {
    const { line, text } = JSON.parse(typed) as { readonly line?: unknown; readonly text?: unknown }
    if (typeof line === 'string' && text === undefined && !/[\n\r]/.test(line)) return { line }
    if (typeof text === 'string' && line === undefined) return { text }
  } catch {}
  return undefined
}
