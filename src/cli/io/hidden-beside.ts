/** Names for what stands hidden beside a file for a while: its lock, and what is written before it takes the file's place. */
import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { sha256Hex } from '../../util/digest.ts'

/** `.org.yaml.<ending>` beside `org.yaml`. A long name is cut to its digest: a name may take 255 bytes with what is added. */
export function hiddenBeside(target: string, ending: string): string {
  const name = basename(target)
  const short = Buffer.byteLength(name) > 150 ? sha256Hex(name).slice(0, 32) : name
  return join(dirname(target), `.${short}.${ending}`)
}

/** The full names of what is there beside `target` with such an ending; none where the folder may not be listed. */
export function findBeside(target: string, ending: RegExp): string[] {
  const start = basename(hiddenBeside(target, ''))
  try {
    return readdirSync(dirname(target))
      .filter((name) => name.startsWith(start) && ending.test(name.slice(start.length)))
      .map((name) => join(dirname(target), name))
  } catch {
    return []
  }
}
