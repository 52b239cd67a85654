/**
 * What made a finding come, go or move: the parts of the file that, changed alone, do it, and that, left alone, leave it
 * undone. Several are named only where no single one is enough.
 */
import { elementsRead, type FindingState, type StateWith } from './finding-states.ts'
import type { Sides } from './hybrid.ts'
import type { Part } from './mixed-file.ts'
import type { Side } from './side.ts'

/** What two states of a finding have in common where it did not change between them: see `isThere` and `levelOf`. */
export type Aspect = (state: FindingState) => unknown

export const isThere: Aspect = ({ outcome }) => outcome === 'gap'
export const levelOf: Aspect = ({ outcome, level }) => (outcome === 'gap' ? level() : outcome)

/**
 * The causes are a set of parts that does both: taken from the later side, it makes the earlier file's finding what it is
 * now; taken from the earlier side, it makes the later file's what it was. A part that does so on its own comes first, in
 * order of `parts`; else what is not needed is left out, the last parts first. So a part that means nothing to the rule is
 * never named, and changes nothing about what is.
 */
export function causesOf(
  finding: string,
  aspect: Aspect,
  parts: readonly Part[],
  { sides, stateWith }: { readonly sides: Sides<Side>; readonly stateWith: StateWith },
): Part[] {
  const aspectWith = (late: readonly Part[]) =>
    aspect(stateWith(finding, new Set(late.map(({ path }) => path))))
  const was = aspectWith([])
  const is = aspectWith(parts)
  const isCause = (some: readonly Part[]) => {
    if (aspectWith(some) !== is) return false
    const taken = new Set(some)
    return aspectWith(parts.filter((part) => !taken.has(part))) === was
  }
  // Nearly always, what a rule reads is enough; but that evidence is cited elsewhere as well, it reads off other elements.
  const read = elementsRead(finding, sides)
  const near = parts.filter(({ element }) => element === null || read.has(element))
  const enough = isCause(near) ? near : parts
  return enough.map((part) => [part]).find(isCause) ?? needed(enough, isCause)
}

function needed(parts: readonly Part[], isCause: (some: readonly Part[]) => boolean): Part[] {
  const kept = parts.toReversed().reduce<readonly Part[]>((some, part) => {
    const fewer = some.filter((each) => each !== part)
    return isCause(fewer) ? fewer : some
  }, parts)
  return kept.length < parts.length ? needed(kept, isCause) : [...kept]
}
