/** The gates that the flags of a call ask for. */

import type { Gates } from '../../check/gates.ts'
import { unknownElement } from '../../description/unknown-element.ts'
import { didYouMean } from '../../diagnostics/suggest.ts'
import type { Framework, Level } from '../../types/framework.ts'
import { listWords, quote } from '../../util/show.ts'
import type { Call } from '../command.ts'
import { usageStop } from '../exit-code.ts'
import type { Pair } from './gate-options.ts'

/** Stops where they name an element or principle that the framework does not have. */
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
    ...(options['failOnWithdrawn'] === true && { failOnWithdrawn: true }),
  }
}

function pairs(given: unknown): Record<string, number> | undefined {
  return given === undefined ? undefined : Object.fromEntries(given as Pair[])
}

function checkPrinciple(name: string, { principles }: Framework): void {
  const known = [...principles.map(({ id }) => id), 'overall']
  if (known.includes(name)) return
  throw usageStop(
    `there is no principle ${quote(name)}`,
    didYouMean(name, known) ?? `it knows ${listWords(known)}`,
  )
}
