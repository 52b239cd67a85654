/** The lines of a file before and after an edit without blank ones and those of the answer: the same where the edit kept to them. */
import type { DocumentNode, Path } from '../../src/types/document.ts'
import { readYaml } from '../../src/yaml/read-yaml.ts'
import type { Edit } from '../../src/yaml-edit/edit.ts'

interface Outside {
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** How many blank lines more there are on one side, counted outside of the answer. */
  readonly blank: number
  /** Lines of the answer, with what git counts beside them: a blank line that sets it off, a last line without end. */
  readonly added: number
  readonly removed: number
}

export function linesOutside(before: string, after: string, edit: Edit): Outside {
  const path = answerPath(rootOf(before), rootOf(after), edit)
  const isNew = edit.value !== undefined && isNothingAt(rootOf(before), path)
  const [old, made] = [cut(before, path, isNew), cut(after, path, isNew)]
  const answered = exampleLines(before, edit)
  const rest = old.lines.filter((line) => !answered.includes(line))
  const lastLine = before.endsWith('\n') ? 0 : 1
  return {
    before: normal(rest),
    after: normal(withoutRemarks(made.lines, rest, old.inOwn)),
    blank: Math.abs(countBlank(rest) - countBlank(made.lines)),
    added: made.inOwn.length + 1 + lastLine,
    removed: old.inOwn.length + answered.length + 1 + lastLine,
  }
}

/** Remarks on lines of their own outlive what they stood in: those are no lines outside of the answer. */
function withoutRemarks(
  lines: readonly string[],
  outside: readonly string[],
  answer: readonly string[],
): readonly string[] {
  const left = [...outside]
  const remarks = answer.filter((line) => /^\s*#/.test(line))
  return lines.filter((line) => {
    const [known, remark] = [left.indexOf(line), remarks.indexOf(line)]
    if (known >= 0) left.splice(known, 1)
    else if (remark >= 0) remarks.splice(remark, 1)
    return known >= 0 || remark < 0
  })
}

function countBlank(lines: readonly string[]): number {
  return lines.filter((line) => line.trim() === '').length
}

const roots = new Map<string, DocumentNode>()

function rootOf(text: string): DocumentNode {
  const root = roots.get(text) ?? readYaml(text, 'file').root!
  if (roots.size > 50) roots.clear()
  roots.set(text, root)
  return root
}

/** The path of what the edit may touch as a whole: brackets around it, else what is new, else what it leads to. */
function answerPath(before: DocumentNode, after: DocumentNode, { path, value }: Edit): Path {
  for (const root of [before, after]) {
    let node: DocumentNode | undefined = root
    for (const [index, step] of path.entries()) {
      if (node.kind !== 'scalar' && /[[{]/.test(node.source.text[node.start]!)) return path.slice(0, index)
      node = childOf(node, step)
      if (node === undefined) {
        if (root === after && value !== undefined) throw new Error('the answer is missing')
        if (root === before) return path.slice(0, index + 1)
        break
      }
    }
  }
  return path
}

function childOf(node: DocumentNode, step: string | number): DocumentNode | undefined {
  if (node.kind === 'sequence') return node.items[Number(step)]
  return node.kind === 'mapping' ? node.entries.find(({ name }) => name === step)?.value : undefined
}

interface Cut {
  readonly lines: readonly string[]
  readonly inOwn: readonly string[]
}

function isNothingAt(root: DocumentNode, path: Path): boolean {
  const node = path.reduce<DocumentNode | undefined>((found, step) => found && childOf(found, step), root)
  return node === undefined || (node.kind === 'scalar' && node.text === '')
}

/** With `keepsComments`, those on lines of their own within the answer stay: nothing stood there that they belong to. */
function cut(text: string, path: Path, keepsComments: boolean): Cut {
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line, index) => `${line}${exampleOf(line) ? ` ${index}` : ''}`)
  let node = rootOf(text)
  let [start, end] = [-1, -1]
  for (const step of path) {
    const entry = node.kind === 'mapping' ? node.entries.find(({ name }) => name === step) : undefined
    const next = entry?.value ?? childOf(node, step)
    if (!next) return { lines, inOwn: [] }
    start = (entry?.key ?? next).start
    end = Math.max(next.end, entry?.key.end ?? 0)
    node = next
  }
  const lineOf = (offset: number) => node.source.text.slice(0, offset).split('\n').length - 1
  const [first, last] = [lineOf(start), lineOf(end)]
  const isOwn = (line: string, index: number) => {
    if (index < first || index > last) return false
    const offset = node.source.lineStarts[index]!
    return !keepsComments || !/^\s*#/.test(line) || isInText(node, offset)
  }
  return {
    lines: lines.filter((line, index) => !isOwn(line, index)),
    inOwn: lines.filter(isOwn),
  }
}

function isInText(node: DocumentNode, offset: number): boolean {
  if (node.kind === 'scalar') return node.start < offset && offset <= node.end
  const children = node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.items
  return children.some((child) => isInText(child, offset))
}

const examples = [
  '# level: 0',
  '# practice: What is done today, in a sentence.',
  '# evidence: [{ file: path/to/proof.md, kind: record, date: 2026-01-31 }]',
  '# owner: Role',
  '# sector: manufacturing',
  '# targets:',
  '#   default: 3',
  '# innovation:',
  '#   types: [product, service]',
]

function exampleOf(line: string): string | undefined {
  return examples.find((one) => line.trim().startsWith(one))
}

/** Commented-out examples of a draft that the answer takes the place of, with the number of their line. */
function exampleLines(text: string, { path, value }: Edit): string[] {
  const lines = text.replace(/^\ufeff/, '').split('\n')
  const isPractice = path[0] === 'practices'
  const from = isPractice ? lines.findIndex((line) => line.trimEnd() === `  ${path[1]}:`) : 0
  const deeper = typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : []
  const named = [...path.slice(isPractice ? 2 : 0), ...(path.length === 2 || !isPractice ? deeper : [])]
  const found: string[] = []
  if (value === undefined || from === -1) return found
  for (let index = from + 1; index < lines.length; index++) {
    if (isPractice && !/^ *#/.test(lines[index]!)) break
    const example = exampleOf(lines[index]!)
    if (example && named.includes(example.replace(/^#\s*/, '').split(':')[0]!))
      found.push(`${lines[index]} ${index}`)
  }
  return found
}

/** Without the numbers of examples. */
function normal(lines: readonly string[]): readonly string[] {
  const written = lines.filter((line) => line.trim() !== '')
  return written.map((line, index) => {
    const plain = exampleOf(line) ? line.replace(/ \d+$/, '') : line
    return index === written.length - 1 ? plain.replace(/\r$/, '') : plain
  })
}
