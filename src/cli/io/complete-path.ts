/** Completes the name of a file beside or below a folder, as a shell does. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compareText } from '../../diagnostics/diagnostic.ts'
import { showSafely } from '../../util/show.ts'

/** As many names as fit on a line or two. */
const most = 12

/** The longest beginning all candidates share, and the candidates where there are several. Hidden files are left out. */
export function completePath(
  typed: string,
  folder: string,
): { readonly line: string; readonly others: readonly string[] } {
  const slash = typed.lastIndexOf('/') + 1
  const [above, begun] = [typed.slice(0, slash), typed.slice(slash)]
  // What would be refused as evidence is not looked at.
  if (above.startsWith('/') || above.split('/').includes('..')) return { line: typed, others: [] }
  const names = namesIn(join(folder, above)).filter((name) => name.startsWith(begun))
  if (names.length === 0) return { line: typed, others: [] }
  const shared = names.reduce(sharedBeginning)
  const others = names.length < 2 ? [] : names.slice(0, most)
  return {
    line: above + shared,
    others: names.length > most ? [...others, `and ${names.length - most} more`] : others,
  }
}

/** Folders end in a slash. Names that could not be shown or typed are left out. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.') && showSafely(name) === name)
      .map((entry) =>
        isFolder(entry.isDirectory(), join(folder, entry.name)) ? `${entry.name}/` : entry.name,
      )
      .sort(compareText)
  } catch {
    return []
  }
}

function isFolder(known: boolean, path: string): boolean {
  return known || (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)
}

function sharedBeginning(a: string, b: string): string {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return a.slice(0, length)
}
