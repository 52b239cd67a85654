/** What edits mean, on data instead of text: the plainest reading of `src/yaml-edit/edit.ts`, for comparing. */
import { describe } from '../../src/assess.ts'
import { builtinPack } from '../../src/builtin.ts'
import type { Description } from '../../src/types/description.ts'
import type { Edit } from '../../src/yaml-edit/edit.ts'

export type Data = { [key: string]: unknown }

export function applyEdits(data: Data, edits: readonly Edit[]): Data {
  const copy = structuredClone(data)
  for (const { path, value } of edits) {
    let at: Data = copy
    for (const step of path.slice(0, -1)) {
      at[step] ??= {}
      at = at[step] as Data
    }
    const last = path.at(-1)!
    if (value !== undefined) at[last] = value
    else if (Array.isArray(at)) at.splice(Number(last), 1)
    else delete at[last]
  }
  return copy
}

export const head: Data = {
  'ims-gap': 1,
  framework: 'iso-56002:2019',
  organization: { name: 'Test', kind: 'established', size: 'medium' },
  assessment: { date: '2026-10-01' },
}

/** The description that data makes; throws where it is wrong. */
export function read(data: Data): Description {
  const { description, diagnostics } = describe(JSON.stringify(data), { pack: builtinPack() })
  if (!description) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return description
}
