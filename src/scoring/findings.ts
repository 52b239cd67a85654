/** The gaps among the conclusions, worst first, each with its texts, its reasons and its places. */
import type { CompiledRules } from '../rules/compile-rules.ts'
import type { Conclusion } from '../rules/conclude-all.ts'
import { lackingOf } from '../rules/lacking-of.ts'
import { messageOf } from '../rules/message-of.ts'
import { readingsOf } from '../rules/readings-of.ts'
import { reasonsIn } from '../rules/reasons-of.ts'
import type { Finding, Reason } from '../types/assessment.ts'
import type { Description, RegisterItem } from '../types/description.ts'
import type { Path } from '../types/document.ts'
import type {
  Confidence,
  ElementId,
  Framework,
  Pack,
  PrincipleId,
  Rule,
  Severity,
} from '../types/framework.ts'
import type { Location } from '../types/location.ts'
import { quote } from '../util/show.ts'
import { locateAnswer } from './locate-answer.ts'
import { isPlanned } from './plans.ts'

/** Where in the file a finding shows: one main place, and the others that played a part. */
export interface Clues {
  readonly element: ElementId | null
  readonly item: RegisterItem | null
  /** Whether the rule speaks about each element: then the place is the element, whatever it is compared with. */
  readonly eachElement: boolean
  readonly lacking: readonly ElementId[]
  readonly reasons: readonly Reason[]
}

/**
 * The item where a rule speaks about one; else the answer of the element that a rule speaks about on its own; else of
 * what is lacking, else of the element the finding points at, else the first input the file has. Every other input is related, the first hundred of them. One place is named once.
 */
export function locateFinding(
  { root, standings }: Description,
  { element, item, eachElement, lacking, reasons }: Clues,
): Pick<Finding, 'location' | 'related'> {
  const inItem = item ? [reasons.find(({ path }) => isWithin(path, item.path))?.path ?? item.path] : []
  const pointedAt = element === null ? [] : [element]
  const answers = (eachElement ? [...pointedAt, ...lacking] : [...lacking, ...pointedAt]).map(
    (id) => standings.get(id)!.path,
  )
  const location = firstOf(
    [...inItem, ...answers, ...reasons.map(({ path }) => path)].map((path) => () => locateAnswer(root, path)),
  )
  const taken = new Set(location && [placeOf(location)])
  const related: Finding['related'][number][] = []
  for (const reason of reasons) {
    if (related.length === mostRelated) break
    const place = locateAnswer(root, reason.path)
    if (!place || taken.has(placeOf(place))) continue
    taken.add(placeOf(place))
    related.push({ message: describeReason(reason), location: place })
  }
  return { location: location ?? null, related }
}

/** Places are for going there; the reasons hold every input, however many. */
const mostRelated = 100

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((step, index) => path[index] === step)
}

function firstOf<Value>(attempts: readonly (() => Value | undefined)[]): Value | undefined {
  for (const attempt of attempts) {
    const value = attempt()
    if (value !== undefined) return value
  }
  return undefined
}

function placeOf({ line, column }: Location): string {
  return `${line}:${column}`
}

function describeReason({ path, expected, found }: Reason): string {
  const name = (path[0] === 'practices' ? path.slice(1) : path).join(' ')
  const shown = found === null ? 'nothing' : typeof found === 'string' ? quote(found) : String(found)
  return `${name}: ${expected}, found ${shown}`
}

const severities: readonly Severity[] = ['high', 'medium', 'low']
const confidences: readonly Confidence[] = ['firm', 'likely', 'hint']

/** In order of severity, confidence, rule in the pack, element in the pack. `conclusions`: all of them. */
export function findingsOf(
  pack: Pack,
  rules: CompiledRules,
  description: Description,
  conclusions: readonly Conclusion[],
): Finding[] {
  const gaps = conclusions.filter(({ outcome }) => outcome === 'gap')
  if (gaps.length === 0) return []
  return gaps.map(stateOf(pack, rules, description)).sort(orderOfFindings(pack))
}

/** What a finding is placed by. */
type Placed = Pick<Finding, 'severity' | 'confidence' | 'rule' | 'element'>

export function orderOfFindings({ rules, framework }: Pack): (a: Placed, b: Placed) => number {
  const ruleOrder = new Map(rules.map(({ id }, position) => [id, position]))
  const elementOrder = new Map(framework.elements.map(({ id }, position) => [id, position]))
  const position = ({ element }: Placed) => (element === null ? -1 : elementOrder.get(element)!)
  return (a, b) =>
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence) ||
    ruleOrder.get(a.rule)! - ruleOrder.get(b.rule)! ||
    position(a) - position(b)
}

function stateOf({ framework, texts }: Pack, rules: CompiledRules, description: Description) {
  const ruleTexts = texts().rules
  const waivers = new Map(
    description.waivers.filter(({ active }) => active).map((waiver) => [waiver.finding, waiver]),
  )
  return (conclusion: Conclusion): Finding => {
    const { id, rule, element, item } = conclusion
    const text = ruleTexts[rule.id]!
    const readings = readingsOf(rules, description, conclusion)
    const reasons = reasonsIn(readings)
    const lacking = lackingOf(readings)
    const waiver = waivers.get(id)
    return {
      id,
      rule: rule.id,
      category: rule.category,
      element,
      ...(item && { item: item.id }),
      principles: principlesOf(rule, element, framework),
      outcome: 'gap',
      severity: rule.severity,
      confidence: rule.confidence,
      title: text.title,
      message: messageOf(text.message, description, conclusion, framework),
      why: text.why,
      otherwise: text.otherwise,
      check: text.check,
      do: text.do,
      waived: waiver !== undefined,
      ...(waiver && { waiver: { reason: waiver.reason, owner: waiver.owner, until: waiver.until } }),
      planned: isPlanned(conclusion, lacking, framework, rules, description),
      reasons,
      ...locateFinding(description, {
        element,
        item,
        eachElement: rule.each === 'elements',
        lacking,
        reasons,
      }),
    }
  }
}

function principlesOf(
  rule: Rule,
  element: ElementId | null,
  { elements }: Framework,
): readonly PrincipleId[] {
  if (rule.principles.length > 0 || element === null) return rule.principles
  const { main, also } = elements.find(({ id }) => id === element)!
  return [main, ...also]
}
