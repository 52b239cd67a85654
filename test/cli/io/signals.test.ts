/** Signals in a real terminal: what was answered is saved, the lock is gone, the terminal is as the shell wants it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type IPty, spawn } from '@lydell/node-pty'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../run.ts'
import { fileAfter } from './answers.ts'
import { head } from './plain-editing.ts'
import { bundleSessions, ended, sessionScript, startSession } from './start-session.ts'

interface Terminal {
  readonly pty: IPty
  shown(): string
  /** Resolves once `text` was shown, or fails with everything that was. */
  until(text: string): Promise<void>
}

function openTerminal(file: string, words: string[]): Terminal {
  const pty = spawn(file, words, { cols: 80, rows: 24, env: { PATH: process.env['PATH'], TERM: 'xterm' } })
  let shown = ''
  pty.onData((text) => {
    shown += text
  })
  return {
    pty,
    shown: () => shown,
    until: async (text) => {
      for (let patience = 250; !shown.includes(text); patience--) {
        if (patience === 0) throw new Error(`${JSON.stringify(text)} did not come: ${JSON.stringify(shown)}`)
        await wait(20)
      }
    },
  }
}

/** A prompt in a shell in a terminal; afterwards the shell tells how the prompt ended and how the terminal is set. */
async function inTerminal(
  kind: '' | 'deaf' | 'crash',
  use: (terminal: Terminal, pid: number) => Promise<void>,
  script = (command: string) => `trap : INT; ${command}; echo ended with $?; stty -a`,
): Promise<{ shown: string; text: string; names: string[] }> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, 'org.yaml'), head)
    const command = `'${process.execPath}' '${sessionScript()}' prompt '${folder}' ${kind}`
    const terminal = openTerminal('bash', ['-c', `${script(command)}; echo that is all; sleep 60`])
    try {
      await terminal.until(kind === 'crash' ? 'ended' : 'ready')
      await wait(50)
      await use(terminal, Number(/process (\d+)/.exec(terminal.shown())?.[1]))
      await terminal.until('that is all')
    } finally {
      terminal.pty.kill('SIGKILL')
    }
    return {
      shown: terminal.shown(),
      text: readFileSync(join(folder, 'org.yaml'), 'utf8'),
      names: readdirSync(folder),
    }
  })
}

const saved = `${head}${fileAfter(1).split('\n').at(-2)}\n`
const expectSane = ({ shown, text, names }: { shown: string; text: string; names: string[] }) => {
  expect(shown).toMatch(/[^-]icanon/)
  expect(shown).toMatch(/[^-]echo[^\w]/)
  expect(shown.lastIndexOf('\u001b[?25h')).toBeGreaterThan(shown.lastIndexOf('\u001b[?25l'))
  expect(shown.lastIndexOf('\u001b[?2004l')).toBeGreaterThan(shown.lastIndexOf('\u001b[?2004h'))
  expect(text).toBe(saved)
  expect(names).toEqual(['org.yaml'])
}

