/** Why an element is asked: what it is for, which principles it serves, what it rests on and what depends on it. */
import type { ElementId } from '../../types/framework.ts'
import { listWords } from '../../util/show.ts'
import type { State } from './state.ts'
import type { Part } from './view.ts'
import { byId } from './ways.ts'

export function whyParts(state: State, id: ElementId): Part[] {
  const { framework, texts } = state.setting.pack
  const element = byId(state, id)
  const principle = (name: string) => framework.principles.find((candidate) => candidate.id === name)!.title
  const named = (other: ElementId) => `${other} ${byId(state, other).title}`
  const dependents = framework.elements.filter(({ needs }) => needs.some((need) => need.element === id))
  const also = element.also.length === 0 ? '' : `, and also ${listWords(element.also.map(principle))}`
  return [
    { type: 'text', text: texts().elements[id]!.purpose },
    {
      type: 'pairs',
      title: `Why ${id} matters`,
      pairs: [
        ['Serves', `${principle(element.main)}${also}`],
        ...(element.needs.length === 0
          ? []
          : [['Rests on', listWords(element.needs.map((need) => named(need.element)))] as const]),
        ...(dependents.length === 0
          ? []
          : [['Prepares', listWords(dependents.map((other) => named(other.id)))] as const]),
        ...(element.foundation
          ? [['Foundation', 'raising most other elements past level 2 waits for it'] as const]
          : []),
      ],
    },
  ]
}
