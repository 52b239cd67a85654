/** Keeps a result from overwriting somebody else's file, or a report that somebody edited. */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { sha256Hex } from '../../util/digest.ts'
import { access, readRegularFile } from './read-file.ts'

/** How files begin that programs read. Reports that people edit end with a digest instead. */
const beginnings: readonly RegExp[] = [
  /^\{\s*"schemaVersion": \d+,\s*"tool": \{\s*"name": "ims-gap"/,
  /^\uFEFF?"(?:Rank".{1,3}"Element|Element".{1,3}"State|Severity".{1,3}"Confidence|Date".{1,3}"Commit)"/,
  /^\{\s*"\$schema":\s*"[^"]{0,100}",\s*"\$id":\s*"urn:ims-gap:/,
  // Checks: annotations, SARIF, GitLab, test results, badges.
  /^(?:::(?:error|warning|notice) file=|Check (?:passed|failed), \d)/,
  /^\{\s*"\$schema":\s*"[^"]{0,200}",\s*"version": "2\.1\.0",\s*"runs": \[\s*\{\s*"tool": \{\s*"driver": \{\s*"name": "ims-gap"/,
  /^\[(?:\]\s*$|\s*\{\s*"description": "[^\n]*",\s*"check_name": "[a-z0-9-]+\/[a-z0-9-]+")/,
  /^<\?xml [^>]*>\s*<testsuites>[\s\S]*The file is a valid practice description/,
  /^\{\s*"schemaVersion": 1,\s*"label": "innovation management"/,
  /^<svg [^>]*aria-label="innovation management: /,
]

/** True where nothing is there, where it is no regular file (such as /dev/null), or where it is ours and unedited. */
export function mayReplace(path: string, folder: string): boolean {
  const full = resolve(folder, path)
  const stats = access(path, full, () => statSync(full, { throwIfNoEntry: false }))
  if (!stats?.isFile() || stats.size === 0) return true
  const text = Buffer.from(readRegularFile(path, folder)).toString('utf8')
  return isSealed(text) || beginnings.some((beginning) => beginning.test(text.slice(0, 4000)))
}

/**
 * A report that people may edit ends with the digest of all before it, in Markdown as a comment: once the report is edited, the
 * digest no longer matches. `name` of the file says whether it is such a report.
 */
export function seal(text: string, name: string): string {
  if (/\.(?:md|markdown)$/i.test(name)) return `${text}\n<!-- ${digestLine(text)} -->\n`
  return /\.txt$/i.test(name) ? `${text}\n${digestLine(text)}\n` : text
}

function digestLine(text: string): string {
  return `Written by ims-gap, digest ${sha256Hex(text).slice(0, 16)}`
}

/** Line ends may have changed: git changes them on Windows. */
function isSealed(text: string): boolean {
  const lines = text.replaceAll('\r\n', '\n')
  const [last, digest] = /\n(?:<!-- )?Written by ims-gap, digest ([0-9a-f]{16})(?: -->)?\n$/.exec(lines) ?? []
  if (last === undefined || digest === undefined) return false
  return sha256Hex(lines.slice(0, -last.length)).startsWith(digest)
}
