/** Plays a sitting from typed lines, without a terminal or a file: what was shown and typed, and the text that came out. */
import { describe } from '../../../src/assess.ts'
import { builtinPack } from '../../../src/builtin.ts'
import type { EditorRun } from '../../../src/cli/io/run-editor.ts'
import type { Front } from '../../../src/cli/prompts/front.ts'
import { plainParts } from '../../../src/cli/prompts/plain-front.ts'
import { richParts } from '../../../src/cli/prompts/rich-front.ts'
import { runSitting, type Saving } from '../../../src/cli/prompts/run-sitting.ts'
import type { Depth } from '../../../src/interview/depth.ts'
import type { Filters, State } from '../../../src/interview/loop/state.ts'
import type { Part } from '../../../src/interview/loop/view.ts'
import type { Pack } from '../../../src/types/framework.ts'
import { showSafely } from '../../../src/util/show.ts'
import { editText } from '../../../src/yaml-edit/edit-text.ts'
import { putBack } from '../../../src/yaml-edit/put-back.ts'

export interface Played {
  /** Lines shown and, behind their prompts, lines typed. */
  readonly shown: string
  readonly text: string
  readonly state: State
  readonly code: number
}

export interface Play {
  readonly depth?: Depth
  readonly filters?: Filters
  readonly pack?: Pack
  readonly rich?: boolean
  readonly width?: number
  /** Replaces saving: throws, or says what is wrong, or changes the text itself. */
  readonly saving?: (save: () => string, text: string) => string
  /** What an editor makes of a text. */
  readonly editor?: (text: string) => EditorRun
  /** What is shown at the end. */
  readonly closing?: (state: State) => readonly Part[]
}

/** Ends when the lines do, as at Ctrl-D. Every answer takes twenty seconds. */
export async function play(text: string, lines: readonly string[], options: Play = {}): Promise<Played> {
  const { depth = 'levels', filters = {}, pack = builtinPack(), rich = false } = options
  // Plain sentences stay whole, so that tests can look for them.
  const width = options.width ?? (rich ? 80 : 300)
  const today = '2026-11-24'
  const reading = { pack, file: 'org.yaml', today }
  let shown = ''
  let current = text
  const left = [...lines]
  const show = (parts: readonly Part[]) => {
    shown += rich ? richParts(parts, { color: false, unicode: true, width }) : plainParts(parts, width)
  }
  const front: Front = {
    show: async (parts) => show(parts),
    ask: async ({ label }) => {
      const line = left.shift()
      shown += `${rich ? `${label} > ` : `Your answer for ${label}: `}${showSafely(line ?? '^D').trimEnd()}\n`
      return line
    },
    edit: async (given) => options.editor!(given),
    close: () => {},
  }
  const file: Saving = {
    get text() {
      return current
    },
    read: async (given) => describe(given, reading).description!,
    save: async ({ edits, undoes }) => {
      const before = current
      const save = () =>
        undoes?.before ? putBack(before, edits, undoes.before).text : editText(before, edits).text
      current = options.saving ? options.saving(save, current) : save()
      const { diagnostics } = describe(current, reading)
      const wrong = diagnostics.find(({ severity }) => severity === 'error')
      if (wrong) throw new Error(`an answer made the file wrong: ${wrong.message}`)
      return { notices: [], ...(!options.saving && { before }) }
    },
    reopen: async () => {},
  }
  let clock = 0
  const setting = { ...reading, filters, isFile: (name: string) => name.startsWith('evidence/') }
  const { state, code } = await runSitting(setting, depth, file, front, () => {
    clock += 10_000
    return clock
  })
  if (options.closing) show(options.closing(state))
  return { shown, text: current, state, code }
}

/** Lines of `after` that are not in `before`, and the other way round, as a person would list them. */
export function changes(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const gone = old.filter((line) => !now.includes(line)).map((line) => `- ${line}`)
  const come = now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`)
  return [...gone, ...come].join('\n')
}
