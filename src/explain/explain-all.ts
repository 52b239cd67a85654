/** What there is to explain: the contents of the manual, with the number or name that each is found under. */
import { diagnosticCodes } from '../diagnostics/diagnostic-codes.ts'
import { type Explanation, list, pairs, paragraph, section } from '../types/explanation.ts'
import type { Pack } from '../types/framework.ts'

export function explainAll({ framework, rules, texts }: Pack): Explanation {
  const { rules: ruleTexts, terms } = texts()
  const tops = framework.clauses.filter(({ parent }) => parent === null)
  const elementsOf = (clause: string) =>
    framework.elements.filter(({ id }) => id === clause || id.startsWith(`${clause}.`))
  return {
    kind: 'pack',
    id: `${framework.id}:${framework.edition}`,
    title: framework.title,
    sections: [
      ...section(null, paragraph('Each of these words can be explained: ims-gap explain <word>')),
      ...tops.flatMap(({ id, title }) =>
        section(
          `${id} ${title}`,
          pairs(...elementsOf(id).map((element) => [element.id, element.title] as const)),
        ),
      ),
      ...section('Principles', pairs(...framework.principles.map(({ id, title }) => [id, title] as const))),
      ...section(
        'Levels',
        pairs(...framework.levels.map(({ level, name }) => [name, `level ${level}`] as const)),
      ),
      ...section('Rules', pairs(...rules.map(({ id }) => [id, ruleTexts[id]?.title ?? ''] as const))),
      ...section('Terms', paragraph(terms.map(({ term }) => term).join(', '))),
      ...section('Diagnostic codes', list(Object.keys(diagnosticCodes))),
    ],
  }
}
