/** The flags that ask for gates. Each is a key of the configuration, too, and wins over it. */
import type { Framework, Level } from '../../core/framework.ts'
import { listWords, quote } from '../../core/show.ts'
import { didYouMean } from '../../core/suggest.ts'
import { unknownElement } from '../../description/unknown-element.ts'
import { type Gates, readMinimum, thresholds } from '../../gate/gates.ts'
import type { Call, Option } from '../command.ts'
import { usageStop } from '../exit-code.ts'
import * as shared from '../options.ts'

type Pair = readonly [name: string, value: number]

export const gateOptions: readonly Option[] = [
  {
    flags: '--fail-on <severity>',
    about: 'fail for any open finding that is at least that severe (high, medium, low; none: off)',
    parse: shared.oneOf('--fail-on', thresholds),
  },
  {
    flags: '--fail-on-new <severity>',
    about: 'the same for findings that are new or worse than in the base; default with a base: low',
    parse: shared.oneOf('--fail-on-new', thresholds),
  },
  {
    flags: '--require <element=level>',
    about: 'fail unless the element stands at that level, as 5.1.1=2; may be repeated',
    parse: pair('--require', '5.1.1=2', (text) => (/^[1-5]$/.test(text) ? Number(text) : undefined)),
    repeatable: true,
  },
  minimum('--min', 'stands at that level, as culture=2; overall is the whole; may be repeated'),
  minimum('--min-lowest', 'stands there even if the worst is true of what is not assessed'),
  minimum('--min-evidenced', 'is shown by evidence to stand there'),
  {
    flags: '--min-coverage <percent>',
    about: 'fail unless so many percent of the elements in scope are assessed',
    parse: shared.wholeNumber('--min-coverage', 0, 100),
  },
  { flags: '--fail-on-stale', about: 'fail for evidence that is too old to carry a level' },
]

/** What the flags ask for; stops where they name an element or principle that the framework does not have. */
export function askedGates(options: Call['options'], framework: Framework): Partial<Gates> {
  const require = pairs(options['require'])
  for (const name of Object.keys(require ?? {})) {
    const unknown = unknownElement(name, framework)
    if (unknown) throw usageStop(`--require: ${unknown.message}`, unknown.hint())
  }
  const minimums = (['min', 'minLowest', 'minEvidenced'] as const).map((key) => {
    const asked = pairs(options[key])
    for (const name of Object.keys(asked ?? {})) checkPrinciple(name, framework)
    return asked && { [key]: asked }
  })
  return {
    ...(options['failOn'] !== undefined && { failOn: options['failOn'] as Gates['failOn'] }),
    ...(options['failOnNew'] !== undefined && { failOnNew: options['failOnNew'] as Gates['failOnNew'] }),
    ...(require && { require: require as Readonly<Record<string, Level>> }),
    ...Object.assign({}, ...minimums),
    ...(typeof options['minCoverage'] === 'number' && { minCoverage: options['minCoverage'] }),
    ...(options['failOnStale'] === true && { failOnStale: true }),
  }
}

function minimum(flag: string, about: string): Option {
  return {
    flags: `${flag} <principle=level>`,
    about: `fail unless the principle ${about}`,
    parse: pair(flag, 'culture=2', readMinimum),
    repeatable: true,
  }
}

function pair(flag: string, example: string, read: (text: string) => number | undefined): (text: string) => Pair {
  return (text) => {
    const [, name, value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? []
    const number = read(value)
    if (name !== undefined && number !== undefined) return [name, number]
    throw usageStop(`${flag} takes a name and a level, as ${example}, not ${quote(text)}`)
  }
}

function pairs(given: unknown): Record<string, number> | undefined {
  return given === undefined ? undefined : Object.fromEntries(given as Pair[])
}

function checkPrinciple(name: string, { principles }: Framework): void {
  const known = [...principles.map(({ id }) => id), 'overall']
  if (known.includes(name)) return
  throw usageStop(`there is no principle ${quote(name)}`, didYouMean(name, known) ?? `it knows ${listWords(known)}`)
}
