/** The process as a world: the only place that touches `process` and the clock. */
import { fstatSync, writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { exitCode } from '../exit-code.ts'
import { reasonOf } from './read-file.ts'
import type { Output, World } from './world.ts'

export function realWorld(): World {
  let stdout: Output | undefined
  let stderr: Output | undefined
  return {
    // Node sets up each stream when it is first touched, which takes a millisecond or two: not before it is needed.
    get stdout() {
      stdout ??= output(process.stdout, 1)
      return stdout
    },
    get stderr() {
      stderr ??= output(process.stderr, 2)
      return stderr
    },
    stdin: {
      get isTerminal() {
        return process.stdin.isTTY === true
      },
      read: (limit) => readStream(process.stdin, limit),
    },
    env: process.env,
    folder: currentFolder(),
    packageFolder: fileURLToPath(new URL('..', import.meta.url)),
    today: () => new Date().toISOString().slice(0, 10),
  }
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

function output(stream: NodeJS.WriteStream, descriptor: 1 | 2): Output {
  const fail = ({ code }: NodeJS.ErrnoException) => {
    // A reader that went away (`| head -1`) is no failure of ours, and a closed stream was closed on purpose.
    if (code === 'EPIPE' || code === 'EBADF' || process.exitCode === exitCode.cannotAccess) return
    process.exitCode = exitCode.cannotAccess
    if (descriptor === 1) process.stderr.write(`error: ${reasonOf(code ?? '')}: standard output\n`)
  }
  stream.on('error', fail)
  return {
    write: isFile(descriptor)
      ? (text) => {
          try {
            writeAll(descriptor, Buffer.from(text))
          } catch (error) {
            fail(error as NodeJS.ErrnoException)
          }
        }
      : (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
  }
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile()
  } catch {
    return false
  }
}

/** Node's own stream to a file takes a short write for a whole one: a full disk would cut the result in silence. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
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
