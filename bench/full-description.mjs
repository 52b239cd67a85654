// A description of about 2,000 lines: every element with criteria, evidence and notes, and full registers.

/** YAML text for a framework; the same for the same framework. */
export function fullDescription({ id, edition, elements }) {
  return `${[
    'ims-gap: 1',
    `framework: ${id}:${edition}`,
    'organization: { name: Bench Works, kind: established, size: large, sector: manufacturing, country: PT }',
    'innovation: { types: [product, service], ambition: [incremental, radical], approaches: [internal, open] }',
    'assessment: { date: 2026-10-14, assessors: [Quality department, Strategy office] }',
    'targets: { default: 3 }',
    'practices:',
    ...elements.flatMap(practice),
    'objectives:',
    ...items(12, (n) => [
      `title: Objective number ${n}`,
      'supports: [strategy]',
      `measure: share of sales in percent, line ${n}`,
      'owner: Head of strategy',
      'due: 2027-12-31',
    ]),
    'initiatives:',
    ...items(40, (n) => [
      `title: Initiative number ${n}`,
      `status: ${n % 7 === 0 ? 'stopped' : n % 5 === 0 ? 'finished' : 'active'}`,
      'started: 2025-03-01',
      ...(n % 5 === 0 || n % 7 === 0 ? ['ended: 2026-04-30'] : []),
      `horizon: ${(n % 3) + 1}`,
      'type: product',
      `ambition: ${n % 4 === 0 ? 'radical' : 'incremental'}`,
      `owner: Lead ${n % 9}`,
    ]),
    'indicators:',
    ...items(12, (n) => [
      `title: Indicator number ${n}`,
      `kind: ${['input', 'throughput', 'output', 'impact'][n % 4]}`,
      'owner: Controller',
      'last: 2026-09-30',
    ]),
    'risks:',
    ...items(20, (n) => [
      `title: Matter number ${n}`,
      `kind: ${n % 3 === 0 ? 'opportunity' : 'risk'}`,
      'owner: Programme lead',
      'action: Look at it every month',
      'due: 2026-12-31',
    ]),
  ].join('\n')}\n`
}

function practice({ id, criteria }, index) {
  const level = index % 5
  return [
    `  ${id}:`,
    ...(index % 3 === 0 && criteria.length > 0
      ? [
          '    criteria:',
          ...criteria.map(
            (criterion) =>
              `      ${criterion.id}: ${criterion.level <= level ? 'yes' : criterion.level === level + 1 ? 'partly' : 'no'}`,
          ),
        ]
      : [`    level: ${level}`]),
    `    practice: What is done today about element ${id}, in a sentence of ordinary length for such a file.`,
    '    evidence:',
    ...[0, 1, 2].flatMap((piece) => [
      `      - file: evidence/${id}/piece-${piece}.md`,
      `        kind: ${['document', 'record', 'result'][(piece + index) % 3]}`,
      `        date: 2026-0${((piece + index) % 8) + 1}-15`,
    ]),
    `    owner: Owner ${index % 11}`,
    '    reviewed: 2026-06-30',
    `    confidence: ${['low', 'medium', 'high'][index % 3]}`,
    '    note: |',
    '      A remark of two lines that an assessor wrote down',
    '      while talking to the people who do the work.',
    '    # a comment that belongs to the entry',
    '    flagged: false',
    '',
  ]
}

function items(count, fields) {
  return Array.from({ length: count }, (_, index) => [
    `  - id: item-${index + 1}`,
    ...fields(index + 1).map((field) => `    ${field}`),
  ]).flat()
}
