/** What a validator compiled ahead of time looks like. */
export interface ValidationError {
  /** JSON pointer to the value, such as `/practices/4.1.2/level`. */
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

export interface Validate {
  (data: unknown): boolean
  /** Of the last call. */
  errors?: readonly ValidationError[] | null
}
