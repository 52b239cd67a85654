/** The way from a pack's files to a framework, rules and texts: merge, check the shape, check references, compile. */
import { compareDiagnostics, type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import { validate } from '../generated/validators/pack.js'
import { checkShape } from '../schema/check-shape.ts'
import { nameThings, type Wording } from '../schema/wording.ts'
import { entryOf, type MappingNode } from '../types/document.ts'
import type {
  ConditionSpec,
  Effort,
  ElementTexts,
  Framework,
  FrameworkElement,
  Level,
  Outcome,
  PrincipleTexts,
  Rule,
  RuleExample,
  RuleTexts,
  Texts,
} from '../types/framework.ts'
import { sha256Hex } from '../util/digest.ts'
import { checkReferences } from './check-references.ts'
import { clauseOf } from './clause-of.ts'
import { mergeFolders } from './merge-folders.ts'
import type { ElementData, PackData, PrincipleData } from './pack-data.ts'
import type { PackFolder } from './pack-folder.ts'
import { packSchema } from './pack-schema.ts'
import { plainValue } from './plain-value.ts'
import { spellOutCriteria } from './spell-out-criteria.ts'

/** Makes the framework (ids, weights, prerequisites, constants) out of a checked pack. */
const steps = ['1', '2', '3', '4', '5'] as const

function compileFramework(data: PackData, sha256: string): Framework {
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
    scoring: { planMonths: 12, ...pack.scoring },
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
function compareNumbers(a: string, b: string): number {
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
function criteriaOf({ criteria = {} }: ElementData) {
  return Object.entries(criteria).sort(([a], [b]) => (a < b ? -1 : 1))
}

function effortOf({ low, likely, high }: Effort): Effort {
  return { low, likely, high }
}

/** Makes the long texts out of a checked pack: everything that start-up and calculations do without. */
const levels = ['0', '1', '2', '3', '4', '5'] as const

function compileTexts(data: PackData, rules: Readonly<Record<string, RuleTexts>>): Texts {
  const { pack, terms } = data
  return {
    principleMapNote: pack.principleMap ?? '',
    levels: levels.map((level) => pack.levels[level].about),
    principles: mapValues(data.principles, principleTexts),
    elements: mapValues(data.elements, elementTexts),
    rules,
    terms: Object.entries(terms?.terms ?? {}).map(([term, { definition, see = [] }]) => ({
      term,
      definition,
      see,
    })),
    family: Object.entries(terms?.family ?? {}).map(([id, { title, about }]) => ({ id, title, about })),
  }
}

function principleTexts({
  statement,
  rationale = '',
  benefits = [],
  actions = [],
  questions = [],
}: PrincipleData): PrincipleTexts {
  return { statement, rationale, benefits, actions, questions }
}

function elementTexts(element: ElementData): ElementTexts {
  return {
    purpose: element.purpose,
    question: element.question,
    anchors: levels.map((level) => element.anchors[level]),
    criteria: Object.fromEntries(criteriaOf(element).map(([id, criterion]) => [id, criterion.text])),
    evidence: element.evidence ?? {},
    leads: element.leads ?? '',
    needs: Object.fromEntries((element.needs ?? []).map((need) => [need.element, need.why])),
    steps: levels.slice(1).map((level) => {
      const step = element.steps?.[level as '1']
      return { do: step?.do ?? [], shows: step?.shows ?? [] }
    }),
    softer: element.softer ?? null,
    advice: element.advice ?? null,
  }
}

/** Keys are ids of the pack: none of them is `__proto__`, the reader refuses that. */
function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}

/** Whether a merged pack has the shape that docs/packs.md describes: keys, types and ranges. */
const files: Readonly<Record<string, string>> = {
  pack: 'pack.yaml',
  principles: 'principles.yaml',
  elements: 'elements/',
  rules: 'rules/',
  terms: 'terms.yaml',
  crosswalk: 'crosswalk.yaml',
}

const packWording: Wording = {
  codeOf: (problem) => `pack/${problem === 'too-few' ? 'too-many' : problem}`,
  nameOf: nameThings({
    '': 'the pack',
    ...files,
    'principles/*': 'principle {1}',
    'elements/*': 'element {1}',
    'elements/*/criteria/*': 'criterion {2} of element {1}',
    'elements/*/anchors/*': 'anchor {2} of element {1}',
    'elements/*/steps/*': 'the step of element {1} to level {2}',
    'rules/*': 'rule {1}',
    'terms/terms/*': 'term {1}',
    'pack/profiles/*': 'profile {1}',
  }),
  adjust: (problem, path) => {
    const [part] = path
    if (path.length !== 1 || problem !== 'missing-key' || typeof part !== 'string') return undefined
    return {
      message: `the pack has no ${files[part] ?? part}`,
      hint: 'docs/packs.md lists the files of a pack',
    }
  },
}

function checkPackShape(root: MappingNode): { data?: PackData; diagnostics: readonly Diagnostic[] } {
  const { data, diagnostics } = checkShape<PackData>(root, packSchema, validate, packWording)
  return { ...(data && { data }), diagnostics }
}

export interface CompiledPack {
  readonly framework: Framework
  readonly rules: readonly Rule[]
  readonly texts: Texts
  /** The merged tree, for places of what is found out later. */
  readonly root: MappingNode
}

/** `folders` in order, the last has the last word. What conditions say is not checked here: `rules/` stands above. */
export function compilePack(folders: readonly PackFolder[]): {
  compiled?: CompiledPack
  diagnostics: readonly Diagnostic[]
} {
  const { root: merged, folders: used, diagnostics: unmerged } = mergeFolders(folders)
  if (!merged) return { diagnostics: unmerged }
  const root = spellOutCriteria(merged)
  const { data, diagnostics: misshapen } = checkPackShape(root)
  if (!data || hasErrors(unmerged))
    return { diagnostics: [...unmerged, ...misshapen].sort(compareDiagnostics) }
  const diagnostics = [...unmerged, ...misshapen, ...checkReferences(data, root)].sort(compareDiagnostics)
  if (hasErrors(diagnostics)) return { diagnostics }
  const { rules, texts } = compileRulesData(data, root)
  return {
    compiled: {
      framework: compileFramework(data, digestOf(used)),
      rules,
      texts: compileTexts(data, texts),
      root,
    },
    diagnostics,
  }
}

/** Of all files that made the pack, by path and content, so that the same content has the same digest wherever it lies. */
function digestOf(folders: readonly PackFolder[]): string {
  const files = folders.flatMap(({ files }) =>
    files.map(({ path, bytes }) => `${path} ${sha256Hex(bytes)}\n`),
  )
  return sha256Hex(files.join(''))
}

/** Makes rules and their texts out of a checked pack. Conditions and examples are read from the tree, as they were written. */
interface RulesWithTexts {
  readonly rules: readonly Rule[]
  readonly texts: Readonly<Record<string, RuleTexts>>
}

function compileRulesData(data: PackData, root: MappingNode): RulesWithTexts {
  const nodes = entryOf(root, 'rules')?.value
  const rules: Rule[] = []
  const texts: Record<string, RuleTexts> = {}
  for (const [id, rule] of Object.entries(data.rules)) {
    const node = entryOf(nodes, id)!.value
    const condition = (name: string) => {
      const entry = entryOf(node, name)
      return entry ? (plainValue(entry.value) as ConditionSpec) : null
    }
    rules.push({
      id,
      about: rule.about === 'organization' ? null : rule.about,
      each: rule.each ?? null,
      fires: condition('fires')!,
      unless: condition('unless'),
      severity: rule.severity,
      confidence: rule.confidence,
      category: rule.category ?? 'gap',
      principles: rule.principles ?? [],
    })
    const { title, message, why, otherwise, check } = rule
    const examples = plainValue(entryOf(node, 'examples')!.value) as {
      given: RuleExample['given']
      at?: unknown
      outcome: Outcome
    }[]
    texts[id] = {
      title,
      message,
      why,
      otherwise,
      check,
      do: rule.do ?? null,
      examples: examples.map(({ given, at, outcome }) => ({
        given,
        at: at === undefined ? null : String(at),
        outcome,
      })),
    }
  }
  return { rules, texts }
}
