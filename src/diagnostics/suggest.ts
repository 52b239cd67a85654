/** "Did you mean …?": the known names closest to a mistyped one. */
import { compareText } from './diagnostic.ts'

/**
 * At most three names within Damerau-Levenshtein distance 3 and similarity above 0.4, ignoring case, closest first.
 * Only the best distance is offered.
 */
export function suggest(word: string, known: Iterable<string>): string[] {
  if (word.length > 64) return []
  const wanted = word.toLowerCase()
  let best = 4
  let found: string[] = []
  for (const name of known) {
    const candidate = name.toLowerCase()
    if (Math.abs(candidate.length - wanted.length) > 3) continue
    const edits = distance(wanted, candidate)
    if (edits > 3 || 1 - edits / Math.max(wanted.length, candidate.length) <= 0.4) continue
    if (edits < best) {
      best = edits
      found = []
    }
    if (edits === best) found.push(name)
  }
  return found.sort(compareText).slice(0, 3)
}

/** `did you mean "level"?`, or `undefined` where nothing is close. `whole` makes of a name what to write. */
export function didYouMean(
  word: string,
  known: Iterable<string>,
  whole = (name: string) => name,
): string | undefined {
  const names = suggest(word, known).map((name) => `"${whole(name)}"`)
  return names.length === 0 ? undefined : `did you mean ${names.join(' or ')}?`
}

/**
 * Edits (insert, delete, replace, swap neighbours) that turn one word into the other, where they are at most three, else
 * some number above. Only cells within three of the diagonal can matter, so a long list of long words stays cheap.
 */
function distance(a: string, b: string): number {
  let [beforeLast, last, row] = [
    new Uint8Array(b.length + 1),
    new Uint8Array(b.length + 1),
    new Uint8Array(b.length + 1),
  ]
  for (let j = 0; j <= b.length; j++) last[j] = Math.min(j, far)
  let leastOfLast = 0
  for (let i = 1; i <= a.length; i++) {
    row.fill(far)
    if (i < far) row[0] = i
    let least = row[0]!
    for (let j = Math.max(1, i - 3); j <= b.length && j <= i + 3; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let edits = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, beforeLast[j - 2]! + 1)
      row[j] = edits
      least = Math.min(least, edits)
    }
    // A swap looks two rows back.
    if (least >= far && leastOfLast >= far) return far
    leastOfLast = least
    const free = beforeLast
    beforeLast = last
    last = row
    row = free
  }
  return last[b.length]!
}

/** More edits than any suggestion may need. */
const far = 4
