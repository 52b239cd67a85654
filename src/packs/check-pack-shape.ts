/** Whether a merged pack has the shape that docs/packs.md describes: keys, types and ranges. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { validate } from '../generated/validators/pack.js'
import { checkShape } from '../schema/check-shape.ts'
import { nameThings, type Wording } from '../schema/wording.ts'
import type { MappingNode } from '../types/document.ts'
import type { PackData } from './pack-data.ts'
import { packSchema } from './pack-schema.ts'

const files: Readonly<Record<string, string>> = {
  pack: 'pack.yaml',
  principles: 'principles.yaml',
  elements: 'elements/',
  rules: 'rules/',
  terms: 'terms.yaml',
  crosswalk: 'crosswalk.yaml',
}

const packWording: Wording = {
  codeOf: (problem) => `pack/${problem === 'too-few' ? 'too-many' : problem}`,
  nameOf: nameThings({
    '': 'the pack',
    ...files,
    'principles/*': 'principle {1}',
    'elements/*': 'element {1}',
    'elements/*/criteria/*': 'criterion {2} of element {1}',
    'elements/*/anchors/*': 'anchor {2} of element {1}',
    'elements/*/steps/*': 'the step of element {1} to level {2}',
    'rules/*': 'rule {1}',
    'terms/terms/*': 'term {1}',
    'pack/profiles/*': 'profile {1}',
  }),
  adjust: (problem, path) => {
    const [part] = path
    if (path.length !== 1 || problem !== 'missing-key' || typeof part !== 'string') return undefined
    return {
      message: `the pack has no ${files[part] ?? part}`,
      hint: 'docs/packs.md lists the files of a pack',
    }
  },
}

export function checkPackShape(root: MappingNode): { data?: PackData; diagnostics: readonly Diagnostic[] } {
  const { data, diagnostics } = checkShape<PackData>(root, packSchema, validate, packWording)
  return { ...(data && { data }), diagnostics }
}
