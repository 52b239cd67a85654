/** Makes the long texts out of a checked pack: everything that start-up and calculations do without. */
import type { ElementTexts, PrincipleTexts, RuleTexts, Texts } from '../types/framework.ts'
import { criteriaOf } from './compile-framework.ts'
import type { ElementData, PackData, PrincipleData } from './pack-data.ts'

const levels = ['0', '1', '2', '3', '4', '5'] as const

export function compileTexts(data: PackData, rules: Readonly<Record<string, RuleTexts>>): Texts {
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
  }
}

/** Keys are ids of the pack: none of them is `__proto__`, the reader refuses that. */
function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
