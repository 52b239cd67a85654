/** Keeps a report from overwriting somebody else's file: only files this tool wrote are replaced without being asked. */
import { realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { access, readRegularFile } from './read-file.ts'

/** How each kind of file begins that we write: reports in every format, and the schema for editors. */
const beginnings: readonly RegExp[] = [
  /^\{\s*"schemaVersion": \d+,\s*"tool": \{\s*"name": "ims-gap"/,
  /^# (?:Gap assessment|What moved): /,
  /^\uFEFF?"(?:rank","element","title|date","commit","path)"/,
  /^As of \d{4}-\d{2}-\d{2}, by /m,
  /^From [^\n]{1,2000}, as of \d{4}-\d{2}-\d{2},/m,
  /^[^\n]+: (?:1 version|\d+ versions)[,. ][\s\S]{0,500}^All are measured with /m,
  /^\{\s*"\$schema":\s*"[^"]{0,100}",\s*"\$id":\s*"urn:ims-gap:/,
  // Checks: for a terminal, annotations, SARIF, Markdown, GitLab, test results, badges.
  /^(?:passed|failed|invalid|unreadable) {2,}\S/,
  /^(?:::(?:error|warning|notice) file=|Check (?:passed|failed), \d)/,
  /^\{\s*"\$schema":\s*"[^"]{0,200}",\s*"version": "2\.1\.0",\s*"runs": \[\s*\{\s*"tool": \{\s*"driver": \{\s*"name": "ims-gap"/,
  /^(?:<!-- ims-gap -->\s*)?## Innovation management: check /,
  /^\[(?:\]\s*$|\s*\{\s*"description": "[^\n]*",\s*"check_name": "[a-z0-9-]+\/[a-z0-9-]+")/,
  /^<\?xml [^>]*>\s*<testsuites>[\s\S]*The file is a valid practice description/,
  /^\{\s*"schemaVersion": 1,\s*"label": "innovation management"/,
  /^<svg [^>]*aria-label="innovation management: /,
]

/** True where nothing is there, where it is no regular file (such as /dev/null), or where it begins as ours do. */
export function mayReplace(path: string, folder: string): boolean {
  const full = resolve(folder, path)
  const stats = access(path, full, () => statSync(full, { throwIfNoEntry: false }))
  if (!stats?.isFile() || stats.size === 0) return true
  const text = Buffer.from(readRegularFile(path, folder).subarray(0, 4000)).toString('utf8')
  return beginnings.some((beginning) => beginning.test(text))
}

export function isSameFile(a: string, b: string, folder: string): boolean {
  try {
    return realpathSync(resolve(folder, a)) === realpathSync(resolve(folder, b))
  } catch {
    return false
  }
}
