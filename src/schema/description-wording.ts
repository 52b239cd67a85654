/** How mistakes in a practice description are called, and the hints that only its own habits explain. */
import { type DocumentNode, entryOf, type Path } from '../types/document.ts'
import type { Framework } from '../types/framework.ts'
import { listWords, quote } from '../util/show.ts'
import { notApplicableKinds } from './description-schema.ts'
import { isBlank } from './shape-data.ts'
import { unknownCriterion } from './unknown-criterion.ts'
import { type Adjusted, nameThings, type ShapeProblem, type Wording } from './wording.ts'

/** What people write in place of a level, and what to write instead. */
const numbers = ['zero', 'one', 'two', 'three', 'four', 'five']

/** `undefined` for what may mean anything. `levels` are those of the guidance, for their names. */
function levelHint(text: string, levels: Framework['levels'] = []): { readonly hint: string } | undefined {
  const word = text.trim().toLowerCase()
  if (/^(?:n\.?\/?a\.?|not[ -]?applicable)$/.test(word))
    return { hint: 'in place of the level, write notApplicable: { kind: not-relevant, reason: … }' }
  if (/^(?:[?–—-]|tbd|todo|unknown)$/.test(word)) return { hint: 'take the line out: not assessed' }
  const [, ofFive, named] = /^(?:([0-5]) ?\/ ?5|level ([0-5]))$/.exec(word) ?? []
  const level = ofFive ?? named ?? levels.find(({ name }) => name.toLowerCase() === word)?.level
  const meant = level ?? (numbers.includes(word) ? numbers.indexOf(word) : undefined)
  return meant === undefined ? undefined : { hint: `write ${meant}` }
}

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

/** As above, and knowing the guidance: how levels are called, which criteria elements have, whether they can be not applicable. */
export function wordingFor({ elements, levels }: Pick<Framework, 'elements' | 'levels'>): Wording {
  return {
    ...descriptionWording,
    adjust(problem, path, node) {
      const [first, number, field, id] = path
      if (problem === 'wrong-number' && node?.kind === 'scalar' && field === 'level')
        return levelHint(node.text, levels)
      const element = first === 'practices' ? elements.find((each) => each.id === number) : undefined
      if (element && field === 'criteria' && typeof id === 'string' && path.length === 4) {
        const known = element.criteria.map((criterion) => criterion.id)
        if (!known.includes(id)) {
          const { message, hint } = unknownCriterion(id, element.id, known)
          return { code: 'description/unknown-criterion', message, hint: hint(), atKey: true }
        }
      }
      const usual = adjust(problem, path, node)
      return usual && element?.neverNotApplicable && field === 'notApplicable' && path.length === 3
        ? { hint: 'give its level, 0 if nothing is done, or write { kind: declined, reason: … }' }
        : usual
    },
  }
}

function adjust(problem: ShapeProblem, path: Path, node: DocumentNode | undefined): Adjusted | undefined {
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
  if (problem === 'missing-key' && third === 'evidence' && path[4] === 'kind' && node)
    return entryOf(node, 'interview') && { hint: 'add "kind: interview"' }
  const isList = node?.kind === 'sequence' && node.items.every(({ kind }) => kind === 'scalar')
  if (problem === 'wrong-type' && third === 'criteria' && path.length === 3 && isList)
    return { hint: 'write { 1a: yes, 1b: no }: an answer to each' }
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
  // A text that means more than itself within braces is better written as a list of lines.
  const source = /^([a-z][a-z0-9+.-]*:\/\/)?[^\s,:#[\]{}"'…]+$/i.exec(text)
  if (first === 'practices' && third === 'evidence' && path.length === 3 && source)
    return { hint: `write [{ ${source[1] === undefined ? 'file' : 'url'}: ${text}, kind: document }]` }
  if (first === 'practices' && third === 'notApplicable' && path.length === 3) {
    const meant = notApplicableKinds.find((kind) => kind === text) ?? notApplicableKinds[0]
    const others = notApplicableKinds.filter((kind) => kind !== meant)
    return { hint: `write { kind: ${meant}, reason: … }; other kinds are ${listWords(others)}` }
  }
  return undefined
}
