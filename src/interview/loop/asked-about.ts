/** What a question is about, in the names that descriptions use: for programs, which cannot read its label. */
import type { Step } from './state.ts'
import type { About } from './view.ts'

export function askedAbout(step: Step): About {
  return {
    question: step.kind,
    ...('id' in step && { element: step.id }),
    ...('criterion' in step && { criterion: step.criterion }),
    ...('field' in step && { field: step.field }),
  }
}
