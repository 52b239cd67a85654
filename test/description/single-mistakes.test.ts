/** One mistake in a file gives one diagnostic: with its code, at its place, saying what to write instead. */
import { describe, expect, it } from 'vitest'
import { check, complete, placeOf, unmark } from './written.ts'

interface Case {
  readonly mistake: string
  /** Marked with «…» where the diagnostic must point. */
  readonly yaml: string
  readonly without?: readonly string[]
  readonly code: string
  /** Part of message and hint. */
  readonly says: string
  readonly warning?: true
}

const organization = (fields: string) => `organization: ${fields}\n`
const practice = (fields: string) => `practices:\n  1.1: ${fields}\n`
const evidence = (piece: string) => `practices:\n  1.1:\n    evidence:\n      - ${piece}\n`

const shape: Case[] = [
  {
    mistake: 'unknown key at the top',
    yaml: '«practises»: {}\n',
    code: 'unknown-key',
    says: 'did you mean "practices"?',
  },
  {
    mistake: 'unknown key like nothing',
    yaml: '«budget»: 3\n',
    code: 'unknown-key',
    says: 'unknown key "budget" in the description; allowed keys: ims-gap, framework',
  },
  {
    mistake: 'typo of a required key',
    yaml: organization('{ «nmae»: A, kind: established, size: small }'),
    code: 'unknown-key',
    says: 'did you mean "name"?',
  },
  {
    mistake: 'British spelling',
    yaml: '«organisation»: { name: A, kind: established, size: small }\n',
    without: ['organization'],
    code: 'unknown-key',
    says: 'did you mean "organization"?',
  },
  {
    mistake: 'wrong case of a key',
    yaml: practice('{ «Level»: 2 }'),
    code: 'unknown-key',
    says: 'did you mean "level"?',
  },
  {
    mistake: 'comma in an unquoted text in braces',
    yaml: practice('{ level: 2, note: Sales, «too» }'),
    code: 'unknown-key',
    says: 'in braces a comma ends an unquoted text; write note: "Sales, too"',
  },
  {
    mistake: 'several commas in an unquoted text in braces',
    yaml: practice('{ note: Sales, «service», quality and all, level: 2 }'),
    code: 'unknown-key',
    says: 'write note: "Sales, service, quality and all"',
  },
  {
    mistake: 'comma in a text with quotes in braces',
    yaml: practice('{ note: the "best", «they say», level: 2 }'),
    code: 'unknown-key',
    says: 'put the whole text of "note" in quotes',
  },
  {
    mistake: 'key in braces without its value',
    yaml: practice('{ level: 2, «ownr» }'),
    code: 'unknown-key',
    says: 'did you mean "owner"?',
  },
  {
    mistake: 'trailing space in a key',
    yaml: practice('{ «"level "»: 2 }'),
    code: 'unknown-key',
    says: 'did you mean "level"?',
  },
  {
    mistake: 'plural of a key',
    yaml: practice('{ «notes»: x }'),
    code: 'unknown-key',
    says: 'did you mean "note"?',
  },
  {
    mistake: 'another word for a key',
    yaml: practice('{ «score»: 2 }'),
    code: 'unknown-key',
    says: 'did you mean "level"?',
  },
  {
    mistake: 'dashes in a key',
    yaml: practice('{ «not-applicable»: { kind: declined, reason: no } }'),
    code: 'unknown-key',
    says: 'did you mean "notApplicable"?',
  },
  {
    mistake: 'a schema in the document',
    yaml: '«$schema»: https://evil.example/x\n',
    code: 'schema-key',
    says: 'never opened; for editors',
  },
  {
    mistake: 'no version of the format',
    yaml: '',
    without: ['ims-gap'],
    code: 'missing-key',
    says: '"ims-gap" is missing in the description; add "ims-gap: 1"',
  },
  {
    mistake: 'no framework',
    yaml: '',
    without: ['framework'],
    code: 'missing-key',
    says: 'add "framework:"',
  },
  {
    mistake: 'no organization',
    yaml: '',
    without: ['organization'],
    code: 'missing-key',
    says: '"organization" is missing',
  },
  {
    mistake: 'no size',
    yaml: '«organization»: { name: A, kind: established }\n',
    code: 'missing-key',
    says: '"size" is missing in the organization; add "size:" with micro, small, medium or large',
  },
  {
    mistake: 'no kind of a piece of evidence',
    yaml: evidence('{ «file»: a.md }'),
    code: 'missing-key',
    says: '"kind" is missing in evidence 1 of practice 1.1; add "kind:" with document, interview, record or result',
  },
  {
    mistake: 'no kind of an interview',
    yaml: evidence('{ «interview»: Head of sales }'),
    code: 'missing-key',
    says: 'add "kind: interview"',
  },
  {
    mistake: 'criteria as a list of their names',
    yaml: 'practices:\n  2.2:\n    «criteria»: [1a, 2a]\n',
    code: 'wrong-type',
    says: 'write { 1a: yes, 1b: no }: an answer to each',
  },
  ...(
    [
      ['established', 3],
      ['Absent', 0],
      ['two', 2],
      ['level 4', 4],
      ['3/5', 3],
    ] as const
  ).map(([text, level]) => ({
    mistake: `level ${text}`,
    yaml: practice(`{ level: «${text}» }`),
    code: 'wrong-number',
    says: `write ${level}`,
  })),
  ...(
    [
      ['minutes', 'record'],
      ['Policy', 'document'],
      ['KPI', 'result'],
    ] as const
  ).map(([text, kind]) => ({
    mistake: `evidence of kind ${text}`,
    yaml: evidence(`{ kind: «${text}», file: a.md }`),
    code: 'wrong-value',
    says: `did you mean "${kind}"?`,
  })),
  ...(
    [
      ['running', 'active'],
      ['on-going', 'active'],
      ['done', 'finished'],
      ['cancelled', 'stopped'],
    ] as const
  ).map(([text, status]) => ({
    mistake: `an initiative that is ${text}`,
    yaml: `initiatives: [{ id: a, title: T, status: «${text}» }]\n`,
    code: 'wrong-value',
    says: `did you mean "${status}"?`,
  })),
  {
    mistake: 'a month for a day',
    yaml: practice('{ reviewed: «2026-10» }'),
    code: 'wrong-date',
    says: 'name a day of that month, as 2026-10-01',
  },
  {
    mistake: 'no title of an objective',
    yaml: 'objectives:\n  - «id»: o1\n',
    code: 'missing-key',
    says: '"title" is missing in objective 1',
  },
  {
    mistake: 'version in quotes',
    yaml: 'ims-gap: «"1"»\n',
    code: 'wrong-number',
    says: 'write 1 without quotes',
  },
  { mistake: 'version 0', yaml: 'ims-gap: «0»\n', code: 'format-version', says: 'write 1' },
  { mistake: 'a newer version', yaml: 'ims-gap: «2»\n', code: 'format-version', says: 'upgrade ims-gap' },
  {
    mistake: 'a much newer version',
    yaml: 'ims-gap: «999»\n',
    code: 'format-version',
    says: 'upgrade ims-gap',
  },
  {
    mistake: 'wrong case of a word',
    yaml: organization('{ name: A, kind: established, size: «Medium» }'),
    code: 'wrong-value',
    says: 'size of the organization must be micro, small, medium or large, not "Medium"; did you mean "medium"?',
  },
  {
    mistake: 'missing dash in a word',
    yaml: organization('{ name: A, kind: «startup», size: small }'),
    code: 'wrong-value',
    says: 'did you mean "start-up"?',
  },
  {
    mistake: 'word with a space at its end',
    yaml: organization('{ name: A, kind: established, size: «"small "» }'),
    code: 'wrong-value',
    says: 'did you mean "small"?',
  },
  {
    mistake: 'plural of a word',
    yaml: 'innovation: { types: [product, «services»] }\n',
    code: 'wrong-value',
    says: 'did you mean "service"?',
  },
  {
    mistake: 'a word that is none of these',
    yaml: practice('{ level: 2, confidence: «certain» }'),
    code: 'wrong-value',
    says: 'must be low, medium or high, not "certain"',
  },
  {
    mistake: 'true as an answer',
    yaml: 'practices: { 2.2: { criteria: { 1a: «true» } } }\n',
    code: 'wrong-value',
    says: 'criterion 1a of practice 2.2 must be yes, partly, no or not-applicable, not "true"; did you mean "yes"?',
  },
  {
    mistake: 'n/a as an answer',
    yaml: 'practices: { 2.2: { criteria: { 1a: «n/a», 2a: no } } }\n',
    code: 'wrong-value',
    says: 'did you mean "not-applicable"?',
  },
  {
    mistake: 'partially as an answer',
    yaml: 'practices: { 2.2: { criteria: { 1a: «partially» } } }\n',
    code: 'wrong-value',
    says: 'did you mean "partly"?',
  },
  ...(
    [
      ['3.0', 'write 3'],
      ['3.5', 'write 3 or 4'],
      ['-0', 'write 0'],
      ['1e0', 'write 1'],
      ['0x3', 'write 3'],
      ['0o3', 'write 3'],
      ['012', 'from 0 to 5, not "012"'],
      ['03', 'write 3'],
      ['+3', 'write 3'],
      ['0_3', 'write 3'],
      ['"3"', 'write 3 without quotes'],
      ['٣', 'write 3'],
      ['.nan', 'not ".nan"'],
      ['.inf', 'not ".inf"'],
      ['1e400', 'not "1e400"'],
      ['9007199254740993', 'not "9007199254740993"'],
      ['6', 'level of practice 1.1 must be a whole number from 0 to 5, not "6"'],
      ['-1', 'not "-1"'],
      ['three', 'not "three"'],
      ['true', 'not "true"'],
      ['"9"', 'not "9"'],
    ] as const
  ).map(([level, says]) => ({
    mistake: `level ${level}`,
    yaml: practice(`{ level: «${level}» }`),
    code: 'wrong-number',
    says,
  })),
  {
    mistake: 'a number of 400 digits',
    yaml: practice(`{ level: «${'9'.repeat(400)}» }`),
    code: 'wrong-number',
    says: '9…"',
  },
  {
    mistake: 'a blank level',
    yaml: 'practices:\n  1.1:\n    «level»:\n',
    code: 'blank',
    says: 'level of practice 1.1 is blank; write a whole number from 0 to 5, or take the line out: not assessed',
  },
  {
    mistake: 'a blank name',
    yaml: 'organization:\n  «name»:\n  kind: established\n  size: small\n',
    code: 'blank',
    says: 'name of the organization is blank',
  },
  {
    mistake: 'an empty name',
    yaml: organization('{ name: «""», kind: established, size: small }'),
    code: 'blank',
    says: 'empty',
  },
  ...(['yes', 'on', 'True', 'TRUE', 'y'] as const).map((word) => ({
    mistake: `${word} for true`,
    yaml: practice(`{ level: 1, flagged: «${word}» }`),
    code: 'wrong-value',
    says: 'write true',
  })),
  {
    mistake: 'off for false',
    yaml: practice('{ level: 1, flagged: «off» }'),
    code: 'wrong-value',
    says: 'write false',
  },
  {
    mistake: 'a level instead of a practice',
    yaml: 'practices: { 1.1: «3» }\n',
    code: 'wrong-type',
    says: 'write { level: 3 }',
  },
  {
    mistake: 'a list instead of practices',
    yaml: '«practices»:\n  - 1.1\n',
    code: 'wrong-type',
    says: 'practices must be a mapping ("key: value" lines), not a list',
  },
  {
    mistake: 'a mapping instead of a list',
    yaml: 'practices:\n  1.1:\n    «evidence»:\n      file: a.md\n      kind: record\n',
    code: 'wrong-type',
    says: 'must be a list, not a mapping; begin each entry with "- "',
  },
  {
    mistake: 'one word instead of a list',
    yaml: 'innovation: { types: «product» }\n',
    code: 'wrong-type',
    says: 'write [product]',
  },
  {
    mistake: 'a path instead of a list of evidence',
    yaml: practice('{ level: 2, evidence: «evidence/list.md» }'),
    code: 'wrong-type',
    says: 'write [{ file: evidence/list.md, kind: document }]',
  },
  {
    mistake: 'an address instead of a list of evidence',
    yaml: practice('{ level: 2, evidence: «https://a.example/x» }'),
    code: 'wrong-type',
    says: 'write [{ url: https://a.example/x, kind: document }]',
  },
  {
    mistake: 'a sentence instead of a list of evidence',
    yaml: practice('{ level: 2, evidence: «the minutes of May» }'),
    code: 'wrong-type',
    says: 'begin each entry with "- "',
  },
  {
    mistake: 'a bare not applicable',
    yaml: 'practices: { 2.2: { notApplicable: «true» } }\n',
    code: 'wrong-type',
    says: 'write { kind: not-relevant, reason: … }; other kinds are outside-control, inherited and declined',
  },
  {
    mistake: 'a kind alone instead of not applicable',
    yaml: 'practices: { 2.2: { notApplicable: «inherited» } }\n',
    code: 'wrong-type',
    says: 'write { kind: inherited, reason: … }; other kinds are not-relevant, outside-control and declined',
  },
  {
    mistake: 'a bare not applicable where nothing but declining is allowed',
    yaml: practice('{ notApplicable: «true» }'),
    code: 'wrong-type',
    says: 'give its level, 0 if nothing is done, or write { kind: declined, reason: … }',
  },
  {
    mistake: 'a wrong answer to a criterion that there is not',
    yaml: 'practices: { 2.2: { criteria: { «2c»: maybe, 1a: yes } } }\n',
    code: 'unknown-criterion',
    says: 'practice 2.2 has no criterion "2c"; did you mean "2a" or "2b"?',
  },
  {
    mistake: 'an empty answer to a criterion that there is not',
    yaml: 'practices: { 2.2: { criteria: { «2c»: "", 1a: yes } } }\n',
    code: 'unknown-criterion',
    says: 'practice 2.2 has no criterion "2c"',
  },
  {
    mistake: 'a path instead of evidence',
    yaml: evidence('«minutes.md»'),
    code: 'wrong-type',
    says: 'write { file: minutes.md, kind: record }',
  },
  {
    mistake: 'a list instead of a text',
    yaml: practice('{ «note»: [a, b] }'),
    code: 'wrong-type',
    says: 'note of practice 1.1 must be a text, not a list',
  },
  {
    mistake: 'a mapping instead of a word',
    yaml: organization('{ name: A, «kind»: { a: b }, size: small }'),
    code: 'wrong-type',
    says: 'must be established, temporary or start-up, not a mapping',
  },
  {
    mistake: 'a day that does not exist',
    yaml: 'assessment: { date: «2026-02-30» }\n',
    code: 'wrong-date',
    says: 'a day that does not exist',
  },
  {
    mistake: 'day zero',
    yaml: practice('{ reviewed: «0000-00-00» }'),
    code: 'wrong-date',
    says: 'does not exist',
  },
  {
    mistake: 'a week',
    yaml: practice('{ reviewed: «2026-W01» }'),
    code: 'wrong-date',
    says: 'must be a date written YYYY-MM-DD',
  },
  {
    mistake: 'a date without zeros',
    yaml: practice('{ reviewed: «2026-3-1» }'),
    code: 'wrong-date',
    says: 'write 2026-03-01',
  },
  {
    mistake: 'a date with a time',
    yaml: practice('{ reviewed: «2026-03-01T10:00:00Z» }'),
    code: 'wrong-date',
    says: 'write 2026-03-01',
  },
  {
    mistake: 'evidence without a source',
    yaml: evidence('{ «kind»: record }'),
    code: 'evidence-source',
    says: 'evidence 1 of practice 1.1 does not say where it is found; add one of file, url, interview or ticket',
  },
  {
    mistake: 'evidence with two sources',
    yaml: evidence('{ kind: record, file: a, «url»: https://a.example }'),
    code: 'evidence-source',
    says: 'names file and url at once',
  },
  {
    mistake: 'evidence with a mistyped source',
    yaml: evidence('{ kind: record, «flie»: a }'),
    code: 'unknown-key',
    says: 'did you mean "file"?',
  },
  {
    mistake: 'evidence with another word for its source',
    yaml: evidence('{ kind: record, «link»: a }'),
    code: 'unknown-key',
    says: 'did you mean "url"?',
  },
  {
    mistake: 'horizon 4',
    yaml: 'initiatives: [{ id: a, title: b, horizon: «4» }]\n',
    code: 'wrong-number',
    says: 'from 1 to 3',
  },
  {
    mistake: 'a text that is too long',
    yaml: practice(`{ note: «${'x'.repeat(100_001)}» }`),
    code: 'too-long',
    says: '100,001 characters; at most 100,000',
  },
  {
    mistake: '2,001 practices',
    yaml: `«practices»:\n${Array.from({ length: 2001 }, (_, n) => `  9.${n}: {}\n`).join('')}`,
    code: 'too-many',
    says: 'practices has 2,001 entries; at most 2,000 are read',
  },
  {
    mistake: '2,001 equal objects',
    yaml: `«risks»:\n${'  - { id: a, title: b }\n'.repeat(2001)}`,
    code: 'too-many',
    says: 'risks has 2,001 entries',
  },
  {
    mistake: '__proto__ among practices',
    yaml: 'practices: { «__proto__»: { level: 3 } }\n',
    code: 'unknown-element',
    says: '"__proto__" is not an element',
  },
  {
    mistake: '__proto__ at the top',
    yaml: '«__proto__»: { practices: 1 }\n',
    code: 'unknown-key',
    says: 'unknown key "__proto__"',
  },
  {
    mistake: 'constructor in a practice',
    yaml: practice('{ «constructor»: { prototype: {} } }'),
    code: 'unknown-key',
    says: 'unknown key "constructor"',
  },
  {
    mistake: 'toString among the criteria',
    yaml: practice('{ criteria: { «toString»: yes, 1a: no } }'),
    code: 'unknown-criterion',
    says: 'no criterion "toString"',
  },
  {
    mistake: 'hasOwnProperty among the weights',
    yaml: 'weights: { principles: { «hasOwnProperty»: 1 } }\n',
    code: 'unknown-principle',
    says: 'no principle "hasOwnProperty"',
  },
]

