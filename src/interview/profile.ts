/** What is asked of the organization before the first element, what of it is still open, and what an answer writes. */

import { isFor } from '../description/audience.ts'
import { ambitions, approaches, innovationTypes, kinds, sizes } from '../schema/description-schema.ts'
import type { Description, Organization } from '../types/description.ts'
import { nodeAt, type Path } from '../types/document.ts'
import type { Framework, Level, OrganizationSize } from '../types/framework.ts'
import type { Edit } from '../yaml-edit/edit.ts'
import { saidAt } from './said-of.ts'

export interface ProfileQuestion {
  readonly id: 'name' | 'kind' | 'size' | 'types' | 'approaches' | 'ambition' | 'target'
  /** Where the answer stands in the description. */
  readonly path: Path
  /** `text`: anything; `one`: one of the choices; `several`: any number of them, none too. */
  readonly takes: 'text' | 'one' | 'several'
  /** A description cannot do without an answer. */
  readonly required: boolean
  readonly question: string
  /** What the answer is good for. */
  readonly why: string
  /** Empty for `text`. */
  readonly choices: readonly Choice[]
}

interface Choice {
  readonly value: string
  readonly about: string
}

/** The choice of the target question that leaves targets to the pack: it writes nothing. */
export const packProfile = 'profile'

/** In the order in which they are asked; the choices of the target depend on kind and size. */
export function profileQuestions(
  framework: Framework,
  organization: Pick<Organization, 'kind' | 'size'>,
): readonly ProfileQuestion[] {
  return [
    {
      id: 'name',
      path: ['organization', 'name'],
      takes: 'text',
      required: true,
      question: 'What is the organization called?',
      why: 'The name is printed on every result.',
      choices: [],
    },
    {
      id: 'kind',
      path: ['organization', 'kind'],
      takes: 'one',
      required: true,
      question: 'What kind of organization is it?',
      why: 'It determines which criteria apply, the default targets and which simpler alternatives are shown.',
      choices: choices(kinds, kindsAbout),
    },
    {
      id: 'size',
      path: ['organization', 'size'],
      takes: 'one',
      required: true,
      question: 'How many people work there?',
      why: 'It determines which criteria apply, the default targets and the effort estimates.',
      choices: choices(sizes, sizesAbout),
    },
    {
      id: 'types',
      path: ['innovation', 'types'],
      takes: 'several',
      required: false,
      question: 'What do you innovate?',
      why: 'Shown in the report; it does not affect scores.',
      choices: choices(innovationTypes, typesAbout),
    },
    {
      id: 'approaches',
      path: ['innovation', 'approaches'],
      takes: 'several',
      required: false,
      question: 'Where do your innovations come from?',
      why: 'Shown in the report; it does not affect scores.',
      choices: choices(approaches, approachesAbout),
    },
    {
      id: 'ambition',
      path: ['innovation', 'ambition'],
      takes: 'several',
      required: false,
      question: 'How ambitious are your innovations?',
      why: 'Some rules apply only to organizations with radical ambitions.',
      choices: choices(ambitions, ambitionsAbout),
    },
    {
      id: 'target',
      path: ['targets', 'default'],
      takes: 'one',
      required: false,
      question: 'Which level is your target?',
      why: 'Gaps are measured against it. You can set other targets for single elements and principles in the file.',
      choices: targetChoices(framework, organization),
    },
  ]
}

/**
 * Questions without an answer, in their order. Only before the first element is answered: who left one out then is not
 * asked again at every start.
 */
export function openProfileQuestions(
  framework: Framework,
  description: Pick<Description, 'organization' | 'innovation' | 'targets' | 'standings'>,
): readonly ProfileQuestion[] {
  const { organization, innovation, targets, standings } = description
  const begun = [...standings.values()].some(
    ({ state, criteria }) => state !== 'not-assessed' || criteria.size > 0,
  )
  if (begun) return []
  const open: Readonly<Record<ProfileQuestion['id'], boolean>> = {
    name: organization.name === '',
    kind: false,
    size: false,
    types: innovation.types.length === 0,
    approaches: innovation.approaches.length === 0,
    ambition: innovation.ambition.length === 0,
    target: targets.source === 'profile',
  }
  return profileQuestions(framework, organization).filter(({ id }) => open[id])
}

/** What stands, as `profileEdits` takes it; empty where nothing does. Without a target of its own, the pack's profile holds. */
export function profileAnswer(
  id: ProfileQuestion['id'],
  { organization, innovation, root }: Pick<Description, 'organization' | 'innovation' | 'root'>,
): readonly string[] {
  switch (id) {
    case 'name':
    case 'kind':
    case 'size':
      return organization[id] === '' ? [] : [organization[id]]
    case 'target':
      return [String(saidAt(root, ['targets', 'default']) ?? packProfile)]
    default:
      return innovation[id]
  }
}

/**
 * `answer`: one of the choices, a text, or those chosen of several. An empty list and the pack's profile take away what
 * the description says; where it says nothing there is nothing to do.
 */
export function profileEdits(
  { id, path }: ProfileQuestion,
  answer: string | readonly string[],
  { root }: Pick<Description, 'root'>,
): readonly Edit[] {
  const removes = typeof answer === 'string' ? id === 'target' && answer === packProfile : answer.length === 0
  if (removes) return nodeAt(root, path) === undefined ? [] : [{ path, value: undefined }]
  return [{ path, value: id === 'target' ? Number(answer) : answer }]
}

/** Of so many people. */
export function sizeOf(people: number): OrganizationSize {
  if (people < 10) return 'micro'
  if (people < 50) return 'small'
  return people < 250 ? 'medium' : 'large'
}

function targetChoices(
  { profiles, levels }: Framework,
  organization: Pick<Organization, 'kind' | 'size'>,
): readonly Choice[] {
  const profile = profiles.find((candidate) => isFor(candidate.for, organization)) ?? profiles.at(-1)!
  const others = Object.keys({ ...profile.principles, ...profile.elements }).length > 0
  return [
    {
      value: packProfile,
      about: `the default for "${profile.title}": ${profile.default}${others ? ', with exceptions' : ''}`,
    },
    ...levels
      .filter(({ level }) => level > 0)
      .map(({ level, name }) => ({
        value: String(level satisfies Level),
        about: `${name}, for every element`,
      })),
  ]
}

function choices<T extends string>(values: readonly T[], about: Readonly<Record<T, string>>): Choice[] {
  return values.map((value) => ({ value, about: about[value] }))
}

const kindsAbout = {
  established: 'permanent: a company, an agency, an institute',
  temporary: 'ends when its purpose is met: a consortium, a programme',
  'start-up': 'still searching for its business model',
} as const

const sizesAbout = {
  micro: 'fewer than 10 people',
  small: '10 to 49 people',
  medium: '50 to 249 people',
  large: '250 people or more',
} as const

const typesAbout = {
  product: 'goods',
  service: 'services',
  process: 'ways of working',
  model: 'how value is created and captured, such as a business model',
  method: 'methods, such as marketing or organizational methods',
} as const

const approachesAbout = {
  internal: 'from your own people',
  open: 'from collaboration with partners',
  'user-driven': 'from what users need',
  'market-driven': 'from what the market asks for',
  'technology-driven': 'from what technology makes possible',
  'design-driven': 'from giving products a new meaning',
} as const

const ambitionsAbout = {
  incremental: 'improves what exists',
  between: 'between the two',
  radical: 'replaces what exists',
} as const
