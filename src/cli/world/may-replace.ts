/** Keeps a report from overwriting somebody else's file: only files this tool wrote are replaced without being asked. */
import { realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { access, readRegularFile } from './read-file.ts'

/** True where nothing is there, where it is no regular file (such as /dev/null), or where it names us near its start or end. */
export function mayReplace(path: string, folder: string): boolean {
  const stats = access(path, () => statSync(resolve(folder, path), { throwIfNoEntry: false }))
  if (!stats?.isFile() || stats.size === 0) return true
  const text = Buffer.from(readRegularFile(path, folder)).toString('utf8')
  return /ims-gap|^\uFEFF?"rank","element"/.test(text.slice(0, 2000)) || text.slice(-2000).includes('ims-gap')
}

export function isSameFile(a: string, b: string, folder: string): boolean {
  try {
    return realpathSync(resolve(folder, a)) === realpathSync(resolve(folder, b))
  } catch {
    return false
  }
}