const newcomers: Case[] = [
  {
    mistake: 'an unknown element left blank',
    yaml: 'practices:\n  «10.4»:\n',
    code: 'unknown-element',
    says: '"10.4" is not an element',
  },
  {
    mistake: 'an unknown criterion left blank',
    yaml: 'practices:\n  2.2:\n    criteria:\n      «2c»:\n',
    code: 'unknown-criterion',
    says: 'did you mean "2a" or "2b"?',
  },
  {
    mistake: 'a waiver for a rule that does not exist',
    yaml: 'waivers: [{ finding: «practice/below-targt@1.1», reason: Accepted by the board, owner: me, until: 2027-01-01 }]\n',
    code: 'unknown-rule',
    says: 'a rule that does not exist: "practice/below-targt"; did you mean "practice/below-target"?',
    warning: true,
  },
  {
    mistake: 'a number sign in an unquoted text',
    yaml: 'practices:\n  1.1:\n    practice: see ticket «#»12 and more\n',
    code: 'comment-in-text',
    says: 'write practice: "see ticket #12 and more"',
    warning: true,
  },
  {
    mistake: 'a text that begins with a number sign',
    yaml: 'practices:\n  1.1:\n    note: «#»fff\n',
    code: 'comment-in-text',
    says: 'nothing is read here: the "#" begins a comment; write note: "#fff"',
    warning: true,
  },
  {
    mistake: 'a number sign in an entry of a list',
    yaml: 'assessment:\n  date: 2026-06-30\n  assessors:\n    - Team «#»2\n',
    code: 'comment-in-text',
    says: 'write "Team #2"',
    warning: true,
  },
  {
    mistake: 'an assessment in the future',
    yaml: 'assessment: { date: «2036-11-24» }\n',
    code: 'future-date',
    says: 'the assessment is dated 2036-11-24, after today (2026-11-24)',
    warning: true,
  },
  {
    mistake: 'fields of a practice at the column of its number',
    yaml: 'practices:\n  1.1:\n  «level»: 3\n  note: x\n  owner:\n',
    code: 'unknown-element',
    says: '"level" stands beside "1.1", but belongs below it; indent "level" more than "1.1"',
  },
  {
    mistake: 'a field of a practice without an element',
    yaml: 'practices:\n  «level»: 3\n',
    code: 'unknown-element',
    says: "write the element's number above it",
  },
  {
    mistake: 'an address instead of evidence',
    yaml: 'practices: { 1.1: { evidence: [«"https://intranet/x"»] } }\n',
    code: 'wrong-type',
    says: 'write { url: https://intranet/x, kind: record }',
  },
  ...(
    [
      ['n/a', 'write notApplicable: { kind: not-relevant, reason: … }'],
      ['tbd', 'take the line out'],
      ['3-4', 'write one of them: 3 or 4'],
      ['2,5', 'write 2 or 3'],
      ['3\u200b', 'delete the invisible character U+200B'],
    ] as const
  ).map(([level, says]) => ({
    mistake: `level ${JSON.stringify(level)}`,
    yaml: `practices:\n  1.1:\n    level: «${level}»\n`,
    code: 'wrong-number',
    says,
  })),
  {
    mistake: 'an equals sign for a colon',
    yaml: 'practices:\n  1.1:\n    «level = 3»\n',
    code: 'wrong-type',
    says: 'write level: 3',
  },
  {
    mistake: 'y as an answer',
    yaml: 'practices: { 2.2: { criteria: { 1a: «y» } } }\n',
    code: 'wrong-value',
    says: 'did you mean "yes"?',
  },
  ...(
    [
      ['31.01.2026', 'write 2026-01-31'],
      ['31/01/2026', 'write 2026-01-31'],
      ['01/31/2026', 'write 2026-01-31'],
      ['1/2/2026', 'write 2026-02-01 or 2026-01-02'],
    ] as const
  ).map(([date, says]) => ({
    mistake: `date ${date}`,
    yaml: practice(`{ reviewed: «${date}» }`),
    code: 'wrong-date',
    says,
  })),
  {
    mistake: 'criteria as a list',
    yaml: 'practices:\n  2.2:\n    «criteria»:\n      - 1a: yes\n      - 2a: no\n',
    code: 'wrong-type',
    says: 'write its lines without "- "',
  },
  {
    mistake: 'another edition, whose numbers and words mean other things',
    yaml: 'framework: «small:2»\npractices: { 7.7: {}, 2.2: { criteria: { 9z: yes } } }\nweights: { principles: { x: 1 } }\n',
    code: 'other-framework',
    says: 'is written for "small:2"',
  },
]

