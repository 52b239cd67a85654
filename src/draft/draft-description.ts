/** Writes the text of a new practice description: everything a person needs to fill it in, as comments beside it. */
import type {
  ElementTexts,
  Framework,
  FrameworkElement,
  OrganizationKind,
  OrganizationSize,
  Texts,
} from '../core/framework.ts'

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
  const optional = (key: string, value: string | undefined, example: string) =>
    value === undefined ? `  # ${key}: ${example}` : `  ${key}: ${scalar(value)}`
  return [
    ...(facts.schema === null ? [] : [`# yaml-language-server: $schema=${facts.schema}`]),
    '# What the organization does today to innovate, element by element. An element left as it is counts as not assessed.',
    '# Take away the "# " before a line to use it. Explain any element: ims-gap explain 6.4',
    'ims-gap: 1',
    `framework: ${framework.id}:${framework.edition}`,
    'organization:',
    `  name: ${scalar(facts.name)}`,
    `  kind: ${facts.kind}                # established | temporary | start-up`,
    `  size: ${facts.size}                # micro | small | medium | large`,
    optional('sector', facts.sector, 'manufacturing'),
    optional('country', facts.country, 'PT'),
    '# innovation:',
    '#   types: [product, service]                     # product | service | process | model | method',
    '#   ambition: [incremental, radical]              # incremental | radical',
    '#   approaches: [internal, open]                  # internal | open | user-driven | market-driven | technology-driven | design-driven',
    'assessment:',
    `  date: ${facts.date}`,
    '  # assessors: [Quality department]',
    ...targets(facts),
    '',
  ]
}

function targets({ target }: DraftFacts): string[] {
  if (target !== undefined) return ['targets:', `  default: ${target}`]
  return [
    '# targets:                                      # without it: targets that suit kind and size',
    '#   default: 3',
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
      parent === null ? ['', `  # ${'='.repeat(70)}`, `  # ${id} ${title}`] : ['', `  # ${id} ${title}`],
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
    '    # level: 0',
    '    # practice: What is done today, in a sentence.',
    '    # evidence: [{ file: path/to/proof.md, kind: record, date: 2026-01-31 }]',
    '    # owner: Role',
  ]
}

const registers = [
  '',
  '# Registers that some rules read. An empty one ([]) says there are none; leave it out while you do not know.',
  '# objectives:',
  '#   - { id: o1, title: A third of sales from new services by 2028, supports: [strategy], measure: share of sales, owner: CEO, due: 2028-12-31 }',
  '# initiatives:',
  '#   - { id: i1, title: Pump as a service, status: active, started: 2026-02-01, horizon: 2, type: service, ambition: radical, owner: Head of sales }',
  '# indicators:',
  '#   - { id: k1, title: Share of sales from offers under three years old, kind: output, owner: Controller, last: 2026-03-31 }',
  '# risks:',
  '#   - { id: r1, title: A partner leaves before the pilot ends, kind: risk, owner: Programme lead, action: Second partner under contract, due: 2026-09-30 }',
]

function wrap(text: string, first: string, next: string, width = 110): string[] {
  const lines: string[] = []
  let line = first
  for (const word of text.split(/\s+/)) {
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
    : JSON.stringify(text)
}
