import { expect, it } from 'vitest'
import { isReason } from '../../src/description/check-waivers.ts'

it.each([
  ['accepted by board', true],
  ['too short', false],
  ['              x', false],
  ['取締役会で二年間承認済みです', true],
  ['承認済みです', false],
  ['이사회가 2027년까지 승인함', true],
])('%j is a reason: %s', (text, expected) => {
  expect(isReason(text)).toBe(expected)
})
