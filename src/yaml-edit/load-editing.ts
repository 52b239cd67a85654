/** Loads what only some edits need: the full reader and what writes a text anew. */

/** To be awaited before the first call of `editText` or `mergeAnswers`; further calls cost nothing. */
export async function loadEditing(): Promise<void> {
  await Promise.all([import('../yaml/full-reader.ts'), import('./rewrite-text.ts')])
}
