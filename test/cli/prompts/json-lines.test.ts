/** The interview for other programs: lines of JSON out, lines of JSON in. Needs the build. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { inFolder, repository, small } from '../run.ts'
import { tool } from './pseudo-terminal.ts'

// biome-ignore lint/suspicious/noExplicitAny: what another program reads is what is tested
type Line = any

interface Program {
  readonly child: ChildProcess
  /** Lines up to the next question, that included. */
  question(): Promise<Line[]>
  /** What comes without being asked, and how it ended. */
  rest(): Promise<{ lines: Line[]; code: number | null }>
  answer(...lines: (string | object)[]): void
}

/** A front end: CI is set, and there is no terminal. */
function start(folder: string, ...words: string[]): Program {
  const child = spawn(process.execPath, [tool, 'interview', 'org.yaml', '--json-lines', ...words], {
    cwd: folder,
    env: { ...process.env, CI: 'true', npm_command: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const output = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  const until = async (isLast: (line: Line) => boolean) => {
    const lines: Line[] = []
    for (;;) {
      const { value, done } = await output.next()
      if (done) return lines
      lines.push(JSON.parse(value))
      if (isLast(lines.at(-1))) return lines
    }
  }
  return {
    child,
    question: () => until(({ type }) => type === 'ask'),
    rest: async () => ({ lines: await until(() => false), code: await ended }),
    answer: (...lines) => {
      for (const line of lines)
        child.stdin!.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`)
    },
  }
}

const partsOf = (lines: Line[]) => lines.flatMap(({ parts = [] }) => parts)
const withFile = (use: (folder: string, said: () => Line) => Promise<void>) =>
  inFolder(async (folder) => {
    const path = join(folder, 'org.yaml')
    writeFileSync(path, small)
    await use(folder, () => parse(readFileSync(path, 'utf8')).practices)
  })

describe('an interview with another program', () => {
  it('asks, names what it asks about, and has each answer on disk before the next question', () =>
    withFile(async (folder, said) => {
      const program = start(folder)
      const first = (await program.question()).at(-1)
      expect(first).toMatchObject({ label: '4.1.1 level', about: { question: 'element', element: '4.1.1' } })
      expect(first.choices.map(({ key }: Line) => key)).toEqual([...'012345-xp'])
      for (const choice of first.choices)
        expect(
          Object.keys(choice).filter((key) => !['key', 'name', 'text', 'current'].includes(key)),
        ).toEqual([])
      program.answer({ line: '3' })
      const second = await program.question()
      expect(said()['4.1.1']).toEqual({ level: 3 })
      expect(partsOf(second)[0]).toEqual({ type: 'note', text: '4.1.1: level 3 established, saved.' })
      program.answer({ line: ':owner' })
      expect((await program.question()).at(-1)).toMatchObject({
        takesText: true,
        about: { question: 'detail', element: '4.1.1', field: 'owner' },
      })
      program.answer({ line: ':quit' })
      const { lines, code } = await program.rest()
      expect(code).toBe(0)
      expect(partsOf(lines).at(-1).commands).toContain('ims-gap interview --json-lines org.yaml')
    }))

  it('takes long texts whole where one is asked, and refuses them elsewhere', () =>
    withFile(async (folder, said) => {
      const program = start(folder)
      await program.question()
      program.answer({ text: 'three' })
      expect(partsOf(await program.question())).toMatchObject([{ type: 'problem' }])
      program.answer({ line: ':note' })
      await program.question()
      program.answer({ text: 'First line.\nSecond line.' })
      await program.question()
      expect(said()['4.1.1'].note).toBe('First line.\nSecond line.')
      program.answer({ line: ':note' })
      await program.question()
      program.answer({ line: ':edit' })
      expect(partsOf(await program.question())[0].text).toContain('{"text": "..."} takes a long text')
      program.child.stdin!.end()
      expect((await program.rest()).code).toBe(0)
    }))

  it.each([
    '',
    'three',
    '3',
    'null',
    '[]',
    '{}',
    '{"line": 3}',
    '{"line": "3", "text": "3"}',
    '{"line": "3\\n4"}',
  ])('tells of a line that is no answer and asks again: %j', (line) =>
    withFile(async (folder, said) => {
      const before = said()
      const program = start(folder)
      const asked = (await program.question()).at(-1)
      program.answer(line)
      const again = await program.question()
      expect(partsOf(again)).toMatchObject([{ type: 'problem' }])
      expect(again.at(-1)).toEqual(asked)
      program.child.stdin!.end()
      expect((await program.rest()).code).toBe(0)
      expect(said()).toEqual(before)
    }),
  )

  it('shows the result as assess writes it', () =>
    withFile(async (folder) => {
      const program = start(folder)
      await program.question()
      program.answer({ line: ':result' })
      const result = partsOf(await program.question()).find(({ type }) => type === 'result')
      expect(result.intervals).toBe(false)
      const schema = JSON.parse(readFileSync(join(repository, 'schemas/assessment.schema.json'), 'utf8'))
      const validate = new Ajv2020.default({ strict: true, allowUnionTypes: true }).compile(schema)
      validate(result.assessment)
      expect(validate.errors).toBe(null)
      program.child.stdin!.end()
      await program.rest()
    }))

  it('begins a file from three answers', () =>
    inFolder(async (folder) => {
      const program = start(folder)
      for (const line of ['A new firm', 'start-up', 'micro']) {
        await program.question()
        program.answer({ line })
      }
      await program.question()
      expect(parse(readFileSync(join(folder, 'org.yaml'), 'utf8')).organization).toMatchObject({
        name: 'A new firm',
        kind: 'start-up',
        size: 'micro',
      })
      program.child.stdin!.end()
      expect((await program.rest()).code).toBe(0)
    }))

  it.skipIf(process.platform === 'win32')('ends with 143 when asked to, with everything saved', () =>
    withFile(async (folder, said) => {
      const program = start(folder)
      await program.question()
      program.answer({ line: '2' })
      await program.question()
      program.child.kill('SIGTERM')
      expect((await program.rest()).code).toBe(143)
      expect(said()['4.1.1']).toEqual({ level: 2 })
    }),
  )

  it('refuses a line without end', () =>
    withFile(async (folder, said) => {
      const program = start(folder)
      await program.question()
      program.child.stdin!.on('error', () => {})
      program.answer('x'.repeat(2 * 1024 * 1024))
      expect((await program.rest()).code).toBe(3)
      expect(said()['4.1.1']).toBeUndefined()
    }))
})
