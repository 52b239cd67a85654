/** Where nobody can be asked, the interview says so at once; and what it may be told without being asked. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, run, small } from '../run.ts'
import { interview, tool } from './pseudo-terminal.ts'

describe('an interview without a terminal', () => {
  it.each([
    ['no terminal', {}, 'cannot prompt without a terminal; use --set, --answers or --json-lines'],
    [
      'CI',
      { terminal: true, env: { CI: 'true' } },
      'cannot prompt because CI is set; use --set, --answers or --json-lines',
    ],
  ])('%s: ends with 2, names what to use and makes no file', (_, setting, message) =>
    inFolder(async (folder) => {
      const { code, stdout, stderr } = await run(['interview', 'org.yaml'], { folder, ...setting })
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(message)
      expect(stderr).toContain('ims-gap interview org.yaml --set 4.1.2.level=3')
      expect(existsSync(join(folder, 'org.yaml'))).toBe(false)
    }),
  )

  it.runIf(process.platform === 'linux').each(['</dev/null', '| cat', '<&-', '>&-'])(
    'the process with %s ends at once, without an escape code',
    (redirected) =>
      inFolder(async (folder) => {
        writeFileSync(join(folder, 'org.yaml'), small)
        const script = `'${process.execPath}' '${tool}' interview org.yaml ${redirected}; exit \${PIPESTATUS[0]}`
        const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
          cwd: folder,
          encoding: 'utf8',
          timeout: 10_000,
        })
        expect(status).toBe(2)
        expect(stdout + stderr).not.toContain('\u001b')
        expect(readFileSync(join(folder, 'org.yaml'), 'utf8')).toBe(small)
      }),
  )

  it.each([
    [['-'], 'cannot work on standard input'],
    [['org.yaml', '--stale', 'old'], '--stale takes an age in days or months'],
    [['org.yaml', '--depth', 'scna'], 'did you mean "scan"?'],
    [['org.yaml', '--set', '4.1.2.level=3', '--next'], "--set <answer>' cannot be used with option '--next"],
    [
      ['org.yaml', '--set', '4.1.2.level=3', '--json-lines'],
      "--set <answer>' cannot be used with option '--json-lines",
    ],
    [['org.yaml', '--accessible', '--json-lines'], "--json-lines' cannot be used with option '--accessible"],
  ])('%j is wrong usage', async (argv, message) => {
    const { code, stderr } = await run(['interview', ...argv], { terminal: true })
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })

  it.runIf(process.platform === 'linux')('in a terminal, CI still ends it at once', () =>
    inFolder(async (folder) => {
      const terminal = interview(['org.yaml'], folder, { env: { CI: 'true' } })
      expect((await terminal.ended).code).toBe(2)
      expect(terminal.raw()).not.toContain('\u001b')
    }),
  )

  it.runIf(process.platform === 'linux').each([
    ['a name that is none', small, ['--only', 'cultrue'], 2, 'did you mean "culture"?'],
    ['a file with errors', small.replace('level: 0', 'levle: 0'), [], 3, 'unknown key "levle"'],
  ])('%s is told before anything is asked', (_, text, argv, code, message) =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), text)
      const terminal = interview(['org.yaml', ...argv], folder)
      expect((await terminal.ended).code).toBe(code)
      expect(terminal.text()).toContain(message)
      expect(readFileSync(join(folder, 'org.yaml'), 'utf8')).toBe(text)
    }),
  )

  it.runIf(process.platform === 'linux').each([['--only'], ['--from']])(
    'a name that is none after %s is told before a new file is begun',
    (option) =>
      inFolder(async (folder) => {
        const terminal = interview(['new.yaml', option, 'cultrue'], folder)
        expect((await terminal.ended).code).toBe(2)
        expect(terminal.text()).toContain('did you mean "culture"?')
        expect(existsSync(join(folder, 'new.yaml'))).toBe(false)
      }),
  )

  it.runIf(process.platform === 'linux')('a second session is told who holds the file', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), small)
      const first = interview(['org.yaml'], folder)
      await first.see('level >')
      const second = interview(['org.yaml'], folder)
      expect((await second.ended).code).toBe(5)
      expect(second.text()).toContain('org.yaml is open in another session')
      first.type(':q\r')
      expect((await first.ended).code).toBe(0)
    }),
  )

  it.runIf(process.platform === 'linux')('a file that is gone for a while loses no answer', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'org.yaml')
      writeFileSync(path, small)
      const terminal = interview(['org.yaml'], folder, { cols: 200 })
      await terminal.see('4.1.1 level >')
      renameSync(path, `${path}.away`)
      terminal.type('3\r')
      await terminal.see('is gone; your answer is kept in org.yaml.unsaved')
      await terminal.see('Not saved: 3')
      await terminal.see('4.1.1 level >')
      renameSync(`${path}.away`, path)
      terminal.type('4\r')
      await terminal.see('4.1.1: level 4 managed, saved.')
      terminal.type(':q\r')
      expect((await terminal.ended).code).toBe(0)
      expect(readFileSync(`${path}.unsaved`, 'utf8')).toContain('4.1.1:\n    level: 3\n')
    }),
  )

  it.runIf(process.platform === 'linux')('a hand edit meanwhile is kept, and told', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'org.yaml')
      writeFileSync(path, small)
      const terminal = interview(['org.yaml'], folder)
      await terminal.see('level >')
      writeFileSync(path, small.replace('6.2.2: { level: 0 }', '6.2.2: { level: 1 } # by hand'))
      terminal.type('3\r')
      await terminal.see('changed by somebody else meanwhile; your answer was added')
      await terminal.see('details >')
      expect(readFileSync(path, 'utf8')).toContain('# by hand')
      expect(readFileSync(path, 'utf8')).toContain('4.1.1:\n    level: 3\n')
      writeFileSync(path, readFileSync(path, 'utf8').replace('level: 3', 'level: 1'))
      terminal.type('We meet on Tuesdays\r')
      await terminal.see('Not saved: We meet on Tuesdays')
      expect(readFileSync(path, 'utf8')).not.toContain('Tuesdays')
      await terminal.see('details >')
      terminal.type('We meet on Tuesdays\r')
      await terminal.see('practice saved.')
      expect(readFileSync(path, 'utf8')).toMatch(/level: 1\n {4}practice: We meet on Tuesdays/)
      terminal.type(':q\r')
      expect((await terminal.ended).code).toBe(0)
    }),
  )
})
