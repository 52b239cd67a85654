/** How large a file may be. Far above any real description, low enough that every input ends at once. */
export const limits = {
  bytes: 1024 * 1024,
  depth: 64,
  nodes: 100_000,
  keysPerMapping: 5_000,
  scalarCharacters: 64 * 1024,
  keyCharacters: 1_024,
  diagnostics: 50,
} as const
