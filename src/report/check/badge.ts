/** The badge: the level, or how many files pass; as data for services that draw it (the endpoint format of shields), and as a picture. */
import type { CheckReport, FileCheck } from '../../types/check-report.ts'
import { levelText } from '../document.ts'
import { stringifySafely } from '../stringify-safely.ts'
import { escapeXml } from './text.ts'

export const badgeColors: Readonly<Record<BadgeText['state'], string>> = {
  passed: '#2e7d32',
  failed: '#c62828',
  neutral: '#1565c0',
}

export function renderBadge(report: CheckReport): string {
  const { label, message, state } = badgeText(report)
  return stringifySafely({ schemaVersion: 1, label, message, color: badgeColors[state] })
}

interface BadgeText {
  readonly label: string
  readonly message: string
  /** `neutral` where no gate was asked for, or too little is assessed to state a level. */
  readonly state: 'passed' | 'failed' | 'neutral'
}

const label = 'innovation management'

/** Nothing in it is a text from a file. */
function badgeText({ files, passed }: CheckReport): BadgeText {
  const [only] = files
  if (only === undefined) return { label, message: 'nothing checked', state: 'neutral' }
  // The gate on waivers holds unasked.
  const gated = files.some(({ gates }) =>
    gates.some(({ gate }) => gate !== 'expired-waiver' && gate !== 'overdue-plan'),
  )
  const known = files.every(({ assessment }) => assessment?.scores.overall.withheld === false)
  const state = passed ? (gated && known ? 'passed' : 'neutral') : 'failed'
  if (files.length === 1) return { label, message: standing(only, passed), state }
  const passing = files.filter(({ status }) => status === 'passed').length
  // A description that was deleted may fail what every file passes.
  const failed = !passed && passing === files.length ? ', check failed' : ''
  return { label, message: `${passing} of ${files.length} files pass${failed}`, state }
}

/** A failed check is said in words too: colour alone does not reach everybody. */
function standing({ status, assessment }: FileCheck, passed: boolean): string {
  if (assessment === null) return status === 'invalid' ? 'file has mistakes' : 'file cannot be read'
  const { level, lowest, highest, withheld } = assessment.scores.overall
  const { assessed, inScope } = assessment.coverage
  const failed = passed ? '' : ', check failed'
  if (inScope === 0) return `nothing in scope${failed}`
  if (assessed === 0) return `not assessed${failed}`
  // Where too little is assessed to state a level, the range of what is possible stands alone.
  if (withheld || level === null) return `${levelText(lowest)} to ${levelText(highest)} of 5${failed}`
  return `${levelText(level)} of 5${failed}`
}

const height = 20
const padding = 7

export function renderBadgeSvg(report: CheckReport): string {
  const { label, message, state } = badgeText(report)
  const left = textWidth(label) + 2 * padding
  const right = textWidth(message) + 2 * padding
  const width = left + right
  const title = escapeXml(`${label}: ${message}`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
  <title>${title}</title>
  <clipPath id="round"><rect width="${width}" height="${height}" rx="3"/></clipPath>
  <g clip-path="url(#round)">
    <rect width="${left}" height="${height}" fill="#555"/>
    <rect x="${left}" width="${right}" height="${height}" fill="${badgeColors[state]}"/>
  </g>
  <g fill="#fff" font-family="Verdana, DejaVu Sans, Geneva, sans-serif" font-size="11">
    ${textElement(label, padding)}
    ${textElement(message, left + padding)}
  </g>
</svg>
`
}

/** Whatever font there is, the text fills the room it was given. */
function textElement(text: string, x: number): string {
  return `<text x="${x}" y="14" textLength="${textWidth(text)}" lengthAdjust="spacingAndGlyphs">${escapeXml(text)}</text>`
}

/** Whole pixels at 11 pixels of Verdana, in which badges are commonly set. */
function textWidth(text: string): number {
  return Math.ceil(Array.from(text, characterWidth).reduce((sum, width) => sum + width, 0))
}

/** Widths of Verdana in thousandths of the font size, by groups of letters that come close. */
const widths: readonly (readonly [letters: string, thousandths: number])[] = [
  ['ijl', 280],
  [' ,.', 360],
  ['frt', 400],
  ['csz', 522],
  ['kvxy', 592],
  ['aebdghnopqu', 620],
  ['0123456789', 636],
  ['w', 818],
  ['m', 973],
]

function characterWidth(character: string): number {
  return ((widths.find(([letters]) => letters.includes(character))?.[1] ?? 650) * 11) / 1000
}
