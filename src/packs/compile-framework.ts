/** Makes the framework (ids, weights, prerequisites, constants) out of a checked pack. */
import type { Effort, Framework, FrameworkElement, Level } from '../types/framework.ts'
import { clauseOf } from './clause-of.ts'
import type { ElementData, PackData } from './pack-data.ts'

const steps = ['1', '2', '3', '4', '5'] as const

export function compileFramework(data: PackData, sha256: string): Framework {
  const { pack, crosswalk } = data
  return {
    id: pack.id,
    edition: pack.edition,
    version: pack.version,
    title: pack.title,
    sha256,
    levels: (['0', ...steps] as const).map((level) => ({
      level: Number(level) as Level,
      name: pack.levels[level].name,
    })),
    stages: pack.stages,
    principles: Object.entries(data.principles).map(([id, { title }]) => ({ id, title })),
    clauses: clausesOf(pack.clauses),
    elements: Object.entries(data.elements).map(([id, element]) => compileElement(id, element, data)),
    profiles: pack.profiles.map((profile) => ({
      ...profile,
      principles: profile.principles ?? {},
      elements: profile.elements ?? {},
    })),
    scoring: pack.scoring,
    ranking: pack.ranking,
    sizes: pack.sizes,
    crosswalkDocument: crosswalk?.document ?? null,
    crosswalk: Object.entries(crosswalk?.entries ?? {}).map(([from, { title, to, note }]) => ({
      from,
      title,
      to,
      note: note ?? null,
    })),
  }
}

/** Numbers as keys of an object would be sorted before other keys; headings are put where their elements stand. */
function clausesOf(clauses: Readonly<Record<string, string>>): Framework['clauses'] {
  return Object.entries(clauses)
    .map(([id, title]) => ({ id, title, parent: clauseOf(id, clauses) ?? null }))
    .sort((a, b) => compareNumbers(a.id, b.id))
}

/** `4` before `4.1` before `4.4` before `10`: part by part, numbers by size. */
export function compareNumbers(a: string, b: string): number {
  const left = a.split('.')
  const right = b.split('.')
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [x, y] = [left[index]!, right[index]!]
    if (x === y) continue
    const both = /^\d+$/.test(x) && /^\d+$/.test(y)
    if (both && Number(x) !== Number(y)) return Number(x) - Number(y)
    return x < y ? -1 : 1
  }
  return left.length - right.length
}

function compileElement(id: string, element: ElementData, { pack }: PackData): FrameworkElement {
  return {
    id,
    title: element.title,
    clause: clauseOf(id, pack.clauses)!,
    stage: element.stage,
    main: element.principle.main,
    also: element.principle.also ?? [],
    importance: element.importance,
    foundation: element.foundation ?? false,
    neverNotApplicable: element.neverNotApplicable ?? false,
    freshness: element.freshness,
    needs: (element.needs ?? []).map((need) => ({ element: need.element, lag: need.lag ?? 1 })),
    criteria: criteriaOf(element).map(([criterion, { notFor = [] }]) => ({
      id: criterion,
      level: Number(criterion[0]) as Level,
      notFor,
    })),
    steps: steps.map((level) => effortOf(element.steps?.[level]?.effort ?? pack.defaultEffort!)),
  }
}

/** In order of level, then letter. */
export function criteriaOf({ criteria = {} }: ElementData) {
  return Object.entries(criteria).sort(([a], [b]) => (a < b ? -1 : 1))
}

function effortOf({ low, likely, high }: Effort): Effort {
  return { low, likely, high }
}
