/** What a rule concludes about one subject: gap, clear, not evaluated or not applicable. */
import type { RegisterItem } from '../types/description.ts'
import type { ElementId, Outcome, Rule } from '../types/framework.ts'
import type { CompiledRule, CompiledRules, Subject } from './compile-rules.ts'
import type { Context } from './condition.ts'
import { evidenceItems } from './operands/evidence-items.ts'
import { FALSE, NOT_APPLICABLE, TRUE, UNKNOWN } from './truth.ts'

/** What a rule concludes about an element, an entry of a register or the organization. */
export interface Conclusion {
  readonly rule: Rule
  /** Null where the rule speaks about the organization as a whole. */
  readonly element: ElementId | null
  /** Null too for a rule about a register that is missing or empty, or about pieces of evidence where there are none. */
  readonly item: RegisterItem | null
  readonly outcome: Outcome
  /** `rule@element`, `rule@organization`, and `#item` after either for an entry: the id of a finding. */
  readonly id: string
}

/**
 * Adds one conclusion, or one for each entry of the register. A register that the description does not have is one
 * conclusion that could not be evaluated; an empty one leaves nothing to conclude about: not applicable. So does evidence
 * whose files nobody looked at.
 */
export function concludeSubject(
  { compiled, self, element, id }: Subject,
  context: Context,
  into: Conclusion[],
): void {
  const { rule } = compiled
  const { each } = rule
  context.self = self
  context.item = null
  if (each === null) into.push({ rule, element, item: null, outcome: outcomeOf(compiled, context), id })
  else if (each === 'elements') {
    const outside = context.standings[self]!.state === 'not-applicable'
    into.push({
      rule,
      element,
      item: null,
      outcome: outside ? 'not-applicable' : outcomeOf(compiled, context),
      id,
    })
  } else if (each === 'evidence') {
    if (self < 0) concludeWithoutPieces({ rule, element, id }, context, into)
    else if (context.description.evidence === 'checked') {
      const standing = context.standings[self]!
      for (const item of evidenceItems(standing)) {
        context.item = item
        const outcome =
          standing.state === 'assessed' ? outcomeOf(compiled, context) : outcomeWithoutLevel[standing.state]
        into.push({ rule, element, item, outcome, id: `${id}#${item.id}` })
      }
      context.item = null
    }
  } else {
    const items = context.description.registers.get(each)
    if (!items || items.length === 0) {
      into.push({ rule, element, item: null, outcome: items ? 'not-applicable' : 'not-evaluated', id })
      return
    }
    for (const item of items) {
      context.item = item
      into.push({ rule, element, item, outcome: outcomeOf(compiled, context), id: `${id}#${item.id}` })
    }
    context.item = null
  }
}

/** What the pieces of an element show or fail to show is said of its level. */
const outcomeWithoutLevel = { 'not-applicable': 'not-applicable', 'not-assessed': 'not-evaluated' } as const

/** Files that nobody looked at, and a description that cites nothing, leave nothing to conclude about. */
function concludeWithoutPieces(
  subject: Pick<Conclusion, 'rule' | 'element' | 'id'>,
  { description, standings }: Context,
  into: Conclusion[],
): void {
  if (description.evidence === 'checked' && standings.some(({ evidence }) => evidence.length > 0)) return
  into.push({ ...subject, item: null, outcome: 'not-applicable' })
}

/**
 * What a conclusion would be about another description, in which nothing but the standings differs. `context`: of that
 * one. A conclusion about entries of which there are none stays what it was.
 */
export function concludeAgain(
  { rule, element, item, outcome }: Conclusion,
  { byId, index }: CompiledRules,
  context: Context,
): Outcome {
  const aboutEach = rule.each !== null && rule.each !== 'elements'
  if (aboutEach && !item) return outcome
  const ofElement = rule.each === 'elements' || rule.each === 'evidence'
  context.self = ofElement && element !== null ? index.positions.get(element)! : -1
  context.item = item
  if (context.standings[context.self]?.state === 'not-applicable') return 'not-applicable'
  return outcomeOf(byId.get(rule.id)!, context)
}

/** The guard comes first: where it holds, the rule does not speak. Where it cannot be told, it matters only to a gap. */
function outcomeOf({ fires, unless }: CompiledRule, context: Context): Outcome {
  const guard = unless ? unless.truth(context) : FALSE
  if (guard === TRUE) return 'not-applicable'
  const truth = fires.truth(context)
  if (truth === TRUE) return guard === UNKNOWN ? 'not-evaluated' : 'gap'
  if (truth === NOT_APPLICABLE) return 'not-applicable'
  return truth === FALSE ? 'clear' : 'not-evaluated'
}
