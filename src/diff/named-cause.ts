/** A cause of a finding as it is told: its path, and what stood there and stands there now where a word says it. */
import type { FindingCause } from '../types/comparison.ts'
import type { RegisterItem } from '../types/description.ts'
import { type ElementId, type RegisterName, registerNames } from '../types/framework.ts'
import { standingText } from './answer-text.ts'
import type { Sides } from './hybrid.ts'
import { answerPath, type Part } from './mixed-file.ts'
import type { Side } from './side.ts'

export interface Named {
  readonly element: ElementId | null
  readonly item?: string
}

type Words = (side: Side) => string | null

export function namedCause({ path, element }: Part, finding: Named, sides: Sides<Side>): FindingCause {
  const words = wordsFor(path, element, finding)
  const [before, after] = [words(sides.before), words(sides.after)]
  const told = before !== null && after !== null && before !== after
  return { path, element, before: told ? before : null, after: told ? after : null }
}

function wordsFor(path: string, element: ElementId | null, finding: Named): Words {
  const about = finding.element
  if (path === 'date') return ({ description }) => description.asOf
  if (path === 'pack') return ({ pack }) => pack.framework.version
  if (path === 'targets')
    return ({ description }) => {
      const target = about === null ? undefined : description.standings.get(about)?.target
      return target === undefined ? null : String(target)
    }
  if (element !== null && path === answerPath(element))
    return ({ description }) => {
      const standing = description.standings.get(element)
      return standing ? standingText(standing) : null
    }
  const register = registerNames.find((name) => name === path)
  if (register && finding.item !== undefined)
    return ({ description }) => listed(description.registers, register, finding.item!)
  return () => null
}

function listed(
  registers: ReadonlyMap<RegisterName, readonly RegisterItem[]>,
  register: RegisterName,
  item: string,
): string {
  const entries = registers.get(register) ?? []
  return entries.some(({ id }) => id === item) ? 'listed' : 'not listed'
}
