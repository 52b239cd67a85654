/** How a path is named in a sentence: `practices 4.1.2 evidence 1`. Lists are counted from one. */
import type { Path } from '../types/document.ts'
import { showSafely } from '../util/show.ts'

export function showPath(path: Path): string {
  if (path.length === 0) return 'the file'
  return path.map((step) => (typeof step === 'number' ? String(step + 1) : showSafely(step))).join(' ')
}
