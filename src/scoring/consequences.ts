/** Which findings an improvement would close, and which it would open: the rules decide, nobody writes it down. */

import type { CompiledRules } from '../rules/compile-rules.ts'
import type { Conclusion } from '../rules/conclude-all.ts'
import { concludeFor } from '../rules/conclude-for.ts'
import { concludeAgain } from '../rules/conclude-subject.ts'
import { contextOf } from '../rules/context-of.ts'
import type { Description } from '../types/description.ts'
import type { Framework, FrameworkElement, Level } from '../types/framework.ts'
import { raiseDescription } from './raise-description.ts'

/** Finding ids in the order of the rules. */
export interface Consequences {
  /** Gaps that are known to be none any more; those that could no longer be judged are not among them. */
  readonly closes: readonly string[]
  readonly opens: readonly string[]
}

/** An element and the level it is raised to. */
export type Step = readonly [FrameworkElement, Level]

/**
 * A function from a step and the improvements that must come before it: what it opens is what it opens once those are
 * done. `conclusions`: of the description as it is.
 */
export function consequencesIn(
  framework: Framework,
  rules: CompiledRules,
  description: Description,
  conclusions: readonly Conclusion[],
): (step: Step, before: readonly Step[]) => Consequences {
  const gaps = new Set(conclusions.filter(({ outcome }) => outcome === 'gap').map(({ id }) => id))
  const raise = (from: Description, [element, to]: Step) => raiseDescription(framework, from, element, to)
  return (step, before) => {
    const [element] = step
    const raised = raise(description, step)
    const then = concludeFor(rules, raised, [element.id])
    const opened = then.filter(({ id, outcome }) => !gaps.has(id) && outcome === 'gap')
    const opens =
      opened.length > 0 && before.length > 0 ? stillGaps(opened, before.reduce(raise, raised)) : opened
    return {
      closes: then
        .filter(({ id, outcome }) => gaps.has(id) && outcome !== 'gap' && outcome !== 'not-evaluated')
        .map(({ id }) => id),
      opens: opens.map(({ id }) => id),
    }
  }

  function stillGaps(opened: readonly Conclusion[], raised: Description): readonly Conclusion[] {
    const context = contextOf(rules.index, raised)
    return opened.filter((conclusion) => concludeAgain(conclusion, rules, context) === 'gap')
  }
}
