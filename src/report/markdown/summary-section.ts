/** The first paragraph: what a reader who stops here should know. */
import type { Assessment } from '../../types/assessment.ts'
import { listWords } from '../../util/show.ts'
import { escapeMarkdown } from '../escape-markdown.ts'
import { groupFindings } from '../group-findings.ts'
import { fixed, gapText } from '../phrases.ts'
import { verdictAfterName } from '../verdict.ts'

export function summarySection(assessment: Assessment): readonly string[] {
  const { organization, coverage } = assessment
  const verdict = `**${escapeMarkdown(`${organization.name} ${verdictAfterName(assessment)}`)}.**`
  const further = coverage.assessed === 0 ? [] : [certainty, furthest, severest, firstSteps]
  const sentences = further.map((say) => say(assessment)).filter((text) => text !== '')
  return [[verdict, ...sentences].join(' ')]
}

function certainty({ scores, coverage }: Assessment): string {
  const { level, lowest, highest, evidenced } = scores.overall
  if (level === null) return ''
  const open = coverage.notAssessed.length
  const interval =
    lowest === highest
      ? ''
      : ` Whatever ${open === 1 ? 'the open element turns' : `the ${open} open elements turn`} out to be, the level lies between ${fixed(lowest)} and ${fixed(highest)}.`
  const carried =
    evidenced === level
      ? 'The evidence cited carries this level.'
      : `The evidence cited carries ${fixed(evidenced)}.`
  return carried + interval
}

/** The three principles with the largest gaps. */
function furthest({ scores }: Assessment): string {
  const gaps = scores.principles
    .map(({ title, score }) => ({ title, gap: Number(gapText(score.level, score.target)) }))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap)
    .slice(0, 3)
    .map(({ title, gap }) => `${escapeMarkdown(title)} (by ${fixed(gap)})`)
  return gaps.length === 0 ? '' : `Furthest below target: ${listWords(gaps)}.`
}

function severest({ findings }: Assessment): string {
  const practice = groupFindings(findings.filter(({ category }) => category === 'gap'))
  const high = practice.filter(({ severity }) => severity === 'high')
  if (high.length === 0) return ''
  const named = high.slice(0, 3).map(({ title }) => `“${escapeMarkdown(title)}”`)
  const rest = high.length - named.length
  return `Most severe: ${listWords(rest > 0 ? [...named, `${rest} more`] : named)}.`
}

function firstSteps({ improvements }: Assessment): string {
  const first = improvements.slice(0, 3).map(({ element, title }) => escapeMarkdown(`${element} ${title}`))
  return first.length === 0 ? '' : `To begin with: ${listWords(first)}.`
}
