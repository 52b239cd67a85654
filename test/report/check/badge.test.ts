import { makeBadge } from 'badge-maker'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { badgeColors, renderBadge, renderBadgeSvg } from '../../../src/report/check/badge.ts'
import type { CheckReport } from '../../../src/types/check-report.ts'
import { degenerate } from '../fixtures/degenerate.ts'
import { hostile } from '../fixtures/strings.ts'
import {
  degenerateReports,
  example,
  fileCheck,
  gate,
  hostileReport,
  report,
  richCheck,
  unreadable,
} from './reports.ts'

const passing = (more = {}) => richCheck({ status: 'passed', gates: richCheck().gates.slice(1), ...more })

describe('the badge', () => {
  it('is drawn by the library that shields.io draws with', () => {
    for (const each of [...Object.values(degenerateReports), report([richCheck()])]) {
      const { label, message, color } = JSON.parse(renderBadge(each))
      expect(makeBadge({ label, message, color })).toContain(`<title>${label}: `)
    }
  })

  it.each<[string, CheckReport, string, keyof typeof badgeColors]>([
    ['a check that passed', report([passing()]), '2.1 of 5', 'passed'],
    ['one that failed', report([richCheck()]), '2.1 of 5, check failed', 'failed'],
    ['one without gates', report([passing({ gates: [] })]), '2.1 of 5', 'neutral'],
    [
      'one that only holds its waivers to their days',
      report([passing({ gates: [gate('expired-waiver', true)] })]),
      '2.1 of 5',
      'neutral',
    ],
    [
      'too little assessed',
      report([fileCheck(degenerate['one answer']!, { status: 'passed' })]),
      '0.3 to 4.8 of 5',
      'neutral',
    ],
    ['nothing assessed', report([fileCheck(degenerate['nothing assessed']!)]), 'not assessed', 'neutral'],
    [
      'nothing in scope',
      report([fileCheck(degenerate['everything not applicable']!)]),
      'nothing in scope',
      'neutral',
    ],
    ['an invalid file', report([example('mistakes')]), 'file has mistakes', 'failed'],
    ['an unreadable file', report([unreadable()]), 'file cannot be read', 'failed'],
    ['no files', report([]), 'nothing checked', 'neutral'],
    ['several files', report([passing(), unreadable(), passing()]), '2 of 3 files pass', 'failed'],
    ['several that pass', report([passing(), passing()]), '2 of 2 files pass', 'passed'],
    [
      'several without gates',
      report([passing({ gates: [] }), passing({ gates: [] })]),
      '2 of 2 files pass',
      'neutral',
    ],
  ])('says of %s what can be said', (_, checkReport, message, state) => {
    expect(JSON.parse(renderBadge(checkReport))).toEqual({
      schemaVersion: 1,
      label: 'innovation management',
      message,
      color: badgeColors[state],
    })
    const svg = renderBadgeSvg(checkReport)
    expect(svg).toContain(`<title>innovation management: ${message}</title>`)
    expect(svg).toContain(`fill="${badgeColors[state]}"`)
  })

  it('reads as expected', async () => {
    await expect(renderBadgeSvg(report([richCheck()]))).toMatchFileSnapshot('golden/badge.svg')
  })

  it('can be read aloud, is well-formed and asks nothing of anybody', async () => {
    const pictures = Object.values(degenerateReports).map(renderBadgeSvg)
    for (const svg of pictures) {
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="[^"]+">\n {2}<title>[^<]+<\/title>/)
      expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
        /https?:|href|@import|<(?!\/)(script|style|image|foreignObject)/,
      )
    }
    const xml = pictures.map((contents, index) => ({ fileName: `${index}.svg`, contents }))
    expect((await validateXML({ xml, schema: [anySvg] })).errors).toEqual([])
  })

  it('is wide enough for its text, and both halves make the whole', () => {
    for (const each of Object.values(degenerateReports)) {
      const svg = renderBadgeSvg(each)
      const [, width] = /<svg [^>]*? width="(\d+)"/.exec(svg)!
      const halves = [...svg.matchAll(/<rect (?:x="\d+" )?width="(\d+)" height="20" fill/g)].map(([, half]) =>
        Number(half),
      )
      expect(halves[0]! + halves[1]!).toBe(Number(width))
      const lengths = [...svg.matchAll(/textLength="(\d+)"/g)].map(([, length]) => Number(length))
      expect(halves).toEqual(lengths.map((length) => length + 14))
      const texts = [...svg.matchAll(/Adjust="\w+">([^<]+)</g)].map(([, text]) => text!)
      // Between five and eight pixels for a character at eleven pixels: neither squeezed nor torn apart.
      for (const [index, text] of texts.entries()) {
        expect(lengths[index]! / text.length).toBeGreaterThan(4.5)
        expect(lengths[index]! / text.length).toBeLessThan(8)
      }
    }
  })

  it('holds no text from a file', () => {
    for (const text of hostile) {
      expect(renderBadge(hostileReport(text))).toBe(renderBadge(hostileReport('plain')))
      expect(renderBadgeSvg(hostileReport(text))).toBe(renderBadgeSvg(hostileReport('plain')))
    }
  })

  it('has colours on which white letters can be read', () => {
    const channel = (hex: string) => {
      const value = Number.parseInt(hex, 16) / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    }
    for (const color of [...Object.values(badgeColors), '#555555']) {
      const [red, green, blue] = [color.slice(1, 3), color.slice(3, 5), color.slice(5, 7)].map(channel)
      const luminance = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
      expect(1.05 / (luminance + 0.05)).toBeGreaterThan(4.5)
    }
  })
})

/** Says nothing about the picture but that it is one. */
const anySvg = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2000/svg">
  <xs:element name="svg">
    <xs:complexType>
      <xs:sequence><xs:any maxOccurs="unbounded" processContents="skip"/></xs:sequence>
      <xs:anyAttribute processContents="skip"/>
    </xs:complexType>
  </xs:element>
</xs:schema>`
