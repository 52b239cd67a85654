/** The process as a world: the only place that touches `process` and the clock. */
import { fileURLToPath } from 'node:url'
import { exitCode } from '../exit-code.ts'
import { reasonOf } from './read-file.ts'
import type { Output, World } from './world.ts'

export function realWorld(): World {
  return {
    stdout: output(process.stdout, 'standard output'),
    stderr: output(process.stderr, 'standard error'),
    stdin: {
      isTerminal: process.stdin.isTTY === true,
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

function output(stream: NodeJS.WriteStream, name: string): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that went away (`| head -1`) is no failure of ours, and a closed stream was closed on purpose.
    if (error.code === 'EPIPE' || error.code === 'EBADF' || process.exitCode === exitCode.cannotAccess) return
    process.exitCode = exitCode.cannotAccess
    if (stream === process.stdout) process.stderr.write(`error: ${reasonOf(error.code ?? '')}: ${name}\n`)
  })
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
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
