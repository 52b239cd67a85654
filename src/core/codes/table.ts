/** The shape of a table of diagnostic codes. */
export type CodeTable<Code extends string = string> = Readonly<
  Record<Code, { readonly title: string; readonly about: string }>
>

/** Keeps the codes in the type of a table and leaves its texts out, which would be most of what types weigh. */
export function codeTable<Code extends string>(table: CodeTable<Code>): CodeTable<Code> {
  return table
}
