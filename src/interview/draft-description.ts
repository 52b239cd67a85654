/** Writes the text of a new practice description: everything a person needs to fill it in, as comments beside it. */
import type {
  ElementTexts,
  Framework,
  FrameworkElement,
  OrganizationKind,
  OrganizationSize,
  Texts,
} from '../types/framework.ts'
import { replaceUnsafe, showSafely } from '../util/show.ts'
import { draftExamples as examples } from '../yaml-edit/draft-examples.ts'

export interface DraftFacts {
  readonly name: string
  readonly kind: OrganizationKind
  readonly size: OrganizationSize
  readonly sector?: string
  readonly country?: string
  /** Target level for every element; left out, the pack's profile for kind and size holds. */
  readonly target?: number
  /** `YYYY-MM-DD`, written as the assessment's date. */
  readonly date: string
  /** Path or address of the JSON Schema for editors; null leaves the line out. */
  readonly schema: string | null
}

/** A valid description without answers: every element is there, its answer commented out. */
export function draftDescription(framework: Framework, texts: Texts, facts: DraftFacts): string {
  return [
    ...head(framework, facts),
    'practices:',
    ...framework.elements.flatMap((element, index) => [
      ...headings(framework, element, framework.elements[index - 1]),
      ...answer(element, texts.elements[element.id]!),
    ]),
    ...registers,
    '',
  ].join('\n')
}

function head(framework: Framework, facts: DraftFacts): string[] {
  const optional = (key: 'sector' | 'country', value: string | undefined) =>
    value === undefined ? `  # ${examples[key]}` : `  ${key}: ${scalar(value)}`
  return [
    ...(facts.schema === null ? [] : [`# yaml-language-server: $schema=${facts.schema}`]),
    '# What the organization does today to innovate, element by element. What is left as it is counts as not assessed.',
    ...howToAnswer(framework),
    '',
    'ims-gap: 1',
    `framework: ${framework.id}:${framework.edition}`,
    'organization:',
    `  name: ${scalar(facts.name)}`,
    noted(`  kind: ${facts.kind}`, 'established | temporary | start-up'),
    noted(`  size: ${facts.size}`, 'micro (to 9 people) | small (to 49) | medium (to 249) | large'),
    optional('sector', facts.sector),
    optional('country', facts.country),
    `# ${examples.innovation}`,
    noted(`#   ${examples.types}`, 'product | service | process | model | method'),
    noted(`#   ${examples.ambition}`, 'incremental | radical'),
    noted(
      `#   ${examples.approaches}`,
      'internal | open | user-driven | market-driven | technology-driven | design-driven',
    ),
    'assessment:',
    noted(`  date: ${facts.date}`, 'the day for which the answers hold'),
    `  # ${examples.assessors}`,
    ...targets(facts),
    '',
  ]
}

/** A line with a remark in a column of its own. */
function noted(line: string, remark: string): string {
  return `${line.padEnd(45)} # ${remark}`
}

function howToAnswer({ elements }: Framework): string[] {
  const [first] = elements
  if (!first) return []
  const ids = first.criteria.slice(0, 3).map(({ id }) => id)
  const answers = ids.map((id, index) => `${id}: ${['yes', 'partly', 'no'][index]}`)
  const ways: (readonly [line: string, remark: string])[] = [
    ['level: 2', '0 to 5: the highest whose line is true together with all before it'],
    ...(answers.length === 0
      ? []
      : [
          [
            `criteria: { ${answers.join(', ')} }`,
            `instead of a level; ims-gap explain ${first.id} lists them`,
          ] as const,
        ]),
    ['planned: 2027-03-31', 'from when it is planned; the level stays what it is today'],
    ['notApplicable: { kind: not-relevant, reason: Why it does not apply here }', ''],
  ]
  return [
    '# To answer an element, take away the "# " before a line and write your own:',
    ...ways.map(([line, remark]) => (remark === '' ? `#   ${line}` : noted(`#   ${line}`, remark))),
    '# A piece of evidence is of the kind document (shows intent), interview (give the role asked), record (shows use) or',
    '# result (shows effect, measured). Instead of file: url, interview or ticket. Texts with a colon go in "quotes".',
  ]
}

function targets({ target }: DraftFacts): string[] {
  if (target !== undefined) return ['targets:', `  default: ${target}`]
  return [
    noted(`# ${examples.targets}`, 'without it: targets that suit kind and size'),
    `#   ${examples.default}`,
  ]
}

/** The clause headings that begin at this element. */
function headings(
  framework: Framework,
  element: FrameworkElement,
  previous: FrameworkElement | undefined,
): string[] {
  const before = new Set(previous ? clausesOf(framework, previous.clause).map(({ id }) => id) : [])
  return clausesOf(framework, element.clause)
    .filter(({ id }) => !before.has(id))
    .flatMap(({ id, title, parent }) =>
      parent === null
        ? ['', `  # ${'='.repeat(70)}`, `  # ${id} ${showSafely(title)}`]
        : ['', `  # ${id} ${showSafely(title)}`],
    )
}

function clausesOf(framework: Framework, id: string | null): Framework['clauses'][number][] {
  const clause = framework.clauses.find((candidate) => candidate.id === id)
  return clause ? [...clausesOf(framework, clause.parent), clause] : []
}

function answer({ id, title }: FrameworkElement, { question, anchors }: ElementTexts): string[] {
  return [
    '',
    ...wrap(`${id} ${title}: ${question}`, '  # ', '  # '),
    ...anchors.flatMap((anchor, level) => wrap(anchor, `  #   ${level}  `, '  #      ')),
    `  ${id}:`,
    `    # ${examples.level}`,
    `    # ${examples.practice}`,
    `    # ${examples.evidence}`,
    `    # ${examples.owner}`,
  ]
}

const registers = [
  '',
  '# Registers that some rules read. An empty one ([]) says there are none; leave it out while you do not know.',
  `# ${examples.objectives}`,
  '#   - { id: o1, title: A third of sales from new services by 2028, supports: [strategy], measure: share of sales, owner: CEO, due: 2028-12-31 }',
  `# ${examples.initiatives}`,
  '#   - { id: i1, title: Pump as a service, status: active, started: 2026-02-01, horizon: 2, type: service, ambition: radical, owner: Head of sales }',
  `# ${examples.indicators}`,
  '#   - { id: k1, title: Share of sales from offers under three years old, kind: output, owner: Controller, last: 2026-03-31 }',
  `# ${examples.risks}`,
  '#   - { id: r1, title: A partner leaves before the pilot ends, kind: risk, owner: Programme lead, action: Second partner under contract, due: 2026-09-30 }',
]

function wrap(text: string, first: string, next: string, width = 110): string[] {
  const lines: string[] = []
  let line = first
  for (const word of showSafely(text.replace(/\s+/g, ' ')).split(' ')) {
    if (line.length + word.length > width && line !== first) {
      lines.push(line.trimEnd())
      line = next
    }
    line += `${word} `
  }
  return [...lines, line.trimEnd()]
}

/** A YAML scalar that reads back as the same text. */
function scalar(text: string): string {
  return /^[\p{L}][\p{L}\p{N} .,&()/+-]*$/u.test(text) &&
    !/^(true|false|null|yes|no|on|off)$/i.test(text) &&
    text === text.trim()
    ? text
    : replaceUnsafe(JSON.stringify(text), escapeUnits)
}

function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}
