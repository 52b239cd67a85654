/** Whole sittings in a real pseudo-terminal, as a person has them. Needs the build. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describe as read } from '../../../src/assess.ts'
import { inFolder, small } from '../run.ts'
import { interview, open, tool } from './pseudo-terminal.ts'

const withFile = (use: (folder: string, text: () => string) => Promise<void>) =>
  inFolder(async (folder) => {
    const path = join(folder, 'org.yaml')
    writeFileSync(path, small)
    await use(folder, () => readFileSync(path, 'utf8'))
  })

describe.runIf(process.platform === 'linux')('a sitting in a terminal', () => {
  it('answers, goes back, jumps, undoes, quits, and goes on where it was', () =>
    withFile(async (folder, text) => {
      const first = interview(['org.yaml'], folder)
      await first.see('Small Firm: 3 of 52 answered')
      await first.see('4.1.1 level >')
      first.type('3\r')
      await first.see('4.1.1: level 3 established, saved.')
      await first.see('4.1.1 details >')
      expect(text()).toContain('  4.1.1:\n    level: 3\n')
      first.type('\r')
      await first.see('4.1.2 level >')
      first.type(':back\r')
      await first.see('> 3  established')
      await first.see('4.1.1 level >')
      first.type(':jump 6.4\r')
      await first.see('6.4 level >')
      first.type('2\r')
      await first.see('6.4 details >')
      first.type('We look at all of it twice a year\r')
      await first.see('6.4: practice saved.')
      first.type(':undo\r')
      await first.see('Undone: 6.4 practice')
      await first.see('6.4 details >')
      expect(text()).not.toContain('twice a year')
      first.type(':quit\r')
      await first.see('Saved in org.yaml: 5 of 52 answered')
      await first.see('ims-gap assess org.yaml')
      expect(await first.ended).toEqual({ code: 0, signal: undefined })

      const second = interview(['org.yaml'], folder)
      await second.see('Small Firm: 5 of 52 answered')
      await second.see('continuing at 4.1.2.')
      await second.see('4.1.2 level >')
      second.type('\u0004')
      await second.see('Saved in org.yaml')
      expect((await second.ended).code).toBe(0)
    }))

  it.each(['--depth scan --only culture --only 5 --unanswered', '--only 5 --stale 1d'])(
    'names in the command that goes on what was asked for: %s',
    (asked) =>
      withFile(async (folder) => {
        const scan = interview(['org.yaml', ...asked.split(' ')], folder)
        await scan.see('level')
        scan.type(':quit\r')
        await scan.see(`ims-gap interview ${asked} org.yaml`)
        expect((await scan.ended).code).toBe(0)
      }),
  )

  it('Ctrl-C ends with 130, says that everything is saved, and gives the terminal back as it was', () =>
    withFile(async (folder, text) => {
      const shell = open('bash', ['--norc', '-i'], folder, { env: { PS1: 'prompt:' } })
      await shell.see('prompt:')
      shell.type('stty -a > before\r')
      await shell.see('prompt:')
      shell.type(`'${process.execPath}' '${tool}' interview org.yaml\r`)
      await shell.see('4.1.1 level >')
      shell.type('4\r')
      await shell.see('4.1.1 details >')
      shell.type('half a sent')
      await shell.see('half a sent')
      shell.type('\u0003')
      await shell.see('Interrupted; every answer given is saved.')
      await shell.see('prompt:')
      shell.type('echo code $?; stty -a > after\r')
      await shell.see('code 130')
      await shell.see('prompt:')
      expect(readFileSync(join(folder, 'after'), 'utf8')).toBe(readFileSync(join(folder, 'before'), 'utf8'))
      expect(shell.raw().lastIndexOf('\u001b[?25l')).toBeLessThanOrEqual(
        shell.raw().lastIndexOf('\u001b[?25h'),
      )
      expect(text()).toContain('4.1.1:\n    level: 4\n')
      shell.type('exit\r')
      await shell.ended
    }))

  it('sleeps on Ctrl-Z and goes on with fg', () =>
    withFile(async (folder, text) => {
      const shell = open('bash', ['--norc', '-i'], folder, { env: { PS1: 'prompt:' } })
      await shell.see('prompt:')
      shell.type(`'${process.execPath}' '${tool}' interview org.yaml\r`)
      await shell.see('4.1.1 level >')
      shell.type('\u001a')
      await shell.see('Stopped')
      await shell.see('prompt:')
      shell.type('echo awake; stty -a | tr " " "\\n" | grep -x -e icanon -e echo | tr "\\n" " "\r')
      await shell.see(/echo icanon|icanon echo/)
      await shell.see('prompt:')
      shell.type('fg\r')
      await shell.see('4.1.1 level >')
      shell.type('2\r')
      await shell.see('4.1.1: level 2 developing, saved.')
      expect(text()).toContain('4.1.1:\n    level: 2\n')
      shell.type('\r:quit\r')
      await shell.see('Saved in org.yaml')
      await shell.see('prompt:')
      shell.type('exit\r')
      await shell.ended
    }))

  it('asks again in plain lines after Ctrl-Z and fg', () =>
    withFile(async (folder, text) => {
      const shell = open('bash', ['--norc', '-i'], folder, { env: { PS1: 'prompt:' } })
      await shell.see('prompt:')
      shell.type(`'${process.execPath}' '${tool}' interview org.yaml --accessible\r`)
      await shell.see('Your answer for 4.1.1 level: ')
      shell.type('\u001a')
      await shell.see('Stopped')
      await shell.see('prompt:')
      shell.type('fg\r')
      await shell.see('Your answer for 4.1.1 level: ')
      shell.type('2\r')
      await shell.see('Your answer for 4.1.1 details: ')
      expect(text()).toContain('4.1.1:\n    level: 2\n')
      shell.type(':quit\r')
      await shell.see('Saved in org.yaml')
      await shell.see('prompt:')
      shell.type('exit\r')
      await shell.ended
    }))

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('%s ends it with everything saved', (signal, code) =>
    withFile(async (folder, text) => {
      const terminal = interview(['org.yaml'], folder)
      await terminal.see('4.1.1 level >')
      terminal.type('1\r')
      await terminal.see('4.1.1 details >')
      terminal.kill(signal)
      expect((await terminal.ended).code).toBe(code)
      expect(text()).toContain('4.1.1:\n    level: 1\n')
    }),
  )

  it(
    'is whole and goes on after being killed at any moment',
    () =>
      withFile(async (folder, text) => {
        let before = 3
        for (const wait of [0, 3, 11, 29, 60]) {
          const terminal = interview(['org.yaml', '--unanswered'], folder)
          await terminal.see(/Small Firm: (\d+) of 52 answered/)
          const stands = Number(/Small Firm: (\d+) of 52/.exec(terminal.text())![1])
          expect(stands).toBeGreaterThanOrEqual(before)
          before = stands
          await terminal.see('level >')
          terminal.type('3\r\r2\r\r4\r\r')
          await new Promise((resolve) => setTimeout(resolve, wait))
          terminal.kill('SIGKILL')
          await terminal.ended
          expect(read(text(), { today: '2026-11-24' }).diagnostics).toEqual([])
        }
      }),
    60_000,
  )

  it('is answered at twenty columns, without Unicode, resized while it asks', () =>
    withFile(async (folder, text) => {
      const terminal = interview(['org.yaml', '--ascii'], folder, {
        cols: 20,
        rows: 10,
        env: { LANG: 'C', LC_ALL: 'C' },
      })
      await terminal.see('4.1.1 level >')
      terminal.resize(33, 12)
      terminal.resize(21, 9)
      terminal.type('2')
      await terminal.see('developing')
      terminal.type('\r')
      await terminal.see('4.1.1: level 2')
      expect(terminal.text()).not.toMatch(/[^\n -~]/)
      terminal.type('\r:quit\r')
      await terminal.see('Saved in')
      expect((await terminal.ended).code).toBe(0)
      expect(text()).toContain('4.1.1:\n    level: 2\n')
    }))

  it.each(['1', '0', '-5', 'abc', '99999'])('starts whatever COLUMNS says: %s', (columns) =>
    withFile(async (folder) => {
      const terminal = interview(['org.yaml'], folder, { env: { COLUMNS: columns } })
      await terminal.see('level >')
      terminal.type('\u0004')
      await terminal.see('Saved in')
      expect((await terminal.ended).code).toBe(0)
    }),
  )

  it('takes a paste of many lines as one text, long ones too, and leaves control characters out', () =>
    withFile(async (folder, text) => {
      const terminal = interview(['org.yaml'], folder)
      await terminal.see('4.1.1 level >')
      terminal.type('3\r')
      await terminal.see('details >')
      terminal.type(`\u001b[200~${'First line\r\nsecond: line # three\n'.repeat(310)}\u001b[201~\r`)
      await terminal.see('practice saved.')
      const saved = read(text()).description!.standings.get('4.1.1')!.practice!
      expect(saved).toBe('First line second: line # three '.repeat(310).trim())
      terminal.type(':note\r')
      await terminal.see('note >')
      terminal.type('\u001b[200~a\u0007b\u001b]0;title\u0007\u001b[201~')
      await terminal.see('control characters')
      terminal.type('שלום عالم\r')
      await terminal.see('note saved.')
      expect(read(text()).description!.standings.get('4.1.1')!.note).toBe('שלום عالم')
      expect(terminal.raw()).not.toContain('\u001b]0;title')
      terminal.type(`:owner\r`)
      await terminal.see('owner >')
      // As from a terminal that does not mark what is pasted.
      terminal.type(`Head of sales\n${'and of all that is sold '.repeat(5)}\n`)
      await terminal.see('owner saved.')
      expect(read(text()).description!.standings.get('4.1.1')!.owner).toMatch(/^Head of sales and of all/)
      const before = terminal.raw().length
      await terminal.see('details >')
      terminal.type(`${'All of it in one line. '.repeat(300)}\r`)
      await terminal.see('practice saved.')
      expect(read(text()).description!.standings.get('4.1.1')!.practice).toHaveLength(300 * 23 - 1)
      // Drawn a few times, not once for each letter.
      expect(terminal.raw().length - before).toBeLessThan(300_000)
      terminal.type(':q\r')
      await terminal.ended
    }))

  it('completes the names of files with Tab', () =>
    withFile(async (folder, text) => {
      writeFileSync(join(folder, 'minutes of may.md'), '')
      const terminal = interview(['org.yaml'], folder)
      await terminal.see('4.1.1 level >')
      terminal.type(':evidence\r')
      await terminal.see('evidence >')
      terminal.type('min\t\r')
      await terminal.see('kind >')
      terminal.type('r\r')
      await terminal.see('dated >')
      terminal.type('٢٠٢٦-٠٩-٠١\r')
      await terminal.see('dated 2026-09-01')
      expect(read(text()).description!.standings.get('4.1.1')!.evidence).toMatchObject([
        { source: 'minutes of may.md', kind: 'record', date: '2026-09-01' },
      ])
      terminal.type(':q\r')
      await terminal.ended
    }))

  it('begins a file that is not there yet, with plain lines for screen readers', () =>
    inFolder(async (folder) => {
      const terminal = interview(['new.yaml'], folder, { env: { IMS_GAP_ACCESSIBLE: '1' } })
      await terminal.see('Your answer for name: ')
      terminal.type('Harbour: Pumps\r')
      await terminal.see('Your answer for kind: ')
      terminal.type('1\r')
      await terminal.see('Your answer for size: ')
      terminal.type('med\r')
      await terminal.see('Your answer for depth: ')
      terminal.type('scan\r')
      for (const _ of [1, 2, 3, 4]) {
        await terminal.see(/Your answer for \w+: /)
        terminal.type('\r')
      }
      await terminal.see(/Your answer for [\d.]+ level: /)
      terminal.type('3\r')
      await terminal.see('level 3 established, saved.')
      await terminal.see('Your answer for 4.1.2 details:')
      terminal.type('We scan\rtwice a year\rand tell all of us\r')
      await terminal.see('4.1.2: practice saved.')
      await terminal.see('Your answer for 4.1.2 details:')
      terminal.type('\u0003')
      await terminal.see('Interrupted; every answer given is saved.')
      expect((await terminal.ended).code).toBe(130)
      // Not one code that moves a cursor or colours a letter.
      expect(terminal.raw().replace('\u001b[?25h\u001b[?2004l', '')).not.toContain('\u001b')
      const { description } = read(readFileSync(join(folder, 'new.yaml')))
      expect(description!.organization).toMatchObject({
        name: 'Harbour: Pumps',
        kind: 'established',
        size: 'medium',
      })
      expect(description!.standings.get('4.1.2')!.practice).toBe('We scan twice a year and tell all of us')
    }))
})
