/** How large a file may be. Far above any real description, low enough that every input ends at once. */
export const limits = {
  bytes: 1024 * 1024,
  depth: 64,
  nodes: 100_000,
  keysPerMapping: 5_000,
  /** Signs that separate or open values. A value has at most two: outside of texts, more of them mean more values. */
  separators: 200_000,
  /** Above what any schema allows for one text, so that the schema's own message is the one a user meets. */
  scalarCharacters: 128 * 1024,
  keyCharacters: 1_024,
  diagnostics: 50,
} as const
