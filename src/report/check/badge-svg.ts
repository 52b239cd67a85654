/** The badge as a picture that asks nothing of anybody: no font, style or image from elsewhere, readable to screen readers. */
import type { CheckReport } from '../../types/check-report.ts'
import { badgeColors } from './badge.ts'
import { badgeText } from './badge-text.ts'
import { escapeXml } from './escape-xml.ts'

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
