/** The documents made from the built-in pack: elements, principles, rules, terms and the pack's own numbers. */

import { explainPrinciple, explainRule } from '../../src/explain/explain.ts'
import { explainElement } from '../../src/explain/explain-element.ts'
import { explainTerm } from '../../src/explain/explain-others.ts'
import { renderExplanationMarkdown } from '../../src/report/explanation.ts'
import type { Explanation } from '../../src/types/explanation.ts'
import type { Pack } from '../../src/types/framework.ts'
import type { GeneratedFile } from './generated-files.ts'

const note = '<!-- Made from packs/iso-56002 by `npm run generate`; do not edit. -->\n'

export function packDocuments(pack: Pack): GeneratedFile[] {
  const { framework, rules, texts } = pack
  const { terms, family } = texts()
  return [
    page(
      'docs/elements.md',
      'The elements',
      `${framework.title}: ${framework.elements.length} elements in pack order.`,
      framework.elements.map((element) => explainElement(element, pack)),
    ),
    page(
      'docs/principles.md',
      'The principles',
      `${framework.principles.length} principles. ${texts().principleMapNote}`,
      framework.principles.map(({ id }) => explainPrinciple(id, pack)),
    ),
    page(
      'docs/rules.md',
      'The rules',
      `${rules.length} rules in pack order, each with its examples. The words of conditions are explained in [packs.md](packs.md).`,
      rules.map((rule) => explainRule(rule, pack)),
    ),
    page(
      'docs/terms.md',
      'Terms',
      `${terms.length} terms in our own words, after the vocabulary of ISO 56000 and of the results this program prints, and the family of documents.`,
      [
        ...terms.map(explainTerm),
        ...family.map(({ id, title, about }) =>
          explainTerm({ term: `${id}: ${title}`, definition: about, see: [] }),
        ),
      ],
    ),
    { path: 'docs/pack-numbers.md', text: numbers(pack) },
  ]
}

function page(
  path: string,
  title: string,
  opening: string,
  explanations: readonly Explanation[],
): GeneratedFile {
  const parts = explanations.map((explanation) => renderExplanationMarkdown(explanation, 2))
  return { path, text: `${note}\n# ${title}\n\n${opening}\n\n${parts.join('\n')}` }
}

/** Counts that let a reader judge the pack as a whole. */
function numbers({ framework, rules, texts }: Pack): string {
  const { elements, rules: ruleTexts } = texts()
  const all = Object.values(elements)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const examples = Object.values(ruleTexts).flatMap((text) => text.examples)
  const days = framework.elements.map(({ steps }) => sum(steps.map(({ likely }) => likely)))
  const rows: [string, number | string][] = [
    ['Principles', framework.principles.length],
    ['Elements', framework.elements.length],
    ['Prerequisites', sum(framework.elements.map(({ needs }) => needs.length))],
    ['Criteria', sum(framework.elements.map(({ criteria }) => criteria.length))],
    [
      'Fewest and most criteria of an element',
      range(framework.elements.map(({ criteria }) => criteria.length)),
    ],
    ['Concrete actions', sum(all.flatMap(({ steps }) => steps.map((step) => step.do.length)))],
    [
      'Typical pieces of evidence',
      sum(all.map(({ evidence }) => sum(Object.values(evidence).map((pieces) => pieces.length)))),
    ],
    ['Rules about practice', rules.filter(({ category }) => category === 'gap').length],
    ['Rules about claims', rules.filter(({ category }) => category === 'lint').length],
    ['Examples of rules', examples.length],
    ['Likely person-days of one element from 0 to 5, lowest and highest', range(days)],
    [
      'Likely person-days of all elements from 0 to 3',
      sum(framework.elements.map(({ steps }) => sum(steps.slice(0, 3).map(({ likely }) => likely)))),
    ],
  ]
  const perPrinciple = framework.principles.map(({ id, title }) => {
    const main = framework.elements.filter((element) => element.main === id).length
    const also = framework.elements.filter((element) => element.also.includes(id)).length
    return `| ${title} | ${main} | ${also} |`
  })
  return `${note}
# The pack in numbers

| what | how many |
| --- | --: |
${rows.map(([what, count]) => `| ${what} | ${count} |`).join('\n')}

Elements by principle:

| principle | mainly | also |
| --- | --: | --: |
${perPrinciple.join('\n')}
`
}

function range(values: readonly number[]): string {
  return `${Math.min(...values)} to ${Math.max(...values)}`
}
