/** What people write in place of a level, and what to write instead. */
import type { Framework } from '../types/framework.ts'

const numbers = ['zero', 'one', 'two', 'three', 'four', 'five']

/** `undefined` for what may mean anything. `levels` are those of the guidance, for their names. */
export function levelHint(
  text: string,
  levels: Framework['levels'] = [],
): { readonly hint: string } | undefined {
  const word = text.trim().toLowerCase()
  if (/^(?:n\.?\/?a\.?|not[ -]?applicable)$/.test(word))
    return { hint: 'in place of the level, write notApplicable: { kind: not-relevant, reason: … }' }
  if (/^(?:[?–—-]|tbd|todo|unknown)$/.test(word)) return { hint: 'take the line out: not assessed' }
  const [, ofFive, named] = /^(?:([0-5]) ?\/ ?5|level ([0-5]))$/.exec(word) ?? []
  const level = ofFive ?? named ?? levels.find(({ name }) => name.toLowerCase() === word)?.level
  const meant = level ?? (numbers.includes(word) ? numbers.indexOf(word) : undefined)
  return meant === undefined ? undefined : { hint: `write ${meant}` }
}
