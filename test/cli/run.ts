/** Runs the tool in this process with a world made for tests: what it wrote and how it ended come back as data. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { World } from '../../src/cli/io/world.ts'
import { main } from '../../src/cli/main.ts'

export const repository = join(import.meta.dirname, '..', '..')

export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface Setting {
  readonly folder?: string
  readonly stdin?: string | Uint8Array
  readonly env?: Record<string, string>
  /** Whether all three streams are a terminal. */
  readonly terminal?: boolean
  readonly columns?: number
  readonly today?: string
}

export async function run(argv: readonly string[], setting: Setting = {}): Promise<Run> {
  const {
    folder = repository,
    stdin = '',
    env = {},
    terminal = false,
    columns,
    today = '2026-11-24',
  } = setting
  const written = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text
    },
    isTerminal: terminal,
    columns,
  })
  const world: World = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    stdin: {
      isTerminal: terminal,
      read: async (limit) => new Uint8Array(Buffer.from(stdin).subarray(0, limit)),
    },
    env,
    folder,
    packageFolder: repository,
    today: () => today,
    moment: () => `${today}T09:30:00Z`,
  }
  return { code: await main(argv, world), ...written }
}

/** A folder that is gone after `use`. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ims-gap-test-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A small right description. */
export const small = `ims-gap: 1
framework: iso-56002:2019
organization: { name: Small Firm, kind: established, size: small }
assessment: { date: 2026-10-01 }
practices:
  5.1.1: { level: 2 }
  6.2.1: { level: 2 }
  6.2.2: { level: 0 }
`