describe.runIf(process.platform === 'linux')('a session in a terminal', () => {
  bundleSessions()

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGQUIT', 131],
  ] as const)('that gets %s ends with %i, all saved, the terminal sane', async (name, code) => {
    const result = await inTerminal('', async (_, pid) => void process.kill(pid, name))
    expect(result.shown).toContain(`ended with ${code}`)
    expectSane(result)
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    'whose prompt does not end by itself after %s is ended, with the same code',
    async (name, code) => {
      const result = await inTerminal('deaf', async (_, pid) => void process.kill(pid, name))
      expect(result.shown).toContain(`ended with ${code}`)
      expectSane(result)
    },
  )

  it('leaves at once when it is asked twice', async () => {
    const result = await inTerminal('deaf', async (_, pid) => {
      process.kill(pid, 'SIGINT')
      await wait(100)
      process.kill(pid, 'SIGINT')
    })
    expect(result.shown).toContain('ended with 130')
    expectSane(result)
  })

  it('leaves a sane terminal when it fails', async () => {
    const result = await inTerminal('crash', async () => {})
    expectSane(result)
  })

  it('sleeps in a sane terminal, and goes on raw when the shell wakes it', async () => {
    const script = (command: string) =>
      `set -m; ${command}; echo asleep; stty -a; fg; echo ended with $?; stty -a`
    const result = await inTerminal(
      '',
      async ({ shown, until }, pid) => {
        process.kill(pid, 'SIGTSTP')
        await until('goes on 1, raw')
        const asleep = shown().slice(0, shown().indexOf('goes on 1'))
        expect(asleep).toContain('\u001b[?25h\u001b[?2004l')
        expect(asleep).toMatch(/[^-]icanon/)
        process.kill(pid, 'SIGTERM')
        await until('ended')
      },
      script,
    )
    expect(result.shown).toContain('ended with 143')
    expectSane(result)
  })

  it('goes on with the line that was being typed when Ctrl-Z was pressed', async () => {
    const command = `'${process.execPath}' '${sessionScript()}' line`
    const terminal = openTerminal('bash', ['-c', `set -m; ${command}; echo asleep; fg; echo that is all`])
    try {
      await terminal.until('ready')
      terminal.pty.write('abc')
      await terminal.until('abc')
      terminal.pty.write('\u001a')
      await terminal.until('asleep')
      await wait(200)
      terminal.pty.write('def\r')
      await terminal.until('got abcdef')
      await terminal.until('that is all')
    } finally {
      terminal.pty.kill('SIGKILL')
    }
  })

  it('does not sleep where no shell could wake it', async () => {
    const result = await inTerminal('', async ({ until }, pid) => {
      process.kill(pid, 'SIGTSTP')
      await until('goes on 1, raw')
      process.kill(pid, 'SIGTSTP')
      await until('goes on 2, raw')
      process.kill(pid, 'SIGINT')
    })
    expect(result.shown).toContain('ended with 130')
    expectSane(result)
  })

  it('gets its terminal back after it was stopped without a word, and opens no debugger', async () => {
    const result = await inTerminal('', async ({ until }, pid) => {
      for (let time = 1; time <= 3; time++) {
        process.kill(pid, 'SIGSTOP')
        await wait(20)
        process.kill(pid, 'SIGCONT')
        await until(`goes on ${time}, raw`)
      }
      process.kill(pid, 'SIGUSR1')
      for (let time = 0; time < 50; time++) process.kill(pid, 'SIGWINCH')
      await wait(100)
      process.kill(pid, 'SIGTERM')
    })
    expect(result.shown).toContain('ended with 143')
    expect(result.shown).not.toContain('Debugger')
    expectSane(result)
  })
})

describe.runIf(process.platform === 'linux')('a session whose terminal is closed', () => {
  bundleSessions()

  it('has saved everything and leaves no lock', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), head)
      const terminal = openTerminal(process.execPath, [sessionScript(), 'prompt', folder])
      const gone = new Promise((resolve) => terminal.pty.onExit(resolve))
      await terminal.until('ready')
      // Closes our side of it: what a terminal window does.
      ;(terminal.pty as IPty & { destroy(): void }).destroy()
      await gone
      for (let patience = 100; readdirSync(folder).length > 1 && patience > 0; patience--) await wait(20)
      expect(readdirSync(folder)).toEqual(['org.yaml'])
      expect(readFileSync(join(folder, 'org.yaml'), 'utf8')).toBe(saved)
    })
  })

  it('that has none writes no escape codes', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), head)
      const child = startSession(['prompt', folder, 'quiet'])
      const end = ended(child)
      await new Promise((resolve) => child.stdout!.once('data', resolve))
      child.kill('SIGTERM')
      expect(await end).toMatchObject({ code: 143, stderr: '' })
      expect((await end).stdout).not.toContain('\u001b')
    })
  })
})
