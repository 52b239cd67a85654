/** One of the two sides of a comparison: a description with its guidance, its day and what came out. */
import { type Assessed, type AssessOptions, assessWithInputs } from '../assess.ts'
import { type BoundData, bindData } from '../description/bind-data.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Framework } from '../types/framework.ts'

export interface Side extends Assessed {
  /** As it is shown to people. */
  readonly name: string
  readonly revision: string | null
  readonly commit: string | null
  /** What the file says, laid over any framework at the side's own day; one and the same object per framework. */
  boundTo(framework: Framework): BoundData
}

/** Evidence counts as declared: what files were like on an earlier side is not known. */
export interface SideOptions extends Omit<AssessOptions, 'target' | 'lookAtFiles'> {
  /** For places in the file. */
  readonly file: string
  readonly name: string
  readonly revision?: string
  readonly commit?: string
}

/** No side where the description has errors. */
export function readSide(
  input: Uint8Array,
  options: SideOptions,
): { side?: Side; diagnostics: readonly Diagnostic[] } {
  const { assessed, diagnostics } = assessWithInputs(input, { ...options, improvements: false })
  if (!assessed) return { diagnostics }
  const { revision = null, commit = null, name } = options
  return { side: { ...assessed, name, revision, commit, boundTo: bindOnce(assessed) }, diagnostics }
}

function bindOnce({ data, description, pack }: Assessed): Side['boundTo'] {
  const bound = new Map<Framework, BoundData>([[pack.framework, description]])
  return (framework) => {
    const known = bound.get(framework) ?? bindData(data, framework, { asOf: description.asOf })
    bound.set(framework, known)
    return known
  }
}
