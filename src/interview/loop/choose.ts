/** Which of several choices a typed word means: its key, its number, its name, or a beginning that only one has. */
import { plainDigits } from '../typed-numbers.ts'
import type { Choice } from './view.ts'

/** Upper and lower case make no difference, nor do blanks and dashes between words; `undefined` where none or several are meant. */
export function choose<C extends Choice>(text: string, choices: readonly C[]): C | undefined {
  const word = normal(plainDigits(text))
  if (word === '') return undefined
  const exact = choices.find(({ key, name }) => normal(key) === word || normal(name) === word)
  if (exact) return exact
  const begun = choices.filter(({ name }) => word.length > 1 && normal(name).startsWith(word))
  return begun.length === 1 ? begun[0] : undefined
}

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<=\p{L})[\s-]+(?=\p{L})/gu, '')
    .trim()
}
