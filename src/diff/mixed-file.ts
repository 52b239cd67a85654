/**
 * Files that never were: some parts as the later side says them, the others as the earlier one does, read as if they had
 * been written so. What made a finding come or go is found by asking the rules about such files.
 */
import { bindData, citationsIn } from '../description/bind-data.ts'
import { standingOf } from '../description/standing-of.ts'
import type { CompiledRules } from '../rules/compile-rules.ts'
import type { FindingCause } from '../types/comparison.ts'
import type { Description, RegisterItem, Standing } from '../types/description.ts'
import type { DescriptionData, PracticeData } from '../types/description-data.ts'
import { type ElementId, type Framework, type RegisterName, registerNames } from '../types/framework.ts'
import { standingText } from './causes.ts'
import type { Sides } from './hybrid.ts'
import type { Side } from './side.ts'

/**
 * What differs between two files, as finely as a cause can be named: `practices.6.2.2` (its answer: level, criteria, not
 * applicable), `practices.6.2.2.evidence`, `initiatives`, `targets`, `date` (the day), `pack` (the guidance).
 */
export interface Part {
  readonly path: string
  /** The element it is said of; null where it is said of the whole. */
  readonly element: ElementId | null
}

/** What is not asked here: the format, what names the guidance, and what no rule reads. */
const notAsked: readonly string[] = ['ims-gap', 'framework', 'practices', 'assessment', 'waivers', 'weights']
const answerFields: readonly string[] = ['level', 'criteria', 'notApplicable']

function answerPath(element: ElementId): string {
  return `practices.${element}`
}

function pathOf(element: ElementId, field: string): string {
  return answerFields.includes(field) ? answerPath(element) : `practices.${element}.${field}`
}

/** Practices in order of the later file, then what only the earlier one has; then everything else. */
export function differingParts({ before, after }: Sides<Side>): Part[] {
  const parts = keysOf(after.data.practices, before.data.practices).flatMap((element): Part[] => {
    const [early, late] = [before.data.practices?.[element], after.data.practices?.[element]]
    const fields = keysOf(late, early).filter((field) => !isSame(fieldOf(early, field), fieldOf(late, field)))
    return [...new Set(fields.map((field) => pathOf(element, field)))].map((path) => ({ path, element }))
  })
  const tops = keysOf(after.data, before.data)
    .filter((key) => !notAsked.includes(key))
    .filter((key) => !isSame(topOf(before.data, key), topOf(after.data, key)))
  const whole = [
    ...tops,
    ...(isSame(before.data.assessment?.assessors, after.data.assessment?.assessors) ? [] : ['assessment']),
    ...(before.description.asOf === after.description.asOf ? [] : ['date']),
    ...(before.pack.framework.sha256 === after.pack.framework.sha256 ? [] : ['pack']),
  ]
  return [...parts, ...whole.map((path) => ({ path, element: null }))]
}

export interface MixedFile {
  readonly rules: CompiledRules
  readonly description: Description
}

/** Whether the part at a path is taken from the later side. */
export type IsLate = (path: string) => boolean

/**
 * What is said once, and what is said of an element beside it, is read once for all mixtures that have it alike. `parts`
 * are those that differ.
 */
export function fileMixer(sides: Sides<Side>, parts: readonly Part[]): (isLate: IsLate) => MixedFile {
  const wholes = parts.filter(({ element }) => element === null)
  const elements = new Set(parts.flatMap(({ element }) => element ?? []))
  const ofElements = [...elements].map((id) => [id, parts.filter(({ element }) => element === id)] as const)
  const known = new Map<string, Whole>()
  return (isLate) => {
    const key = keyOf(wholes, isLate)
    const whole = known.get(key) ?? readWhole(sides, isLate)
    known.set(key, whole)
    const { rules, description } = whole
    const standings = new Map(description.standings)
    for (const [id, own] of ofElements) {
      const old = standings.get(id)
      if (!old || !own.some(({ path }) => isLate(path))) continue
      const place = `${id} ${keyOf(own, isLate)}`
      const standing = whole.read.get(place) ?? readStanding(whole, old, sides, isLate)
      whole.read.set(place, standing)
      standings.set(id, standing)
    }
    let citations: ReadonlyMap<string, number> | undefined
    const mixed: Description = {
      ...description,
      standings,
      get citations() {
        citations ??= citationsIn([...standings.values()])
        return citations
      },
    }
    return { rules, description: mixed }
  }
}

function keyOf(parts: readonly Part[], isLate: IsLate): string {
  return parts.reduce((key, { path }) => key + (isLate(path) ? '1' : '0'), '')
}

/** A mixture in which all practices are the earlier ones. */
interface Whole extends MixedFile {
  readonly framework: Framework
  /** Other standings, by element and by what is taken of it. */
  readonly read: Map<string, Standing>
}

function readWhole(sides: Sides<Side>, isLate: IsLate): Whole {
  const of = (path: string) => sides[isLate(path) ? 'after' : 'before']
  const tops = keysOf(sides.after.data, sides.before.data).map((key) => [key, topOf(of(key).data, key)])
  const data = {
    ...present(tops),
    practices: sides.before.data.practices,
    assessment: present([
      ['assessors', of('assessment').data.assessment?.assessors],
      ['date', of('date').data.assessment?.date],
    ]),
  } as unknown as DescriptionData
  const { pack, rules } = of('pack')
  const { framework } = pack
  const { description } = of('date')
  const bound = bindData(data, framework, { asOf: description.asOf })
  return { rules, framework, description: { ...description, ...bound }, read: new Map() }
}

function readStanding(
  { framework, description }: Whole,
  { id, target }: Standing,
  { before, after }: Sides<Side>,
  isLate: IsLate,
): Standing {
  const [early, late] = [before.data.practices?.[id], after.data.practices?.[id]]
  const fields = keysOf(late, early).map((field) => [
    field,
    fieldOf(isLate(pathOf(id, field)) ? late : early, field),
  ])
  const element = framework.elements.find((each) => each.id === id)!
  const { organization, asOf } = description
  const context = { organization, asOf, target, scoring: framework.scoring, files: undefined }
  return standingOf(element, early || late ? present(fields) : undefined, context)
}

function present(entries: readonly (readonly unknown[])[]): object {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined) as [string, unknown][])
}

function fieldOf(practice: PracticeData | undefined, field: string): unknown {
  return (practice as Readonly<Record<string, unknown>> | undefined)?.[field]
}

function topOf(data: DescriptionData, key: string): unknown {
  return (data as unknown as Readonly<Record<string, unknown>>)[key]
}

function keysOf(...objects: readonly (object | undefined)[]): string[] {
  return [...new Set(objects.flatMap((object) => Object.keys(object ?? {})))]
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

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
