/** The built command in a real pseudo-terminal: types, waits for what is printed, and tells how it ended. Needs the build. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { spawn } from '@lydell/node-pty'
import { repository } from '../run.ts'

const { bin } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  bin: Record<string, string>
}
export const tool = join(repository, bin['ims-gap']!)

export interface Size {
  readonly cols?: number
  readonly rows?: number
  readonly env?: Readonly<Record<string, string>>
}

export interface Terminal {
  readonly pid: number
  /** Everything printed so far, colour and cursor codes left out. */
  text(): string
  /** With them. */
  raw(): string
  /** Waits until this is printed after what was waited for last. */
  see(wanted: string | RegExp): Promise<void>
  type(text: string): void
  resize(cols: number, rows: number): void
  kill(signal: string): void
  readonly ended: Promise<{ readonly code: number; readonly signal: number | undefined }>
}

/** Long enough for a busy machine; nothing ever waits that long when it works. */
const patience = Number(process.env['PATIENCE'] ?? 15_000)

export function open(program: string, argv: readonly string[], folder: string, size: Size = {}): Terminal {
  const { cols = 80, rows = 24, env = {} } = size
  const pty = spawn(program, [...argv], {
    cols,
    rows,
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      ...env,
    },
  })
  let raw = ''
  let seen = 0
  let wake = () => {}
  let over = false
  pty.onData((data) => {
    raw += data
    wake()
  })
  const ended = new Promise<{ code: number; signal: number | undefined }>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      over = true
      wake()
      resolve({ code: exitCode, signal: signal || undefined })
    })
  })
  const text = () => stripVTControlCharacters(raw).replaceAll('\r', '')
  const find = (wanted: string | RegExp) => {
    const rest = text().slice(seen)
    if (typeof wanted === 'string') {
      const at = rest.indexOf(wanted)
      return at < 0 ? -1 : seen + at + wanted.length
    }
    const match = wanted.exec(rest)
    return match ? seen + match.index + match[0].length : -1
  }
  return {
    pid: pty.pid,
    text,
    raw: () => raw,
    see: async (wanted) => {
      const until = Date.now() + patience
      for (let end = find(wanted); ; end = find(wanted)) {
        if (end >= 0) {
          seen = end
          return
        }
        if (over || Date.now() > until)
          throw new Error(
            `never saw ${String(wanted)} after:\n${text().slice(seen)}\n(all: ${text().slice(-1500)})`,
          )
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, 200)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    },
    type: (typed) => pty.write(typed),
    resize: (columns, lines) => pty.resize(columns, lines),
    kill: (signal) => process.kill(pty.pid, signal as NodeJS.Signals),
    ended,
  }
}

/** `ims-gap interview …` */
export function interview(argv: readonly string[], folder: string, size: Size = {}): Terminal {
  return open(process.execPath, [tool, 'interview', ...argv], folder, size)
}
