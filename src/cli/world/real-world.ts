/** The process as a world: the only place that touches `process` and the clock. */
import { fileURLToPath } from 'node:url'
import type { Output, World } from './world.ts'

export function realWorld(): World {
  return {
    stdout: output(process.stdout),
    stderr: output(process.stderr),
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

/** A folder that was deleted under us has no name any more; relative files are then not found, which is the truth. */
function currentFolder(): string {
  try {
    return process.cwd()
  } catch {
    return process.env['PWD'] ?? '/'
  }
}

function output(stream: NodeJS.WriteStream): Output {
  // A reader that went away (`| head -1`) is no failure of ours.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 4
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
