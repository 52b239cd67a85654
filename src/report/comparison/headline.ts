/**
 * The result of a comparison in one sentence. `Rose` and `fell` are said of practice: where a level moved only because
 * answers were withdrawn, or because scope, weights or guidance differ, it `went`, and the sentence says why.
 */
import type { Cause, Comparison, MovedMeasure } from '../../types/comparison.ts'
import { counted, fixed } from '../phrases.ts'
import { signed } from './comparison-phrases.ts'

/** Without the name in front and without full stop. */
export function moveAfterName(comparison: Comparison): string {
  const { before, after, change } = comparison.overall
  if (before.inScope === 0 || after.inScope === 0)
    return 'has nothing to compare: a side has nothing in scope'
  if (change.level === null) {
    const where = before.withheld && after.withheld ? 'on both sides' : before.withheld ? 'before' : 'now'
    return `cannot be compared by level, not enough data ${where}: between ${fixed(before.lowest)} and ${fixed(before.highest)} of 5 before, between ${fixed(after.lowest)} and ${fixed(after.highest)} now`
  }
  const level = levelMove(comparison, change.level)
  const percent = percentMove(comparison, change.percentToTarget)
  const both = level.because !== '' && level.because === percent?.because
  const parts = [
    both ? level.text : `${level.text}${level.because}`,
    ...(percent === null ? [] : [both ? percent.text : `${percent.text}${percent.because}`]),
    ...(both ? [`both${level.because}`] : []),
    ...widened(comparison),
  ]
  return parts.join('; ')
}

interface Move {
  readonly text: string
  /** Begins with a blank, a comma or a colon; empty where nothing has to be said. */
  readonly because: string
}

function levelMove(comparison: Comparison, change: number): Move {
  const { before, after } = comparison.overall
  const { practice, because } = reasonsFor(comparison, 'level', change)
  if (change === 0) return { text: `stands at ${fixed(after.level)} of 5 as before`, because }
  const verb = practice ? (change > 0 ? 'rose' : 'fell') : 'went'
  return {
    text: `${verb} from ${fixed(before.level)} to ${fixed(after.level)} of 5 (${signed(change)})`,
    because,
  }
}

function percentMove(comparison: Comparison, change: number | null): Move | null {
  if (change === null) return null
  const { before, after } = comparison.overall
  const { because } = reasonsFor(comparison, 'percentToTarget', change)
  if (change === 0)
    return { text: `${fixed(after.percentToTarget)} % of the way to target, as before`, because }
  return {
    text: `of the way to target, ${fixed(before.percentToTarget)} % became ${fixed(after.percentToTarget)} % (${signed(change)})`,
    because,
  }
}

interface Reason {
  readonly text: string
  readonly hundredths: number
}

/** `practice`: most of the change came from answers that rose or fell. */
function reasonsFor(
  comparison: Comparison,
  name: MovedMeasure,
  change: number,
): { practice: boolean; because: string } {
  const total = Math.round(change * 100)
  const moved = answersMoved(comparison, name, isMoved)
  const others = otherReasons(comparison, name)
  if (others.length === 0) return { practice: true, because: '' }
  if (moved === 0) {
    const texts = others.map(({ text }) => text)
    return { practice: false, because: total === 0 ? '' : ` because ${joined(texts)}` }
  }
  const practice = moved * total > 0 && Math.abs(moved) * 2 >= Math.abs(total)
  const said = (reasons: readonly Reason[]) =>
    reasons.map(({ text, hundredths }) => `${signed(hundredths / 100)} because ${text}`)
  if (practice) {
    const helping = others.filter(({ hundredths }) => hundredths * total > 0)
    return { practice, because: helping.length === 0 ? '' : `, of which ${joined(said(helping))}` }
  }
  return {
    practice,
    because: `: ${joined([...said(others), `${signed(moved / 100)} by answers that rose or fell`])}`,
  }
}

type Answer = Comparison['answers'][number]
const isMoved = ({ before, after }: Answer) => before.level !== null && after.level !== null
const isWithdrawn = ({ before, after }: Answer) => before.level !== null && after.level === null
const isFirst = ({ before, after }: Answer) => before.level === null && after.level !== null

function answersMoved(
  { answers }: Comparison,
  name: MovedMeasure,
  wanted: (answer: Answer) => boolean,
): number {
  return answers.filter(wanted).reduce((sum, { points }) => sum + Math.round((points[name] ?? 0) * 100), 0)
}

function otherReasons(comparison: Comparison, name: MovedMeasure): Reason[] {
  const { answers, causes, overall } = comparison
  const some = (wanted: (answer: Answer) => boolean, text: string): Reason => {
    const count = answers.filter(wanted).length
    return {
      text: `${counted(count, 'answer')} ${count === 1 ? 'was' : 'were'} ${text}`,
      hundredths: answersMoved(comparison, name, wanted),
    }
  }
  const wholes = causes.flatMap(({ cause, text }): Reason[] => {
    const points = overall.contributions.find((each) => each.cause === cause)!.points[name]
    const hundredths = Math.round((points ?? 0) * 100)
    const said = wordings[cause]?.(text)
    return said === undefined ? [] : [{ text: said, hundredths }]
  })
  return [some(isWithdrawn, 'withdrawn'), some(isFirst, 'given for the first time'), ...wholes].filter(
    ({ hundredths }) => hundredths !== 0,
  )
}

/** What is no movement of practice, as a sentence. Evidence and its age move neither a level nor the way to target. */
const wordings: Readonly<Partial<Record<Cause, (text: string) => string>>> = {
  scope: (text) => text.replace('; ', ' and '),
  targets: (text) => `targets were ${text}`,
  weights: () => 'the weights of principles differ',
  pack: () => 'the guidance differs',
}

function joined(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`
}

/** That more is not assessed than before can be seen in no level. */
function widened({ overall: { before, after } }: Comparison): string[] {
  if (after.inScope - after.assessed <= before.inScope - before.assessed) return []
  const was =
    before.lowest === before.highest
      ? `at ${fixed(before.lowest)}`
      : `between ${fixed(before.lowest)} and ${fixed(before.highest)}`
  return [
    `less is known: with what is not assessed, the level lies between ${fixed(after.lowest)} and ${fixed(after.highest)} (before: ${was})`,
  ]
}
