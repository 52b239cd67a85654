/** The answers the tests give, by number, and what they leave in a file. */
import type { Edit } from '../../../src/yaml-edit/edit.ts'
import { editText, head } from './plain-editing.ts'

const elements = ['4.1.2', '5.1.2', '5.2.1', '6.2.1', '6.2.2', '7.1.2', '7.1.3', '8.1', '9.1.1', '9.2']

export function answerNumber(number: number): Edit {
  return { path: ['practices', elements[number % elements.length]!, 'owner'], value: `Person ${number}` }
}

/** The file after the answers up to `number`; before the first, it is the head alone. */
export function fileAfter(number: number): string {
  const first = Math.max(0, number - elements.length + 1)
  let text = head
  // Places are given by the first round of answers, what they say by the last.
  for (let at = 0; at < Math.min(first, elements.length); at++) text = editText(text, [answerNumber(at)]).text
  for (let at = first; at <= number; at++) text = editText(text, [answerNumber(at)]).text
  return text
}

export function countIn(text: string): number {
  return Number(/ {2}6\.4: \{ owner: (\d+) \}/.exec(text)?.[1] ?? 0)
}
