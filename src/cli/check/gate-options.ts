/** The flags that ask for gates. Each is a key of the configuration, too, and wins over it. */

import { readMinimum, thresholds } from '../../check/gates.ts'
import { quote } from '../../util/show.ts'
import type { Option } from '../command.ts'
import { usageStop } from '../exit-code.ts'
import * as shared from '../options.ts'

/** What such a flag gives. */
export type Pair = readonly [name: string, value: number]

export const gateOptions: readonly Option[] = [
  {
    flags: '--fail-on <severity>',
    about:
      'fail for any finding that is at least that severe (high, medium, low; none: off) and neither waived nor planned',
    parse: shared.oneOf('--fail-on', thresholds),
  },
  {
    flags: '--fail-on-new <severity>',
    about: 'the same for findings that are new or worse than in the base or baseline; default with one: low',
    parse: shared.oneOf('--fail-on-new', thresholds),
  },
  {
    flags: '--require <element=level>',
    about: 'fail unless the element stands at that level, as 5.1.1=2; may be repeated',
    parse: pair('--require', 'an element and a level from 1 to 5, as 5.1.1=2', (text) =>
      /^[1-5]$/.test(text) ? Number(text) : undefined,
    ),
    repeatable: true,
  },
  minimum('--min', 'stands at that level, as culture=2; overall is the whole; may be repeated'),
  minimum('--min-lowest', 'stands there even if the worst is true of what is not assessed; may be repeated'),
  minimum('--min-evidenced', 'is shown by evidence to stand there; may be repeated'),
  {
    flags: '--min-coverage <percent>',
    about: 'fail unless so many percent of the elements in scope are assessed',
    parse: shared.wholeNumber('--min-coverage', 0, 100),
  },
  { flags: '--fail-on-stale', about: 'fail for evidence that is too old to carry a level' },
  {
    flags: '--fail-on-withdrawn',
    about:
      'with --base, fail where an answer, a register or a target is withdrawn or an assessed element is not applicable now; a lower level never fails for it',
  },
  {
    flags: '--allow-uncompared',
    about: 'with --base, pass files that cannot be compared, such as one that was invalid there',
  },
]

function minimum(flag: string, about: string): Option {
  return {
    flags: `${flag} <principle=level>`,
    about: `fail unless the principle ${about}`,
    parse: pair(flag, 'a principle and a level from 0 to 5, as culture=2', readMinimum),
    repeatable: true,
  }
}

function pair(
  flag: string,
  takes: string,
  read: (text: string) => number | undefined,
): (text: string) => Pair {
  return (text) => {
    const [, name, value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? []
    const number = read(value)
    if (name !== undefined && number !== undefined) return [name, number]
    throw usageStop(`${flag} takes ${takes}, not ${quote(text)}`)
  }
}
