/** Where a detail that is asked for by a command leads once it is given: back to the question that stood. */
import type { Detail, Row, Step } from './state.ts'

/** Another detail that stood is asked after it, and what was to follow that one; nothing is asked twice. */
export function rowFor(name: Detail, step: Step): Row {
  switch (step.kind) {
    case 'details':
      return { details: [name] }
    case 'detail':
    case 'confidence':
    case 'evidence': {
      const stood = step.kind === 'detail' ? step.field : step.kind
      const others = [stood, ...step.then.details].filter((other) => other !== name)
      return { ...step.then, details: [name, ...others] }
    }
    case 'evidence-kind':
    case 'evidence-date':
      // Another piece takes the place of this one; coming back, nobody would know which of them is meant.
      if (name === 'evidence') return { ...step.then, details: [name, ...step.then.details] }
      return { details: [name], to: step }
    default:
      return { details: [name], to: step }
  }
}
