/** Starts the tasks of `session-process.ts`, bundled once, and tells how they ended. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll } from 'vitest'
import { repository } from '../run.ts'

let folder = ''

/** To be called once in a file of tests. */
export function bundleSessions(): void {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ims-gap-session-'))
    chmodSync(folder, 0o755)
    const input = 'test/cli/io/session-process.ts'
    const bundle = await rolldown({ cwd: repository, input, platform: 'node', onLog: () => {} })
    await bundle.write({ file: sessionScript(), format: 'esm', codeSplitting: false, minify: true })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
}

export const sessionScript = () => join(folder, 'session.mjs')

export function startSession(words: readonly string[], options: SpawnOptions = {}): ChildProcess {
  return spawn(process.execPath, [sessionScript(), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  })
}

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  child.stdout!.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr!.on('data', (chunk) => {
    stderr += chunk
  })
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
}
