/** Says a condition in plain English, so that nobody has to read YAML to know what a rule looks for. */
import type { FrameworkIndex } from './framework-index.ts'
import { vocabulary } from './vocabulary.ts'
import type { Phrasing } from './word.ts'

export function phraseCondition(spec: unknown, index: FrameworkIndex): string {
  const phrasing: Phrasing = { index, condition: (inner) => inParentheses(phraseCondition(inner, index)) }
  const entries = Object.entries(spec as object)
  const parts = entries.map(([word, operand]) => {
    const phrase = vocabulary.get(word)!.phrase(operand, phrasing)
    return entries.length > 1 && word === 'any' ? inParentheses(phrase) : phrase
  })
  return parts.map((part, place) => shorten(part, parts[place - 1])).join(', and ')
}

/** Only what says more than one thing needs them. */
function inParentheses(phrase: string): string {
  return /, (and|or) /.test(phrase) ? `(${phrase})` : phrase
}

/** "… stands at level 2 or more, and … at level 1 or less": the verb need not be said twice. */
function shorten(part: string, before: string | undefined): string {
  const verb = ' stands at level '
  return before?.includes(verb) && !part.startsWith('(') ? part.replace(verb, ' at level ') : part
}