const meaning: Case[] = [
  {
    mistake: 'another edition',
    yaml: 'framework: «small:2»\n',
    code: 'other-framework',
    says: 'is written for "small:2" and read with "small:1"',
  },
  {
    mistake: 'a pack without its edition',
    yaml: 'framework: «Small»\n',
    code: 'other-framework',
    says: 'write small:1',
  },
  {
    mistake: 'another pack, whose numbers say nothing here',
    yaml: 'framework: «other:9»\npractices: { 7.7: {}, 8.8: {} }\n',
    code: 'other-framework',
    says: 'else give its pack with --pack',
  },
  {
    mistake: 'a heading',
    yaml: 'practices: { «2.1»: { level: 2 } }\n',
    code: 'unknown-element',
    says: '2.1 is a heading; its elements are 2.1.1 and 2.1.2',
  },
  {
    mistake: 'a top heading',
    yaml: 'practices: { «"3"»: { level: 2 } }\n',
    code: 'unknown-element',
    says: '3 is a heading; its elements are 3.1, 3.2 and 3.10',
  },
  {
    mistake: 'a heading that became another number',
    yaml: 'practices: { «2.10»: { level: 2 } }\n',
    code: 'unknown-element',
    says: '"2.10" is not an element; 2.1 is a heading',
  },
  {
    mistake: 'a number of a neighbouring document',
    yaml: 'practices: { «1.4»: { level: 2 } }\n',
    code: 'unknown-element',
    says: '"1.4" is not an element here; in Sister 2:2024 it is "Culture"; here that is 2.1.1 (People)',
  },
  {
    mistake: 'a number with no counterpart',
    yaml: 'practices: { «9.9»: { level: 2 } }\n',
    code: 'unknown-element',
    says: '"Changes"; No counterpart here.',
  },
  {
    mistake: 'a number too deep',
    yaml: 'practices: { «2.2.1»: { level: 2 } }\n',
    code: 'unknown-element',
    says: 'did you mean "2.2 (Trials)"?',
  },
  {
    mistake: 'a number with words',
    yaml: 'practices: { «clause 2.1.1»: { level: 2 } }\n',
    code: 'unknown-element',
    says: 'did you mean "2.1.1"?',
  },
  {
    mistake: 'a number with a zero in front',
    yaml: 'practices: { «01.1»: { level: 2 } }\n',
    code: 'unknown-element',
    says: 'did you mean "1.1"?',
  },
  {
    mistake: 'a title instead of a number',
    yaml: 'practices: { «leadership»: { level: 2 } }\n',
    code: 'unknown-element',
    says: 'did you mean "1.1" (Leadership)?',
  },
  {
    mistake: 'a number like others',
    yaml: 'practices: { «2.1.3»: { level: 2 } }\n',
    code: 'unknown-element',
    says: '2.1 is a heading; its elements are 2.1.1 and 2.1.2',
  },
  {
    mistake: 'a number like another',
    yaml: 'practices: { «3.3»: { level: 2 } }\n',
    code: 'unknown-element',
    says: 'did you mean "3.1" or "3.2"?',
  },
  {
    mistake: 'a target for no element',
    yaml: 'targets: { elements: { «1.9»: 2 } }\n',
    code: 'unknown-element',
    says: 'did you mean',
  },
  {
    mistake: 'a target for no principle',
    yaml: 'targets: { principles: { «peple»: 2 } }\n',
    code: 'unknown-principle',
    says: 'did you mean "people"?',
  },
  {
    mistake: 'a weight for no principle',
    yaml: 'weights: { principles: { «culture»: 2 } }\n',
    code: 'unknown-principle',
    says: 'the principles are direction, people and learning',
  },
  {
    mistake: 'a weight above 100',
    yaml: 'weights: { principles: { people: «101» } }\n',
    code: 'wrong-number',
    says: 'weight of principle people must be a whole number from 0 to 100',
  },
  {
    mistake: 'no weight at all',
    yaml: 'weights: { «principles»: { direction: 0, people: 0, learning: 0 } }\n',
    code: 'no-weight',
    says: 'every principle weighs 0',
  },
  {
    mistake: 'no such criterion',
    yaml: 'practices: { 2.2: { criteria: { 1a: yes, «2c»: no } } }\n',
    code: 'unknown-criterion',
    says: 'did you mean "2a" or "2b"?',
  },
  {
    mistake: 'excluding what cannot be',
    yaml: practice('{ «notApplicable»: { kind: not-relevant, reason: Too small } }'),
    code: 'cannot-be-excluded',
    says: 'practice 1.1 cannot be not applicable',
  },
  {
    mistake: 'not applicable and a level',
    yaml: 'practices: { 1.2: { level: 2, «notApplicable»: { kind: inherited, reason: Parent } } }\n',
    code: 'conflict',
    says: 'is not applicable and has a level',
  },
  {
    mistake: 'not applicable and criteria',
    yaml: 'practices: { 1.2: { criteria: { 1a: yes }, «notApplicable»: { kind: inherited, reason: Parent } } }\n',
    code: 'conflict',
    says: 'is not applicable and has criteria',
  },
  {
    mistake: 'a level that the criteria exclude',
    yaml: 'practices: { 2.2: { level: «4», criteria: { 1a: yes, 2a: no } } }\n',
    code: 'criteria-win',
    says: 'is 4, but its criteria leave only 1',
    warning: true,
  },
  {
    mistake: 'no criterion that applies',
    yaml: 'practices: { 2.2: { «criteria»: { 1a: not-applicable, 2a: not-applicable, 2b: not-applicable, 3a: not-applicable, 4a: not-applicable, 5a: not-applicable } } }\n',
    code: 'nothing-asked',
    says: 'no criterion of practice 2.2 applies',
  },
  {
    mistake: 'evidence from the future',
    yaml: evidence('{ file: a, kind: record, date: «2026-07-02» }'),
    code: 'future-date',
    says: 'evidence 1 of practice 1.1 is dated 2026-07-02, after the day of the assessment (2026-06-30)',
    warning: true,
  },
  {
    mistake: 'reviewed in the future',
    yaml: practice('{ level: 1, reviewed: «2027-01-01» }'),
    code: 'future-date',
    says: 'was reviewed on',
    warning: true,
  },
  {
    mistake: 'measured in the future',
    yaml: 'indicators: [{ id: a, title: b, last: «2027-01-01» }]\n',
    code: 'future-date',
    says: 'was last measured on',
    warning: true,
  },
  {
    mistake: 'an initiative that is yet to start',
    yaml: 'initiatives: [{ id: a, title: T, status: active, started: «2027-01-01» }]\n',
    code: 'future-date',
    says: 'initiative 1 started on 2027-01-01, after the day of the assessment',
    warning: true,
  },
  {
    mistake: 'the same id twice',
    yaml: 'risks:\n  - { id: r1, title: a }\n  - { id: «r1», title: b }\n',
    code: 'duplicate-id',
    says: 'the id "r1" is used twice in risks',
  },
  {
    mistake: 'an invisible character in an id',
    yaml: 'risks:\n  - { id: «"r\\u202e1"», title: a }\n',
    code: 'bad-id',
    says: '\\u{202e}',
  },
  {
    mistake: 'an objective that is not there',
    yaml: 'objectives: [{ id: grow, title: Grow }]\ninitiatives: [{ id: a, title: b, objective: «grwo» }]\n',
    code: 'dangling-reference',
    says: 'did you mean "grow"?',
  },
  {
    mistake: 'an objective where there are none',
    yaml: 'initiatives: [{ id: a, title: b, objective: «grow» }]\n',
    code: 'dangling-reference',
    says: 'write the id of an entry of "objectives:"',
  },
  {
    mistake: 'based on a heading',
    yaml: 'objectives: [{ id: a, title: b, basedOn: [1.1, «2.1»] }]\n',
    code: 'dangling-reference',
    says: '2.1 is a heading',
  },
  {
    mistake: 'ended before it started',
    yaml: 'initiatives: [{ id: a, title: b, started: 2026-03-01, ended: «2026-02-01» }]\n',
    code: 'backwards',
    says: 'before it started on 2026-03-01',
  },
  {
    mistake: 'a waiver of everything',
    yaml: 'waivers: [{ finding: «"*"», reason: We accept all of it, owner: me, until: 2027-01-01 }]\n',
    code: 'bad-waiver',
    says: 'write it as the assessment prints it: rule@element',
  },
  {
    mistake: 'a waiver about no element',
    yaml: 'waivers: [{ finding: «a/b@1.9», reason: We accept all of it, owner: me, until: 2027-01-01 }]\n',
    code: 'bad-waiver',
    says: 'about an unknown element',
  },
  {
    mistake: 'a waiver without a real reason',
    yaml: 'waivers: [{ finding: a/b@1.1, reason: «later», owner: me, until: 2027-01-01 }]\n',
    code: 'bad-waiver',
    says: 'at least 15 characters',
  },
  {
    mistake: 'the same waiver twice',
    yaml: 'waivers:\n  - { finding: a/b@1.1, reason: Accepted by the board, owner: me, until: 2027-01-01 }\n  - { finding: «a/b@1.1», reason: Accepted by the board, owner: me, until: 2027-01-01 }\n',
    code: 'duplicate-id',
    says: 'is waived twice',
  },
  {
    mistake: 'a waiver that ends soon',
    yaml: 'waivers: [{ finding: a/b@organization, reason: Accepted by the board, owner: me, until: «2026-07-30» }]\n',
    code: 'waiver-ends-soon',
    says: 'waiver 1 holds until 2026-07-30; after that day its finding counts again',
    warning: true,
  },
  {
    mistake: 'a waiver for longer than anybody remembers',
    yaml: 'waivers: [{ finding: a/b@organization, reason: Accepted by the board, owner: me, until: «2027-08-05» }]\n',
    code: 'long-waiver',
    says: 'more than 400 days from 2026-06-30',
    warning: true,
  },
  {
    mistake: 'a plan further ahead than a plan counts',
    yaml: 'practices:\n  1.1:\n    level: 0\n    planned: «2999-12-31»\n',
    code: 'plan-too-far',
    says: 'more than 12 months from 2026-06-30',
    warning: true,
  },
  {
    mistake: 'a digest in capitals',
    yaml: 'practices:\n  1.1:\n    evidence: [{ file: a.md, kind: record, sha256: «0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF» }]\n',
    code: 'wrong-value',
    says: 'write 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
  },
  {
    mistake: 'a digest with its name before it',
    yaml: 'practices:\n  1.1:\n    evidence: [{ file: a.md, kind: record, sha256: «"sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"» }]\n',
    code: 'wrong-value',
    says: 'write 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
  },
  {
    mistake: 'a digest cut short',
    yaml: 'practices:\n  1.1:\n    evidence: [{ file: a.md, kind: record, sha256: «0123456789abcdef0123456789abcdef01234567» }]\n',
    code: 'wrong-value',
    says: 'it has 40 of them',
  },
  {
    mistake: 'a digest that is none',
    yaml: 'practices:\n  1.1:\n    evidence: [{ file: a.md, kind: record, sha256: «see above» }]\n',
    code: 'wrong-value',
    says: 'sha256 of evidence 1 of practice 1.1 must be 64 digits from 0 to 9 and a to f, not "see above"; sha256sum prints it',
  },
  {
    mistake: 'a digest under another name',
    yaml: 'practices:\n  1.1:\n    evidence: [{ file: a.md, kind: record, «checksum»: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef }]\n',
    code: 'unknown-key',
    says: 'did you mean "sha256"?',
  },
  {
    mistake: 'a digest of an address',
    yaml: 'practices:\n  1.1:\n    evidence: [{ url: https://example.org, kind: record, «sha256»: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef }]\n',
    code: 'digest-without-file',
    says: 'has a digest, and an address has none',
  },
  {
    mistake: 'an expired waiver',
    yaml: 'waivers: [{ finding: a/b@organization, reason: Accepted by the board, owner: me, until: «2026-06-29» }]\n',
    code: 'expired-waiver',
    says: 'held until 2026-06-29',
    warning: true,
  },
  ...(
    [
      ['../../etc/passwd', 'leads out'],
      ['a/../../b', 'leads out'],
      ['/etc/passwd', 'absolute'],
      ['C:\\x', 'a drive'],
      ['c:x', 'a drive'],
      ['\\\\srv\\x', 'network share'],
      ['//srv/x', 'network share'],
      ['file:///etc/passwd', 'is an address'],
      ['https://a.example/b', 'with "url:"'],
      ['~/.ssh/id', 'home folder'],
      ['CON', 'Windows reserves'],
      ['a/nul.txt', 'Windows reserves'],
      ['x:ads', 'a drive'],
      ['report.md:ads', 'a colon'],
      ['evidence\\a.md', 'write evidence/a.md'],
    ] as const
  ).map(([file, says]) => ({
    mistake: `file ${file}`,
    yaml: evidence(`{ kind: record, file: «'${file}'» }`),
    code: 'bad-path',
    says,
  })),
  {
    mistake: 'NUL in a path',
    yaml: evidence('{ kind: record, file: «"a\\0b"» }'),
    code: 'bad-path',
    says: 'control character',
  },
  ...(
    [
      ['ftp://a.example', 'does not begin with'],
      ['javascript:alert(1)', 'does not begin with'],
      ['minutes.md', 'cite a file with "file:"'],
      ['https://a.example/a b', 'a space'],
      ['https://', 'not a web address'],
    ] as const
  ).map(([url, says]) => ({
    mistake: `url ${url}`,
    yaml: evidence(`{ kind: record, url: «'${url}'» }`),
    code: 'bad-url',
    says,
  })),
]

