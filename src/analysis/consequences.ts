/** Which findings an improvement would close, and which it would open: the rules decide, nobody writes it down. */
import type { Description } from '../core/description.ts'
import type { Framework, FrameworkElement, Level } from '../core/framework.ts'
import type { CompiledRules } from '../rules/compile-rules.ts'
import type { Conclusion } from '../rules/conclude-all.ts'
import { concludeFor } from '../rules/conclude-for.ts'
import { raiseDescription } from './raise-description.ts'

/** Finding ids in the order of the rules. */
export interface Consequences {
  /** Gaps that are known to be none any more; those that could no longer be judged are not among them. */
  readonly closes: readonly string[]
  readonly opens: readonly string[]
}

/** A function from an element and the level it is raised to. `conclusions`: of the description as it is. */
export function consequencesIn(
  framework: Framework,
  rules: CompiledRules,
  description: Description,
  conclusions: readonly Conclusion[],
): (element: FrameworkElement, to: Level) => Consequences {
  const gaps = new Set(conclusions.filter(({ outcome }) => outcome === 'gap').map(({ id }) => id))
  return (element, to) => {
    const raised = raiseDescription(framework, description, element, to)
    const then = concludeFor(rules, raised, [element.id])
    return {
      closes: then
        .filter(({ id, outcome }) => gaps.has(id) && outcome !== 'gap' && outcome !== 'not-evaluated')
        .map(({ id }) => id),
      opens: then.filter(({ id, outcome }) => !gaps.has(id) && outcome === 'gap').map(({ id }) => id),
    }
  }
}
