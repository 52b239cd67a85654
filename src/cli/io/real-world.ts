/** The process as a world: the only place that touches `process` and the clock. */
import { fstatSync, statSync, writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { exitCode } from '../exit-code.ts'
import { reasonOf } from './read-file.ts'
import type { Output, World } from './world.ts'

export function realWorld(): World {
  return {
    stdout: output(1),
    stderr: output(2),
    stdin: {
      get isTerminal() {
        return process.stdin.isTTY === true
      },
      read: (limit) => readStream(process.stdin, limit),
    },
    env: process.env,
    folder: currentFolder(),
    packageFolder: fileURLToPath(new URL('..', import.meta.url)),
    today: () => now().toISOString().slice(0, 10),
    moment: () => `${now().toISOString().slice(0, -5)}Z`,
  }
}

/** The clock, or the second that builds which are to be repeated give in its place. */
function now(): Date {
  const given = process.env['SOURCE_DATE_EPOCH'] ?? ''
  return /^\d{1,11}$/.test(given) ? new Date(Number(given) * 1000) : new Date()
}

/**
 * A folder that was deleted under us has no name any more, and PWD may lie. A file stands for it then: nothing can be
 * read or written below one.
 */
function currentFolder(): string {
  try {
    return process.cwd()
  } catch {
    process.stderr.write('The current folder no longer exists; only absolute paths work.\n')
    return process.execPath
  }
}

/** A terminal is written to through Node's stream, which knows its columns; anything else at once and whole. */
function output(descriptor: 1 | 2): Output {
  let terminal: NodeJS.WriteStream | null | undefined
  const fail = ({ code }: NodeJS.ErrnoException) => {
    // A reader that went away (`| head -1`) is no failure of ours, and a closed stream was closed on purpose.
    if (code === 'EPIPE' || code === 'EBADF' || process.exitCode === exitCode.cannotAccess) return
    process.exitCode = exitCode.cannotAccess
    if (descriptor === 1) process.stderr.write(`error: ${reasonOf(code ?? '')}: standard output\n`)
  }
  const terminalBehind = () => {
    if (terminal === undefined) {
      terminal = mayBeTerminal(descriptor) ? terminalStream(descriptor) : null
      terminal?.on('error', fail)
    }
    return terminal
  }
  return {
    write(text) {
      const stream = terminalBehind()
      if (stream) stream.write(text)
      else {
        try {
          writeAll(descriptor, Buffer.from(text))
        } catch (error) {
          fail(error as NodeJS.ErrnoException)
        }
      }
    },
    get isTerminal() {
      return terminalBehind() !== null
    },
    get columns() {
      return terminalBehind()?.columns
    },
  }
}

/** Setting up Node's streams takes longer than writing a report, so what cannot be a terminal is told apart before. */
function mayBeTerminal(descriptor: 1 | 2): boolean {
  try {
    const stats = fstatSync(descriptor)
    return stats.isCharacterDevice() && stats.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev
  } catch {
    // Some systems cannot say what a console is.
    return true
  }
}

function terminalStream(descriptor: 1 | 2): NodeJS.WriteStream | null {
  const stream = descriptor === 1 ? process.stdout : process.stderr
  return stream.isTTY ? stream : null
}

/** Node's own stream to a file takes a short write for a whole one: a full disk would cut the result in silence. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      // A pipe that somebody else made non-blocking is full: its reader is slow.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

async function readStream(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk.subarray(0, limit - size))
    size += chunk.length
    if (size >= limit) break
  }
  return Buffer.concat(chunks)
}
