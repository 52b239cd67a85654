/** What one rule concludes in one description, everywhere it speaks, and which inputs made it say so. */
import type { Assessed } from '../assess.ts'
import { type Conclusion, concludeAll } from '../rules/conclude-all.ts'
import { missingOf } from '../rules/missing-of.ts'
import { type Block, type Explanation, list, paragraph, section } from '../types/explanation.ts'
import type { Outcome } from '../types/framework.ts'
import { reasonTexts } from './reason-text.ts'

/** More silent conclusions than these are counted only. */
const fewSilent = 3

/** `finding` narrows to one conclusion by its id; left out, all are explained. */
export function explainRuleResult(id: string, assessed: Assessed, finding?: string): Explanation {
  const { pack, rules, description } = assessed
  const text = pack.texts().rules[id]!
  const conclusions = concludeAll(rules, description).filter(
    (conclusion) => conclusion.rule.id === id && (finding === undefined || conclusion.id === finding),
  )
  const of = (outcome: Outcome) => conclusions.filter((conclusion) => conclusion.outcome === outcome)
  const silent = of('clear').length <= fewSilent ? of('clear') : []
  return {
    kind: 'rule',
    id,
    title: text.title,
    sections: [
      ...section(null, paragraph(text.why)),
      ...section('In this description', paragraph(countText(of, conclusions.length))),
      ...section('Where it fires', ...gapBlocks(of('gap'), assessed)),
      ...section(
        'Where it cannot be evaluated',
        list(
          of('not-evaluated').map(
            (conclusion) =>
              `${conclusion.id} waits for ${missingOf(rules, description, conclusion).join(', ')}`,
          ),
        ),
      ),
      ...section(
        'Where it stays silent',
        ...silent.flatMap((conclusion) => readBlocks(conclusion, assessed)),
      ),
      ...section('Another possible explanation', paragraph(of('gap').length === 0 ? null : text.otherwise)),
      ...section('How to check', paragraph(text.check)),
      ...section('What to do', paragraph(of('gap').length === 0 ? null : text.do)),
    ],
  }
}

function countText(of: (outcome: Outcome) => readonly Conclusion[], total: number): string {
  if (total === 0) return 'The rule speaks about entries of a register that is empty or missing.'
  const counts: (readonly [Outcome, string])[] = [
    ['gap', 'fires'],
    ['clear', 'stays silent'],
    ['not-evaluated', 'cannot be evaluated'],
    ['not-applicable', 'does not apply'],
  ]
  const said = counts.filter(([outcome]) => of(outcome).length > 0)
  if (total === 1) return `It ${said[0]![1]}.`
  const parts = said.map(([outcome, words]) => `${words} ${times(of(outcome).length)}`)
  return `It concludes ${times(total)}: ${parts.join(', ')}.`
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

/** The message of each finding with its place, and below it what was read. */
function gapBlocks(conclusions: readonly Conclusion[], assessed: Assessed): Block[] {
  return conclusions.flatMap((conclusion) => {
    const found = assessed.assessment.findings.find(({ id }) => id === conclusion.id)
    const place = found?.location ? ` (${found.location.file}:${found.location.line})` : ''
    return readBlocks(conclusion, assessed, `${found?.message ?? ''}${place}`.trim())
  })
}

function readBlocks(conclusion: Conclusion, assessed: Assessed, message = ''): Block[] {
  return [
    paragraph(message === '' ? conclusion.id : `${message} [${conclusion.id}]`),
    list(reasonTexts(conclusion, assessed)),
  ]
}
