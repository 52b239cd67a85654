/** `init` asks as the interview does: nothing that was not meant is chosen. Needs the build. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describe as read } from '../../../src/assess.ts'
import { inFolder } from '../run.ts'
import { interview, open, tool } from './pseudo-terminal.ts'

const init = (argv: readonly string[], folder: string, env = {}) =>
  open(process.execPath, [tool, 'init', ...argv], folder, { env })
const organization = (folder: string) =>
  read(readFileSync(join(folder, 'org.yaml'))).description!.organization

describe.runIf(process.platform === 'linux')('init in a terminal', () => {
  it.each([
    ['60', 'medium'],
    ['9 people', 'micro'],
    ['4', 'large'],
    ['4 people', 'micro'],
    ['250', 'large'],
    ['sm', 'small'],
    ['\u001b[B\u001b[B', 'small'],
  ])('takes %j as %s and says so', (typed, size) =>
    inFolder(async (folder) => {
      const terminal = init(['org.yaml', '--name', 'Harbour Pumps', '--kind', 'established'], folder)
      await terminal.see('Organization, 1 of 1')
      await terminal.see('size >')
      terminal.type(`${typed}\r`)
      await terminal.see(`\n${size}: `)
      await terminal.see('wrote org.yaml')
      expect((await terminal.ended).code).toBe(0)
      expect(organization(folder).size).toBe(size)
    }),
  )

  it('chooses nothing by a number that is none of the choices, nor by Enter alone', () =>
    inFolder(async (folder) => {
      const terminal = init(['org.yaml', '--name', 'Harbour Pumps'], folder)
      await terminal.see('kind >')
      for (const typed of ['60', '0', '', '-1', '1.5']) {
        terminal.type(`${typed}\r`)
        await terminal.see(`"${typed}" is not an option`)
      }
      terminal.type('2\r')
      await terminal.see('size >')
      for (const typed of ['0', '', '-60', '6e1']) {
        terminal.type(`${typed}\r`)
        await terminal.see(`"${typed}" is not an option`)
      }
      expect(existsSync(join(folder, 'org.yaml'))).toBe(false)
      terminal.type(':back\r')
      await terminal.see('> 2  temporary')
      await terminal.see('Enter keeps the current answer')
      terminal.type('\r')
      await terminal.see('size >')
      terminal.type('1\r')
      expect((await terminal.ended).code).toBe(0)
      expect(organization(folder)).toMatchObject({ kind: 'temporary', size: 'micro' })
    }))

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
    [':quit', ':quit\r'],
  ])('writes nothing after %s', (_, keys) =>
    inFolder(async (folder) => {
      const terminal = init(['org.yaml'], folder)
      await terminal.see('name >')
      terminal.type(keys)
      await terminal.see('stopped; nothing was written')
      expect((await terminal.ended).code).toBe(130)
      expect(existsSync(join(folder, 'org.yaml'))).toBe(false)
    }),
  )

  it('asks in plain lines where the cursor cannot move', () =>
    inFolder(async (folder) => {
      const terminal = init(['org.yaml', '--name', 'X', '--kind', 'start-up'], folder, { TERM: 'dumb' })
      await terminal.see('Your answer for size: ')
      terminal.type('12\r')
      await terminal.see('small: 10 to 49 people.')
      expect((await terminal.ended).code).toBe(0)
      expect(terminal.raw()).not.toContain('\u001b[3')
    }))

  it('writes what an interview answers and takes back to the byte', () =>
    inFolder(async (folder) => {
      const begin = init(['org.yaml', '--name', 'X', '--kind', 'established', '--size', 'small'], folder)
      expect((await begin.ended).code).toBe(0)
      const text = () => readFileSync(join(folder, 'org.yaml'), 'utf8')
      const written = text()
      const terminal = interview(['org.yaml', '--from', '4.1.2', '--depth', 'levels'], folder)
      await terminal.see('4.1.2 level >')
      terminal.type(':evidence\r')
      await terminal.see('evidence >')
      terminal.type('minutes.md\r')
      await terminal.see('kind >')
      terminal.type('r\r')
      await terminal.see('dated >')
      terminal.type('08.10.2026\r')
      await terminal.see('dated 2026-10-08')
      await terminal.see('4.1.2 level >')
      terminal.type('3\r')
      await terminal.see('details >')
      terminal.type('We meet once a year.\r')
      await terminal.see('practice saved.')
      expect(text()).toContain('We meet once a year.')
      for (const _ of [1, 2, 3, 4]) {
        terminal.type(':undo\r')
        await terminal.see('Undone: ')
      }
      await terminal.see('4.1.2 level >')
      expect(text()).toBe(written)
      terminal.type(':quit\r')
      expect((await terminal.ended).code).toBe(0)
    }))
})

describe.runIf(process.platform === 'linux')('an interview about a file that is not there yet', () => {
  it.each([
    [[], 'After the choice of depth,'],
    [['--depth', 'levels'], 'After that,'],
  ])('with %j says what comes after the three questions', (argv, said) =>
    inFolder(async (folder) => {
      const terminal = interview(['new.yaml', ...argv], folder)
      await terminal.see(
        new RegExp(
          `three questions create it. ${said} four more questions about the organization are optional.`.replaceAll(
            ' ',
            '\\s+',
          ),
        ),
      )
      await terminal.see('Organization, 1 of 3')
      for (const typed of ['X', '1', '60']) terminal.type(`${typed}\r`)
      if (argv.length === 0) {
        await terminal.see('depth >')
        terminal.type('\r')
      }
      for (const position of [1, 2, 3, 4]) {
        await terminal.see(`About the organization, ${position} of 4`)
        terminal.type('\r')
      }
      await terminal.see('4.1.1 level >')
      terminal.type(':quit\r')
      await terminal.ended
    }),
  )
})
