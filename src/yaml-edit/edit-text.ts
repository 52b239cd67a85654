/**
 * Changes a practice description so that only the lines of the answer change. Every result was read again and says exactly
 * what was meant: nothing else is ever returned.
 */
import type { DocumentNode, Path } from '../types/document.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import type { Edit, Edited, EditValue } from './edit.ts'
import { EditRefused } from './edit-refused.ts'
import { type Data, dataAfter, dataOf, dataOfValue, isList, isSameData } from './plain-data.ts'
import { rewriteText } from './rewrite-text.ts'
import { applySplices } from './splice.ts'
import { spliceEdit } from './splice-edit.ts'
import { isFlow, isNotWritten, walk } from './spot.ts'
import { isCompact, isScalar } from './write-value.ts'

/**
 * Applies the edits one after another. Throws `EditRefused` where no text can be proven to read as meant, and where the text
 * given cannot be read.
 */
export function editText(text: string, edits: readonly Edit[]): Edited {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  // Both line ends mean the same to every reader, and LF is read several times as fast.
  const isWindows = text.includes('\r') && !/\r(?!\n)|(?<!\r)\n/.test(text)
  const { text: edited, how } = editLines(isWindows ? text.replaceAll('\r\n', '\n') : text, edits)
  return { text: mark + (isWindows ? edited.replaceAll('\n', '\r\n') : edited), how }
}

/** Leaves a byte order mark out. */
function editLines(text: string, edits: readonly Edit[]): Edited {
  let current = readOrRefuse(text)
  let how: Edited['how'] = 'spliced'
  for (const edit of edits) {
    const expected = dataAfter(dataOf(current.root), edit.path, edit.value)
    const spliced = splice(current, edit)
    if (spliced && isSameData(dataOf(spliced.root), expected)) current = spliced
    else {
      current = writeAnew(current, edit, expected)
      how = 'rewritten'
    }
  }
  latest = current
  return { text: current.text, how }
}

export interface Readable {
  readonly text: string
  readonly root: DocumentNode
}

/** What came out last is most often what is edited next, and reading is most of the work. */
let latest: Readable | undefined

/** Without the byte order mark. */
export function readOrRefuse(given: string): Readable {
  const text = given.replace(/^\ufeff/, '')
  if (latest?.text === text) return latest
  const { root, diagnostics } = readYaml(text, 'the text')
  const wrong = diagnostics.find(({ severity }) => severity === 'error')
  if (root && !wrong) return { text, root }
  const place = wrong?.location === undefined ? '' : ` in line ${wrong.location.line}`
  throw new EditRefused(`the file cannot be edited before it can be read${place}: ${wrong?.message}`)
}

function read(text: string): Readable | undefined {
  const { root, diagnostics } = readYaml(text, 'the text')
  return root && diagnostics.every(({ severity }) => severity !== 'error') ? { text, root } : undefined
}

function splice(start: Readable, edit: Edit): Readable | undefined {
  let current: Readable | undefined = start
  for (const step of smallestEdits(start.root, edit)) {
    const splices = spliceEdit(current.root, step)
    current = splices && read(applySplices(current.text, splices))
    if (!current) return undefined
  }
  return current
}

function writeAnew({ text }: Readable, edit: Edit, expected: Data): Readable {
  const written = read(rewriteText(text, edit))
  if (written && isSameData(dataOf(written.root), expected)) return written
  throw new EditRefused(
    'the answer cannot be written so that it reads back as given; the file was left as it is',
  )
}

/** In an order in which each can be applied after the others: what is new, then what goes, from the last. */
function smallestEdits(root: DocumentNode, edit: Edit): readonly Edit[] {
  const { spot, rest } = walk(root, edit.path)
  if (edit.value === undefined || rest.length > 0) return [edit]
  return differences(spot.node, edit.path, edit.value, edit)
}

function differences(node: DocumentNode, path: Path, value: EditValue, edit: Edit): readonly Edit[] {
  if (isSameData(dataOf(node), dataOfValue(value))) return []
  if (isScalar(value)) return [{ ...edit, path, value }]
  if (isNotWritten(node) && !isList(value) && !isCompact(value, path, 0))
    return Object.entries(value).map(([key, inner]) => ({ path: [...path, key], value: inner }))
  if (node.kind === 'mapping' && node.entries.length > 0 && !isList(value)) {
    const names = new Map(node.entries.map((entry) => [entry.name, entry.value]))
    const wanted = Object.entries(value)
    const gone = node.entries.filter(({ name }) => !Object.hasOwn(value, name))
    // Where the key on the line of a dash goes, it is another item.
    const isOther = typeof path[path.length - 1] === 'number' && gone[0] === node.entries[0]
    if (!isOther && (wanted.length > 0 || !isFlow(node))) {
      return [
        ...wanted.flatMap(([key, inner]) => {
          const below = names.get(key)
          const at = [...path, key]
          return below ? differences(below, at, inner, edit) : [{ path: at, value: inner }]
        }),
        ...gone.map(({ name }) => ({ path: [...path, name], value: undefined })).reverse(),
      ]
    }
  }
  if (node.kind === 'sequence' && node.items.length > 0 && isList(value) && value.length > 0)
    return listDifferences(node.items, path, value, edit)
  return [{ ...edit, path, value }]
}

function listDifferences(
  items: readonly DocumentNode[],
  path: Path,
  value: readonly EditValue[],
  edit: Edit,
): readonly Edit[] {
  const old = items.map(dataOf)
  const wanted = value.map(dataOfValue)
  const most = Math.min(old.length, wanted.length)
  let same = 0
  while (same < most && isSameData(old[same], wanted[same])) same++
  let tail = 0
  while (tail < most - same && isSameData(old[old.length - 1 - tail], wanted[wanted.length - 1 - tail]))
    tail++
  const gone = Math.max(0, old.length - wanted.length)
  const kept = gone > 0 ? wanted.length - tail : most
  const changed = value.slice(same, kept)
  return [
    ...changed.flatMap((item, index) =>
      differences(items[same + index]!, [...path, same + index], item, edit),
    ),
    ...value.slice(old.length).map((item, index) => ({ path: [...path, old.length + index], value: item })),
    ...Array.from({ length: gone }, (_, index) => ({
      path: [...path, kept + gone - 1 - index],
      value: undefined,
    })),
  ]
}
