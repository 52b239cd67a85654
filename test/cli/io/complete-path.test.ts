/** Names of files completed as a shell does it, and never outside the folder. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { completePath } from '../../../src/cli/io/complete-path.ts'
import { inFolder } from '../run.ts'

const names = ['minutes-april.md', 'minutes-may.md', 'radar.pdf', '.hidden', 'evil\u001b[31m.md']

describe('the name of a file', () => {
  it.each([
    ['ra', 'radar.pdf', []],
    ['m', 'minutes-', ['minutes-april.md', 'minutes-may.md']],
    ['e', 'e', ['evidence/', 'extra/']],
    ['evidence/', 'evidence/scan.md', []],
    ['nothing', 'nothing', []],
    ['../', '../', []],
    ['/etc/pass', '/etc/pass', []],
    ['.h', '.h', []],
    ['', '', ['evidence/', 'extra/', 'minutes-april.md', 'minutes-may.md', 'radar.pdf']],
  ])('"%s" becomes "%s"', (typed, line, others) =>
    inFolder(async (folder) => {
      for (const name of names) writeFileSync(join(folder, name), '')
      for (const name of ['evidence', 'extra']) mkdirSync(join(folder, name))
      writeFileSync(join(folder, 'evidence', 'scan.md'), '')
      expect(completePath(typed, folder)).toEqual({ line, others })
    }),
  )
})
