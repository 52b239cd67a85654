/**
 * Changes a practice description so that only the lines of the answer change. Every result was read again and says exactly
 * what was meant: nothing else is ever returned.
 */
import type { DocumentNode } from '../types/document.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import type { Edit, Edited } from './edit.ts'
import { EditRefused } from './edit-refused.ts'
import { type Data, dataAfter, dataOf, isSameData } from './plain-data.ts'
import { smallestEdits } from './smallest-edits.ts'
import { applySplices } from './splice.ts'
import { spliceEdit } from './splice-edit.ts'

type Rewriter = (text: string, edit: Edit) => string

let rewrite: Rewriter | undefined

/** Makes known what writes a text anew where no splice can be proven; `loadEditing` does it. */
export function useRewriter(rewriter: Rewriter): void {
  rewrite = rewriter
}

/** Thrown where a text has to be written anew and nothing that can was made known: `loadEditing`, then edit again. */
export class NeedsRewriter extends Error {
  override readonly name = 'NeedsRewriter'
}

/**
 * The edits hold one after another. Throws `EditRefused` where no text can be proven to read as meant, and where the text
 * given cannot be read; `NeedsRewriter` and `NeedsFullReader` where `loadEditing` was not awaited.
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
  if (!rewrite) throw new NeedsRewriter()
  const written = read(rewrite(text, edit))
  if (written && isSameData(dataOf(written.root), expected)) return written
  throw new EditRefused(
    'the answer cannot be written so that it reads back as given; the file was left as it is',
  )
}
