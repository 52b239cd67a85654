/** What a stream can show: colour, Unicode, width. Decided once per stream from flags, environment and terminal. */
import type { Output, World } from './io/world.ts'
import type { TerminalOptions } from './options.ts'

export interface Terminal {
  readonly color: boolean
  readonly unicode: boolean
  readonly width: number
}

export function terminalOf(stream: Output, { env }: World, options: TerminalOptions): Terminal {
  return {
    color: hasColor(stream, env, options.color),
    unicode: options.ascii !== true && hasUnicode(stream, env),
    width: widthOf(stream, env),
  }
}

type Environment = World['env']

/** The flag, then FORCE_COLOR and CLICOLOR_FORCE, NO_COLOR, CLICOLOR=0, TERM=dumb, then whether it is a terminal. */
function hasColor(stream: Output, env: Environment, flag: TerminalOptions['color']): boolean {
  if (flag === 'always') return true
  if (flag === 'never') return false
  for (const name of ['FORCE_COLOR', 'CLICOLOR_FORCE']) {
    const value = env[name]
    if (value !== undefined && value !== '0' && value !== 'false') return true
  }
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR'] !== undefined || env['CLICOLOR'] === '0' || env['TERM'] === 'dumb') return false
  return stream.isTerminal
}

/** Only a terminal's locale matters: a file or a pipe gets the same bytes everywhere. */
function hasUnicode(stream: Output, env: Environment): boolean {
  if (!stream.isTerminal) return true
  if (env['TERM'] === 'dumb' || env['TERM'] === 'linux') return false
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG']
  return locale === undefined || /utf-?8/i.test(locale)
}

/** COLUMNS, else the terminal, else 100; held between 20 and 300. */
function widthOf(stream: Output, env: Environment): number {
  const columns = /^\d{1,5}$/.test(env['COLUMNS'] ?? '') ? Number(env['COLUMNS']) : 0
  return Math.min(300, Math.max(20, columns || stream.columns || 100))
}
