/** Twenty descriptions as people write them: the examples, drafts, and hand-made ones in every style. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtinPack } from '../../src/builtin.ts'
import { draftDescription } from '../../src/interview/draft-description.ts'

const example = (name: string) => readFileSync(join(import.meta.dirname, '../../examples', name), 'utf8')
const { framework, texts } = builtinPack()

export const draft = draftDescription(framework, texts(), {
  name: 'Harbour Pumps',
  kind: 'established',
  size: 'medium',
  date: '2026-11-24',
  schema: './ims-gap.schema.json',
})

export const elementIds: readonly string[] = framework.elements.map(({ id }) => id)

const fourSpaces = `# Four columns, as the editor of this team sets them.
ims-gap: 1
framework: iso-56002:2019
organization:
    name: Four Corners
    kind: established
    size: small
targets:
    default: 3
    principles:
        culture: 4
practices:
    # --- context ---

    4.1.1:
        level: 2
        practice: |
            Every February.
            # not a comment
              indented

    4.1.2:
        level: 3      # argued about
        evidence:
            -   file: a/b.md
                kind: record
                date: 2026-05-04

            -   url: https://example.org/x?y=1
                kind: document
        owner: 'Head of strategy'

    # --- later ---

    6.4:
        criteria:
            1a: yes
            2a: partly
    7.10:
        level: 1
`

const flow = `ims-gap: 1
framework: iso-56002:2019
organization: { name: Flowing, kind: start-up, size: micro }
targets: {default: 3, principles: {culture: 4}}
practices:
  4.1.1: { level: 2 }
  4.1.2: {level: 2, practice: "Scan, twice a year", evidence: [{file: a.md, kind: record}]}
  4.2: {}
  4.3: { level: 1, # first guess
         owner: Head of it,
         evidence: [
           { file: b.md, kind: document },   # old
           { file: c.md, kind: record }
         ] }
  6.1: { criteria: { 1a: yes, 2a: no } }
  7.8: { notApplicable: { kind: not-relevant, reason: none } }
  9.1.1: { level: 0, planned: 2027-01-31 }
`

const quoted = `"ims-gap": 1
"framework": "iso-56002:2019"
'organization':
  'name': 'It''s us'
  "kind": "temporary"
  size: small
"practices":
  "4.1.1":
    "level": 2
    "practice": "A \\"quoted\\" text: with a colon"
  "4.1.2":
    "level": 1
    "evidence":
    - "file": "x.md"
      "kind": "record"
  "7.10":
    "level": 3
`

const comments = `#
# Comments everywhere
#
ims-gap: 1 # format
framework: iso-56002:2019 # edition
# who
organization: # us
  # the name
  name: Remarks # legal name
  # the kind
  kind: established # for now
  size: large # 300
  # end of us
# what
practices: # all of them
  # context
  4.1.1: # first
    # how far
    level: 2 # see minutes
    # in a sentence
    practice: Something # else
    # proof
    evidence: # two
      # the first
      - file: a.md # old
        # kind of it
        kind: record # yes
      # the second
      - { url: https://example.org/, kind: document } # new
    # after the evidence
  # between
  4.1.2: # second
    # level: 4 was said in the workshop
    # ask Maria
  # before 4.2
  4.2: # third

    # with a gap above
    level: 0 # really

    owner: Somebody # or so
  # end of practices
# end of file
`

const oneColumn = `ims-gap: 1
framework: iso-56002:2019
organization:
 name: Narrow
 kind: start-up
 size: micro
practices:
 4.1.1:
  level: 1
  evidence:
  - file: a.md
    kind: record
 4.2:
  level: 2
  practice: >
   Folded over
   two lines

   and a paragraph.
 5.3:
  note: |+
   Kept blank lines.


 7.10:
  level: 3`

const markers = `
---
ims-gap: 1
framework: iso-56002:2019
organization:
  name: Marked
  kind: established
  size: small
practices:
  10.2:
    level: 1
  4.1.2:
    level: 1

  4.1.1:
    level: 2
    practice:
      A text on the
      lines below.
    owner:
      Somebody
    note: plain text that
      goes on
...
`

const bare = `ims-gap: 1
framework: iso-56002:2019
organization:
  name: Bare
  kind: established
  size: small
practices:`

const crlf = (text: string) => text.replaceAll('\n', '\r\n')

/** By name. */
export const realLookingFiles: ReadonlyMap<string, string> = new Map(
  [
    ...[
      'manufacturer.yaml',
      'large.yaml',
      'paper-only.yaml',
      'minimal.yaml',
      'public-laboratory.yaml',
      'start-up.yaml',
      'two-rounds/2025.yaml',
      'real/gitlab.yaml',
      'real/gds.yaml',
    ].map((name) => ({ name, text: example(name) })),
    { name: 'draft', text: draft },
    { name: 'draft with CRLF and byte order mark', text: `\ufeff${crlf(draft)}` },
    { name: 'four spaces', text: fourSpaces },
    { name: 'flow', text: flow },
    { name: 'quoted', text: quoted },
    { name: 'comments', text: comments },
    { name: 'one column', text: oneColumn },
    { name: 'markers', text: markers },
    { name: 'bare', text: bare },
    { name: 'start-up with CRLF', text: crlf(example('start-up.yaml')) },
    {
      name: 'mixed line ends',
      text: example('two-rounds/2026.yaml').replace(/\n/g, (_, at: number) => (at % 3 === 0 ? '\r\n' : '\n')),
    },
    { name: 'comments with CRLF, byte order mark and no end', text: `\ufeff${crlf(comments).trimEnd()}` },
  ].map(({ name, text }) => [name, text]),
)
