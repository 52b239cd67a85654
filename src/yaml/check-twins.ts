/** Finds keys of one mapping that are the same, or the same but for the way accents are composed or for case. */
import type { ScalarNode } from '../types/document.ts'
import { quote } from '../util/show.ts'
import { limits } from './limits.ts'
import { group, type Problems } from './problems.ts'

/** `keys` in the order of the file, refused ones included. */
export function checkTwins(keys: readonly ScalarNode[], problems: Problems): void {
  if (keys.length < 2 || areAllDifferent(keys)) return
  const exact = new Map<string, ScalarNode>()
  const folded = new Map<string, ScalarNode>()
  for (const key of keys) {
    const name = key.text.normalize('NFC')
    const first = exact.get(name)
    if (first) {
      if (name !== '' && name !== '<<') problems.add(duplicate(first, key))
      continue
    }
    exact.set(name, key)
    if (exact.size > limits.keysPerMapping) {
      problems.add({
        code: 'source/too-many-keys',
        message: `a mapping with more than ${group(limits.keysPerMapping)} keys`,
        hint: 'split the file',
        at: key,
      })
      return
    }
    const lower = name.toLowerCase()
    const twin = folded.get(lower)
    if (twin) problems.add(caseTwin(twin, key))
    else folded.set(lower, key)
  }
}

/** The usual case, told quickly: nothing is the same even when case is ignored. */
function areAllDifferent(keys: readonly ScalarNode[]): boolean {
  if (keys.length > limits.keysPerMapping) return false
  const folded = new Set<string>()
  for (const { text } of keys) folded.add((ascii.test(text) ? text : text.normalize('NFC')).toLowerCase())
  return folded.size === keys.length
}

const ascii = /^[ -~]*$/

function duplicate(first: ScalarNode, second: ScalarNode) {
  const same = first.text === second.text
  return {
    code: 'source/duplicate-key',
    message: `duplicate key ${quote(second.text)}`,
    hint: same
      ? 'keep one of the two, or rename one'
      : 'the two differ only in how their characters are composed; keep one of them',
    at: second,
    related: [{ message: 'first used here', at: first }],
  } as const
}

function caseTwin(first: ScalarNode, second: ScalarNode) {
  return {
    code: 'source/case-twin',
    severity: 'warning',
    message: `keys ${quote(first.text)} and ${quote(second.text)} differ only in case`,
    hint: 'one of the two may be a typo',
    at: second,
    related: [{ message: 'the other one', at: first }],
  } as const
}
