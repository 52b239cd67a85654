/** The flags that set gates. Each is a key of the configuration, too, and overrides it. */
import { Option } from '@commander-js/extra-typings'
import { readMinimum, thresholds } from '../../check/gates.ts'
import type { Level } from '../../types/framework.ts'
import { quote } from '../../util/show.ts'
import { usageStop } from '../exit-code.ts'
import { once, oneOf, repeated, wholeNumber } from '../options.ts'

/** The value of a flag such as `--min culture=2`. */
export type Pair<Value = number> = readonly [name: string, value: Value]

export const gatesFromOption = new Option(
  '--gates-from <side>',
  'with --base, apply the gates in the configuration of the branch (default) or of the base, so that a change cannot loosen its own gates',
).argParser(once('--gates-from', oneOf('--gates-from', ['branch', 'base'] as const)))

export const failOnOption = new Option(
  '--fail-on <severity>',
  'fail for any finding that is at least this severe (high, medium, low; none: off) and neither waived nor planned',
).argParser(once('--fail-on', oneOf('--fail-on', thresholds)))

export const failOnNewOption = new Option(
  '--fail-on-new <severity>',
  'the same for findings that are new or worse than in the base or baseline; default with one: low',
).argParser(once('--fail-on-new', oneOf('--fail-on-new', thresholds)))

export const requireOption = new Option(
  '--require <element=level>',
  'fail unless the element is at this level or higher, for example 5.1.1=2; may be repeated',
).argParser(
  repeated(
    pair('--require', 'an element and a level from 1 to 5, for example 5.1.1=2', (text) =>
      ([1, 2, 3, 4, 5] as const satisfies readonly Level[]).find((level) => String(level) === text),
    ),
  ),
)

export const minOption = minimum(
  '--min <principle=level>',
  'is at this level or higher, for example culture=2; overall is the whole; may be repeated',
)
export const minLowestOption = minimum(
  '--min-lowest <principle=level>',
  'reaches this level even in the worst case; may be repeated',
)
export const minEvidencedOption = minimum(
  '--min-evidenced <principle=level>',
  'reaches this level by evidence; may be repeated',
)

export const minCoverageOption = new Option(
  '--min-coverage <percent>',
  'fail unless this percentage of the elements in scope is assessed',
).argParser(once('--min-coverage', wholeNumber('--min-coverage', 0, 100)))

export const failOnStaleOption = new Option(
  '--fail-on-stale',
  'fail for evidence that is too old to support a level',
)

export const failOnWithdrawnOption = new Option(
  '--fail-on-withdrawn',
  'with --base, fail where an answer, a register or a target is removed or an assessed element is now not applicable; a lower level never fails for it',
)

export const allowUncomparedOption = new Option(
  '--allow-uncompared',
  'with --base, pass files that cannot be compared, for example one that was invalid there',
)

function minimum<const Flags extends string>(flags: Flags, about: string) {
  const flag = flags.replace(/ .*/, '')
  return new Option(flags, `fail unless the principle ${about}`).argParser(
    repeated(pair(flag, 'a principle and a level from 0 to 5, for example culture=2', readMinimum)),
  )
}

function pair<Value>(
  flag: string,
  takes: string,
  read: (text: string) => Value | undefined,
): (text: string) => Pair<Value> {
  return (text) => {
    const [, name, value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? []
    const number = read(value)
    if (name !== undefined && number !== undefined) return [name, number]
    throw usageStop(`${flag} takes ${takes}, not ${quote(text)}`)
  }
}
