/** Explains a principle: what it says, why it matters, what it brings and which elements serve it. */
import { type Explanation, list, paragraph, section } from '../types/explanation.ts'
import type { Pack, PrincipleId } from '../types/framework.ts'

export function explainPrinciple(id: PrincipleId, { framework, texts }: Pack): Explanation {
  const { principles, principleMapNote } = texts()
  const text = principles[id]!
  const serving = (test: (element: (typeof framework.elements)[number]) => boolean) =>
    framework.elements.filter(test).map((element) => `${element.id} ${element.title}`)
  return {
    kind: 'principle',
    id,
    title: framework.principles.find((principle) => principle.id === id)!.title,
    sections: [
      ...section(null, paragraph(text.statement), paragraph(text.rationale)),
      ...section('What it brings', list(text.benefits)),
      ...section('What to do', list(text.actions)),
      ...section('What a leader should be able to answer', list(text.questions)),
      ...section('Elements that serve it mainly', list(serving(({ main }) => main === id))),
      ...section('Elements that serve it also', list(serving(({ also }) => also.includes(id)))),
      ...section('About the map', paragraph(principleMapNote)),
    ],
  }
}
