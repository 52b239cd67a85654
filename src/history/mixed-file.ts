/**
 * Files that never were: some parts as the later side says them, the others as the earlier one does, read as if they had
 * been written so. What made a finding come or go is found by asking the rules about such files.
 */
import type { Description } from '../core/description.ts'
import type { DescriptionData, PracticeData } from '../core/description-data.ts'
import type { ElementId } from '../core/framework.ts'
import { bindData } from '../description/bind-data.ts'
import type { CompiledRules } from '../rules/compile-rules.ts'
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

export function answerPath(element: ElementId): string {
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

/** `isLate`: whether the part at a path is taken from the later side. */
export function mixFiles(sides: Sides<Side>, isLate: (path: string) => boolean): MixedFile {
  const of = (path: string) => sides[isLate(path) ? 'after' : 'before']
  const [early, late] = [sides.before.data, sides.after.data]
  const practices = keysOf(late.practices, early.practices).map((element) => [
    element,
    mixPractice(element, early.practices?.[element], late.practices?.[element], isLate),
  ])
  const tops = keysOf(late, early).map((key) => [key, topOf(of(key).data, key)])
  const { description } = of('date')
  const data = {
    ...present(tops),
    practices: present(practices),
    assessment: present([
      ['assessors', of('assessment').data.assessment?.assessors],
      ['date', of('date').data.assessment?.date],
    ]),
  } as unknown as DescriptionData
  const { pack, rules } = of('pack')
  return {
    rules,
    description: { ...description, ...bindData(data, pack.framework, { asOf: description.asOf }) },
  }
}

function mixPractice(
  element: ElementId,
  early: PracticeData | undefined,
  late: PracticeData | undefined,
  isLate: (path: string) => boolean,
): object | undefined {
  const fields = keysOf(late, early).map((field) => [
    field,
    fieldOf(isLate(pathOf(element, field)) ? late : early, field),
  ])
  return present(fields)
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
