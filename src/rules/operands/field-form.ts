/** What a field holds: `date`, `list`, any other single `value`, or one of the values listed. */
export type FieldForm = 'date' | 'list' | 'value' | readonly string[]
export type FieldForms = ReadonlyMap<string, FieldForm>
