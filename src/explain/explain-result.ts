/** Finds what a word means in one assessed description, and how its result came about. */
import type { Assessed } from '../assess.ts'
import { type ExplainResult, explain } from './explain.ts'
import { explainRuleResult } from './explain-rule-result.ts'
import { explainClauseScore, explainOverallScore, explainPrincipleScore } from './explain-score.ts'
import { explainStanding } from './explain-standing.ts'

/**
 * By id or title, case aside. What has no result of its own, such as a term, is explained as without a description;
 * where nothing is found, the closest names.
 */
export function explainResult(word: string, assessed: Assessed): ExplainResult {
  const { framework, rules } = assessed.pack
  const wanted = word.trim().toLowerCase()
  const named = <T extends { readonly id: string; readonly title: string }>(things: readonly T[]) =>
    things.find(({ id }) => id.toLowerCase() === wanted) ??
    things.find(({ title }) => title.toLowerCase() === wanted)
  const found = (explanation: ExplainResult['explanation']): ExplainResult => ({
    ...(explanation && { explanation }),
    suggestions: [],
  })
  if (wanted === 'overall') return found(explainOverallScore(assessed))
  const finding = assessed.assessment.findings.find(({ id }) => id.toLowerCase() === wanted)
  if (finding) return found(explainRuleResult(finding.rule, assessed, finding.id))
  const rule = rules.find(({ id }) => id === wanted.split('@')[0])
  if (rule) return found(explainRuleResult(rule.id, assessed))
  const principleById = framework.principles.find(({ id }) => id === wanted)
  const element = principleById ? undefined : named(framework.elements)
  if (element) return found(explainStanding(element.id, assessed))
  const principle = named(framework.principles)
  if (principle) return found(explainPrincipleScore(principle.id, assessed))
  const clause = named(framework.clauses)
  return clause ? found(explainClauseScore(clause, assessed)) : explain(word, assessed.pack)
}
