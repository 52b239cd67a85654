/** The shape of a table of diagnostic codes. */
export type CodeTable = Readonly<Record<string, { readonly title: string; readonly about: string }>>