describe('one mistake gives one diagnostic', () => {
  it.each([...shape, ...newcomers, ...meaning])('$mistake', ({ yaml, without, code, says, warning }) => {
    const { text, places } = unmark(complete(yaml, without))
    const { diagnostics } = check(text, { today: '2026-11-24', ruleIds: ['practice/below-target', 'a/b'] })
    expect(diagnostics).toHaveLength(1)
    const [only] = diagnostics
    expect(only!.code).toBe(`description/${code}`)
    expect(`${only!.message}; ${only!.hint ?? ''}`).toContain(says)
    expect(only!.severity).toBe(warning ? 'warning' : 'error')
    expect(placeOf(only!)).toBe(places[0] ?? `1:1-${text.indexOf(':') + 1}`)
  })

  it('never speaks the language of validators', () => {
    for (const { yaml, without } of [...shape, ...newcomers, ...meaning]) {
      const { diagnostics } = check(unmark(complete(yaml, without)).text)
      const said = diagnostics.map(({ message, hint }) => `${message} ${hint}`).join('\n')
      expect(said).not.toMatch(/oneOf|anyOf|instancePath|must match|schema is invalid|additional propert/i)
    }
  })

  it('says nothing of real comments', () => {
    const text =
      'practices:\n  1.1: # first\n    note: C# and a#b # really\n    practice: x ## y\n    level: 3 #12\n'
    expect(check(complete(text)).diagnostics).toEqual([])
  })

  it('names both places of a duplicate key', () => {
    const { diagnostics } = check(complete('risks:\n  - { id: r1, title: a }\n  - { id: r1, title: b }\n'))
    expect(diagnostics[0]!.related).toMatchObject([
      { message: 'first used here', location: { line: 6, column: 11 } },
    ])
  })

  it('asks for a day where none is given', () => {
    const text = complete('', ['assessment'])
    const { description, diagnostics } = check(text)
    expect(description).toBeUndefined()
    expect(diagnostics.map(({ code }) => code)).toEqual(['description/no-date'])
    expect(check(text, { today: '2026-01-01' }).description?.asOf).toBe('2026-01-01')
    expect(check(complete(''), { today: '2020-01-01' }).description?.asOf).toBe('2026-06-30')
    expect(check(complete(''), { asOf: '2025-01-01' }).description?.asOf).toBe('2025-01-01')
    expect(check(complete(''), { asOf: 'tomorrow' }).diagnostics.map(({ code }) => code)).toEqual([
      'description/no-date',
    ])
  })
})
