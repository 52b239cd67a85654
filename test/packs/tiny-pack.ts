/** A whole pack in a few lines, and what loads it and overlays from texts. */
import { loadPack } from '../../src/load-pack.ts'
import type { PackFolder } from '../../src/packs/pack-folder.ts'
import { readYaml } from '../../src/yaml/read-yaml.ts'

const levels = ['absent', 'initial', 'developing', 'established', 'managed', 'improving']
const anchors = levels.map((name, level) => `    ${level}: It is ${name}.`).join('\n')
const steps = [1, 2, 3, 4, 5]
  .map(
    (level) =>
      `    ${level}: { do: [Go on to ${level}.], shows: [Seen at ${level}.], effort: { low: 1, likely: 2, high: 3 } }`,
  )
  .join('\n')

const element = (id: string, title: string, more = '') => `${id}:
  title: ${title}
  stage: plan
  principle: { main: one }
  importance: 3
  freshness: 12
  purpose: What it is for.
  question: Is it there?
  anchors:
${anchors}
${more}  steps:
${steps}
`

export const tinyPack: Readonly<Record<string, string>> = {
  'pack.yaml': `format: 1
id: tiny
edition: "1"
version: 1.0.0
title: A tiny pack
levels:
${levels.map((name, level) => `  ${level}: { name: ${name}, about: It is ${name}. }`).join('\n')}
clauses:
  "1": First
stages: [plan]
scoring: { mainWeight: 2, alsoWeight: 1, coverage: 70, evidence: { none: 1, document: 2, interview: 3, record: 4, result: 5 } }
ranking:
  severity: { high: 3, medium: 2, low: 1 }
  confidence: { firm: 3, likely: 2, hint: 1 }
  urgencyDivisor: 12
  gate: { from: 3, foundation: 2 }
  plainGap: plain/gap
  tieTolerance: 5
  lists: { first: 5, foundations: 2, quickWins: 3, quickWinDays: 5 }
sizes: { micro: 40, small: 70, medium: 100, large: 160 }
profiles:
  - { id: all, title: Everybody, for: {}, default: 3 }
`,
  'principles.yaml': 'one: { title: One, statement: The only one. }\n',
  'elements/1.yaml':
    element('1.1', 'Lead', '  foundation: true\n  criteria: { 1a: A, 2a: B, 3a: C, 4a: D, 5a: E }\n') +
    element('1.2', 'Follow', '  needs: [{ element: 1.1, why: Somebody leads. }]\n'),
  'rules/1.yaml': `- id: plain/gap
  about: this
  each: elements
  fires: { level: { of: this, belowTarget: true } }
  severity: low
  confidence: firm
  title: Below
  message: "{this} is at {this.level}."
  why: Because.
  otherwise: Perhaps not.
  check: Look.
  examples:
    - { given: { 1.1: 1 }, at: 1.1, outcome: gap }
    - { given: { 1.1: 3 }, at: 1.1, outcome: clear }
    - { given: {}, at: 1.1, outcome: not-evaluated }
`,
}

function folderOf(name: string, files: Readonly<Record<string, string>>): PackFolder {
  return {
    name,
    files: Object.entries(files).map(([path, text]) => {
      const bytes = Buffer.from(text)
      const { root, diagnostics } = readYaml(bytes, `${name}/${path}`, { anyRoot: true })
      if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join())
      return { path, root, bytes }
    }),
  }
}

/** The tiny pack with some files changed by replacing text; a replacement that finds nothing is an error. */
export function load(
  changes: Readonly<Record<string, readonly [from: string, to: string]>> = {},
  ...overlays: Readonly<Record<string, string>>[]
) {
  const files: Record<string, string> = { ...tinyPack }
  for (const [path, [from, to]] of Object.entries(changes)) {
    if (!files[path]?.includes(from)) throw new Error(`${path} has no ${from}`)
    files[path] = files[path]!.replace(from, to)
  }
  return loadPack([
    folderOf('tiny', files),
    ...overlays.map((overlay, index) => folderOf(`over${index + 1}`, overlay)),
  ])
}
