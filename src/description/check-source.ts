/** Whether a file or address cited as evidence is harmless: nothing here opens either. */

export interface WrongSource {
  /** Follows the source in a sentence. */
  readonly message: string
  readonly hint: string
}

const relative = 'name it relative to the description, as in evidence/minutes.md'
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i

/** Nothing in such a path can be wrong but a reserved name. */
const usual = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/
const mayBeReserved = /(?:^|\/)(?:con|prn|aux|nul|com|lpt)/i

/** The first reason to refuse a path, on every system the same. */
export function checkPath(path: string): WrongSource | undefined {
  if (usual.test(path) && !mayBeReserved.test(path)) return undefined
  const parts = path.split(/[/\\]/)
  if (hasControl(path)) return { message: 'has a control character', hint: relative }
  if (/^[a-z]:/i.test(path)) return { message: 'names a drive', hint: relative }
  if (/^[\\/]{2}/.test(path)) return { message: 'names a network share', hint: relative }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path) || /^(?:file|mailto|data|javascript):/i.test(path))
    return { message: 'is an address', hint: 'cite a web address with "url:"' }
  if (/^[\\/]/.test(path)) return { message: 'is an absolute path', hint: relative }
  if (path.startsWith('~')) return { message: 'begins at a home folder', hint: relative }
  if (parts.includes('..'))
    return {
      message: leadsOut(parts) ? 'leads out of the folder' : 'goes up with ".."',
      hint: 'cite files beside or below the description, by their plain path',
    }
  if (path.includes('\\'))
    return {
      message: 'has backslashes',
      hint: `write ${path.length > 200 ? 'forward slashes' : path.replaceAll('\\', '/')}`,
    }
  if (parts.some((part) => reserved.test(part.trimEnd())))
    return { message: 'has a name that Windows reserves', hint: 'rename the file' }
  if (path.includes(':')) return { message: 'has a colon', hint: 'rename the file' }
  return undefined
}

function leadsOut(parts: readonly string[]): boolean {
  let depth = 0
  for (const part of parts) {
    if (part === '..') depth--
    else if (part !== '.' && part !== '') depth++
    if (depth < 0) return true
  }
  return false
}

export function checkUrl(url: string): WrongSource | undefined {
  if (hasControl(url) || /\s/.test(url))
    return { message: 'has a space or control character', hint: 'write %20 for a space' }
  if (!/^https?:\/\//i.test(url))
    return { message: 'does not begin with https:// or http://', hint: 'cite a file with "file:"' }
  return URL.canParse(url)
    ? undefined
    : { message: 'is not a web address', hint: 'as in https://example.org/minutes' }
}

function hasControl(text: string): boolean {
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text)
}
