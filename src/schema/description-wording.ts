/** How mistakes in a practice description are called, and the hints that only its own habits explain. */
import type { DocumentNode, Path } from '../core/document.ts'
import { quote } from '../core/show.ts'
import { isBlank } from './shape-data.ts'
import { nameThings, type ShapeProblem, type Wording } from './wording.ts'

const nameOf = nameThings({
  '': 'the description',
  assessment: 'the assessment',
  organization: 'the organization',
  'practices/*': 'practice {1}',
  'practices/*/practice': 'what is done ("practice") in practice {1}',
  'practices/*/criteria/*': 'criterion {2} of practice {1}',
  'practices/*/evidence/*': 'evidence {2} of practice {1}',
  'targets/default': 'the default target',
  'targets/principles/*': 'target of principle {1}',
  'targets/elements/*': 'target of element {1}',
  'weights/principles/*': 'weight of principle {1}',
  'objectives/*': 'objective {1}',
  'initiatives/*': 'initiative {1}',
  'indicators/*': 'indicator {1}',
  'risks/*': 'risk {1}',
  'waivers/*': 'waiver {1}',
})

export const descriptionWording: Wording = {
  codeOf: (problem) => `description/${problem === 'too-few' ? 'too-many' : problem}`,
  nameOf,
  synonyms: {
    score: 'level',
    rating: 'level',
    maturity: 'level',
    comment: 'note',
    description: 'practice',
    responsible: 'owner',
    justification: 'reason',
    because: 'reason',
    path: 'file',
    digest: 'sha256',
    hash: 'sha256',
    checksum: 'sha256',
    link: 'url',
    name: 'title',
    expires: 'until',
    standard: 'framework',
    version: 'ims-gap',
  },
  adjust,
}

function adjust(
  problem: ShapeProblem,
  path: Path,
  node: DocumentNode | undefined,
): ReturnType<NonNullable<Wording['adjust']>> {
  const [first, second, third, fourth] = path
  if (problem === 'unknown-key' && path.length === 1 && first === '$schema')
    return {
      code: 'description/schema-key',
      message: 'a schema named in the document is never opened',
      hint: 'for editors, write it as a comment in the first line: # yaml-language-server: $schema=…',
    }
  if (problem === 'missing-key' && path.length === 1 && first === 'ims-gap')
    return { hint: 'add "ims-gap: 1"' }
  if (problem === 'missing-key' && path.length === 1 && first === 'framework')
    return { hint: 'add "framework:" with the guidance pack and its edition, as id:edition' }
  if (problem === 'blank' && path[path.length - 1] === 'level')
    return { hint: 'write a whole number from 0 to 5, or take the line out: not assessed' }
  if (problem === 'wrong-number' && first === 'practices' && node?.kind === 'scalar')
    return withoutLevel(node.text.trim())
  if (problem !== 'wrong-type' || node?.kind !== 'scalar' || isBlank(node)) return undefined
  const text = quote(node.text, 40).slice(1, -1)
  if (first === 'practices' && path.length === 2)
    return /^\w+ ?= ?\S/.test(text)
      ? undefined
      : /^[0-5]$/.test(text)
        ? { hint: `write { level: ${text} }` }
        : undefined
  if (
    first === 'practices' &&
    third === 'evidence' &&
    path.length === 4 &&
    second !== undefined &&
    fourth !== undefined
  )
    return {
      hint: `write { ${/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? 'url' : 'file'}: ${text}, kind: record }`,
    }
  if (first === 'practices' && third === 'notApplicable' && path.length === 3)
    return { hint: 'write { kind: not-relevant, reason: … }' }
  return undefined
}

/** Words that people write where there is no level. */
function withoutLevel(text: string): { readonly hint: string } | undefined {
  if (/^(?:n\.?\/?a\.?|not[ -]?applicable)$/i.test(text))
    return { hint: 'in place of the level, write notApplicable: { kind: not-relevant, reason: … }' }
  return /^(?:[?–—-]|tbd|todo|unknown)$/i.test(text) ? { hint: 'take the line out: not assessed' } : undefined
}
