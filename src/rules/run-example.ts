/** Runs an example of a rule: what the rule concludes about what is given. */
import { bindData } from '../description/bind-data.ts'
import type { Description } from '../types/description.ts'
import type { DescriptionData } from '../types/description-data.ts'
import type { FileFact, FileState } from '../types/file-facts.ts'
import type { Framework, Outcome, Rule, RuleExample } from '../types/framework.ts'
import { compileRules } from './compile-rules.ts'
import { concludeAll } from './conclude-all.ts'
import { indexFramework } from './framework-index.ts'
import { isMapping } from './operands/shape.ts'

/** Spells out what an example gives in short: a level for a practice, and what every description needs. */
const organization = { name: 'Example', kind: 'established', size: 'medium' } as const
const today = '2026-06-30'

export function expandGiven(
  given: RuleExample['given'],
  framework: Framework,
): { data: DescriptionData; asOf: string; files?: ReadonlyMap<string, FileFact> } {
  const { positions } = indexFramework(framework)
  const practices: Record<string, unknown> = Object.create(null)
  const parts: Record<string, unknown> = Object.create(null)
  for (const [key, value] of Object.entries(given)) {
    if (positions.has(key)) practices[key] = practiceOf(value)
    else if (key === 'organization') parts[key] = { ...organization, ...(value as object) }
    else if (key !== 'asOf' && key !== 'files') parts[key] = Array.isArray(value) ? value.map(entryOf) : value
  }
  const data = {
    'ims-gap': 1,
    framework: `${framework.id}:${framework.edition}`,
    organization,
    ...parts,
    practices,
  } as DescriptionData
  return {
    data,
    asOf: typeof given.asOf === 'string' ? given.asOf : today,
    ...(isMapping(given.files) && {
      files: new Map(Object.entries(given.files).map(([file, found]) => [file, factOf(found)])),
    }),
  }
}

/** `missing`, or what else was found of a file; with a date or a digest, the file is there. */
function factOf(found: unknown): FileFact {
  const { state, committed, sha256 } = isMapping(found) ? found : { state: found }
  return {
    state: typeof state === 'string' ? (state as FileState) : 'present',
    committed: typeof committed === 'string' ? committed : null,
    sha256: typeof sha256 === 'string' ? sha256 : null,
  }
}

function practiceOf(value: unknown): unknown {
  if (value === 'not-applicable') return { notApplicable: { kind: 'not-relevant', reason: 'Example' } }
  if (!isMapping(value)) return { level: value }
  const { evidence } = value
  return Array.isArray(evidence) ? { ...value, evidence: evidence.map(pieceOf) } : value
}

/** An example need not say where a piece of evidence lies; each is then another one. */
function pieceOf(piece: unknown, index: number): unknown {
  if (
    !isMapping(piece) ||
    ['file', 'url', 'interview', 'ticket'].some((type) => Object.hasOwn(piece, type))
  ) {
    return piece
  }
  return { ...piece, file: `piece ${index + 1}` }
}

/** Entries need no id and title where the example does not need them. */
function entryOf(entry: unknown, index: number): unknown {
  if (!isMapping(entry)) return entry
  const id = typeof entry.id === 'number' ? String(entry.id) : (entry.id ?? `entry-${index + 1}`)
  return { ...entry, id, title: entry.title ?? String(id) }
}

/** The rule and its examples were checked. Without `at`: what the rule concludes first. */
export function runExample(rule: Rule, { given, at }: RuleExample, framework: Framework): Outcome {
  const description = describeGiven(given, framework)
  const conclusions = concludeAll(compileRules([rule], framework), description)
  const found = conclusions.find(({ element, item }) => at === null || (item ? item.id : element) === at)
  return (found ?? conclusions[0]!).outcome
}

/** The description that an example gives in short. */
export function describeGiven(given: RuleExample['given'], framework: Framework): Description {
  const { data, ...context } = expandGiven(given, framework)
  const root: Description['root'] = {
    kind: 'mapping',
    source: { file: '', text: '', lineStarts: [0] },
    start: 0,
    end: 0,
    entries: [],
  }
  return { ...bindData(data, framework, context), file: '', sha256: () => '', root }
}
