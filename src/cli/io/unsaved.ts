/** What becomes of answers that may not be written where they belong: nothing that was typed is lost. */
import { unlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { showSafely } from '../../util/show.ts'
import type { Edit } from '../../yaml-edit/edit.ts'
import { showPath } from '../../yaml-edit/show-path.ts'

/**
 * Writes the file as it would have been beside it and says where. Undefined where that cannot be done either.
 */
export function keepUnsaved(target: string, path: string, compose: () => string): string | undefined {
  for (let number = 1; number < 100; number++) {
    const name = `${basename(target)}.unsaved${number === 1 ? '' : `-${number}`}`
    const place = join(dirname(target), name)
    try {
      writeNew(place, compose())
      const shown = basename(target) === basename(path) ? join(dirname(path), name) : place
      return `your answer is kept in ${showSafely(shown)}, the file as it would have been`
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return undefined
    }
  }
  return undefined
}

function writeNew(place: string, text: string): void {
  try {
    writeFileSync(place, text, { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') unlinkSync(place)
    throw error
  }
}

/** `practices 4.1.2 level = 3`, whole, so that it can be typed again. */
export function showEdits(edits: readonly Edit[]): string {
  const shown = edits.map(
    ({ path, value }) =>
      `${showPath(path)} ${value === undefined ? 'removed' : `= ${JSON.stringify(value)}`}`,
  )
  return showSafely(shown.join('; '))
}
