/** Takes edits back to the very text that stood before them, comments and layout included. */
import type { Edit, Edited } from './edit.ts'
import { editText, readOrRefuse } from './edit-text.ts'
import { type Data, dataAfter, dataOf, isSameData } from './plain-data.ts'
import { type TextBefore, withTextBefore } from './text-before.ts'

/** `edits` say what is meant, and are made as any others where `before` does not say the same. Throws as `editText` does. */
export function putBack(text: string, edits: readonly Edit[], before: TextBefore): Edited {
  const back = withTextBefore(text, before)
  if (back === undefined) return editText(text, edits)
  const meant = edits.reduce<Data>(
    (data, { path, value }) => dataAfter(data, path, value),
    dataOf(readOrRefuse(text).root),
  )
  return isSameData(dataOf(readOrRefuse(back).root), meant)
    ? { text: back, how: 'spliced' }
    : editText(text, edits)
}
