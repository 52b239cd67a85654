/** Every word of the vocabulary, in the order of docs/packs.md. */
import type { Word } from './word.ts'
import { dateWords } from './words/dates.ts'
import { factWords } from './words/facts.ts'
import { levelWords } from './words/levels.ts'
import { logicWords } from './words/logic.ts'
import { organizationWords } from './words/organization.ts'
import { registerWords } from './words/registers.ts'

const families = [levelWords, factWords, registerWords, dateWords, organizationWords, logicWords]

export const vocabulary: ReadonlyMap<string, Word> = new Map(
  families.flatMap((family) => Object.entries(family)),
)
