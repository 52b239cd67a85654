/** What an answer adds until it is saved, and of what: editing, checking, writing. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from '../src/assess.ts'
import { openAnswerFile } from '../src/cli/io/answer-file.ts'
import { hasErrors } from '../src/diagnostics/diagnostic.ts'
import type { Edit } from '../src/yaml-edit/edit.ts'
import { editText } from '../src/yaml-edit/edit-text.ts'

interface Part {
  readonly name: string
  readonly milliseconds: number
  readonly bound?: number
}

/** Medians over `rounds` answers, given to a description in which every element is answered already. */
export async function measureAnswers(text: string, folder: string, rounds: number): Promise<Part[]> {
  const path = join(folder, 'answered.yaml')
  writeFileSync(path, text)
  const check = (changed: string) => {
    const { diagnostics } = describe(changed, { file: path, today: '2026-11-24' })
    return hasErrors(diagnostics) ? diagnostics : []
  }
  let cpu = 0
  const times = { whole: [] as number[], edit: [] as number[], check: [] as number[] }
  const file = openAnswerFile(path, { folder } as Parameters<typeof openAnswerFile>[1], check)
  for (let round = 0; round < rounds; round++) {
    const edits: Edit[] = [
      { path: ['practices', '6.4', 'level'], value: (round % 5) + 1 },
      { path: ['practices', '6.4', 'practice'], value: `What is done about it, round ${round}` },
    ]
    times.edit.push(timeOf(() => editText(file.text, edits)))
    times.check.push(timeOf(() => check(file.text)))
    const start = process.cpuUsage()
    times.whole.push(
      timeOf(() => {
        if (!file.save(edits).saved) throw new Error('the answer was refused')
      }),
    )
    const { user, system } = process.cpuUsage(start)
    cpu += (user + system) / 1000
    if (readFileSync(path, 'utf8') !== file.text) throw new Error('what was saved is not there')
  }
  file.close()
  return [
    { name: 'an answer until saved', milliseconds: median(times.whole), bound: 50 },
    { name: '  CPU time of that, on average', milliseconds: cpu / rounds },
    { name: '  editing the text', milliseconds: median(times.edit) },
    { name: '  checking the result', milliseconds: median(times.check) },
  ]
}

function timeOf(work: () => void): number {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1e6
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!
}
