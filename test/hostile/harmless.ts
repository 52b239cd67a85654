/** What holds for every run, whatever it was given: nothing steers a terminal or a build machine, nothing of ours shows. */
import { expect } from 'vitest'
import type { Run } from '../cli/run.ts'

/** C0 but line breaks, DEL, C1, bidi controls, separators, zero-width and tag characters. */
const raw =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/u
const stack = /^\s+at (?:async )?\S.*[(:/].*:\d+:\d+\)?$/m

export interface Expected {
  readonly code: number
  /** Lines of standard error, at most. Default 7. */
  readonly lines?: number
  /** Diagnostic code or words that must be there. */
  readonly says?: string
}

export function expectHarmless({ code, stdout, stderr }: Run, expected: Expected): void {
  const shown = stderr.slice(0, 2000)
  expect({ code, shown }).toEqual({ code: expected.code, shown })
  if (expected.says !== undefined) expect(`${stderr}${stdout}`).toContain(expected.says)
  // Only CSV ends its lines with CR LF.
  for (const text of [stdout.replaceAll('"\r\n', '"\n'), stderr]) {
    expect(raw.exec(text)).toBeNull()
    expect(text).not.toMatch(stack)
    expect(text).not.toMatch(/^[ \t]*(?:::|##\[)/m)
    expect(text).not.toContain('defect of the tool')
    expect(text).not.toContain('node:internal')
  }
  expect(stderr.split('\n').length - 1).toBeLessThanOrEqual(expected.lines ?? 7)
  if (code !== 0) expect(stderr).not.toBe('')
}
