/** Explains what needs only a few lines: clause headings, diagnostic codes, terms and levels. */
import { diagnosticCodes } from '../diagnostics/diagnostic-codes.ts'
import { type Explanation, list, pairs, paragraph, section } from '../types/explanation.ts'
import type { Framework, Pack, TermTexts } from '../types/framework.ts'

export function explainClause(
  { id, title }: Framework['clauses'][number],
  { framework, texts }: Pack,
): Explanation {
  const below = framework.elements.filter((element) => element.id.startsWith(`${id}.`))
  const { elements, terms } = texts()
  return {
    kind: 'clause',
    id,
    title,
    sections: [
      ...section(null, paragraph('A heading: what is assessed are the elements below it.')),
      ...section('The word', paragraph(definitionOf(title, terms))),
      ...section(
        'Elements',
        pairs(
          ...below.map(
            (element) => [`${element.id} ${element.title}`, elements[element.id]?.question ?? ''] as const,
          ),
        ),
      ),
    ],
  }
}

/** What a word means that is also the title of something else. */
export function definitionOf(title: string, terms: readonly TermTexts[]): string | undefined {
  return terms.find(({ term }) => term.toLowerCase() === title.toLowerCase())?.definition
}

export function explainDiagnostic(code: string): Explanation {
  const { title, about } = (diagnosticCodes as Readonly<Record<string, { title: string; about: string }>>)[
    code
  ]!
  return { kind: 'diagnostic', id: code, title, sections: section(null, paragraph(about)) }
}

export function explainTerm({ term, definition, see }: TermTexts): Explanation {
  return {
    kind: 'term',
    id: term,
    title: term,
    sections: [...section(null, paragraph(definition)), ...section('See also', list(see))],
  }
}

export function explainLevel({ level, name }: Framework['levels'][number], { texts }: Pack): Explanation {
  return {
    kind: 'level',
    id: name,
    title: `Level ${level}, ${name}`,
    sections: section(null, paragraph(texts().levels[level])),
  }
}
