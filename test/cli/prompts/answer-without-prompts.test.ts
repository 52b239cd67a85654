import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Stop } from '../../../src/cli/exit-code.ts'
import type { World } from '../../../src/cli/io/world.ts'
import { answerWithoutPrompts, type WithoutPrompts } from '../../../src/cli/prompts/answer-without-prompts.ts'
import { inFolder, repository, small } from '../run.ts'

interface Outcome {
  readonly code: number
  readonly stderr: string
  readonly text: string
  readonly files: readonly string[]
}

/** Answers into a copy of `text`; `extra` are files beside it. */
function answer(
  given: Partial<WithoutPrompts>,
  {
    text = small,
    extra = {},
    stdin = '',
    options = {},
    path = 'org.yaml',
  }: {
    text?: string
    extra?: Record<string, string>
    stdin?: string
    options?: Record<string, unknown>
    path?: string
  } = {},
): Promise<Outcome> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, 'org.yaml'), text)
    for (const [name, content] of Object.entries(extra)) writeFileSync(join(folder, name), content)
    let stderr = ''
    const output = {
      write: (part: string) => {
        stderr += part
      },
      isTerminal: false,
      columns: undefined,
    }
    const nothing = {
      ...output,
      write: (part: string) => {
        throw new Error(`standard output got ${part}`)
      },
    }
    const world: World = {
      stdout: nothing,
      stderr: output,
      stdin: { isTerminal: false, read: async () => new Uint8Array(Buffer.from(stdin)) },
      env: {},
      folder,
      packageFolder: repository,
      today: () => '2026-11-24',
      moment: () => '2026-11-24T09:30:00Z',
    }
    let code: number
    try {
      code = await answerWithoutPrompts(path, { set: [], ...given }, world, options)
    } catch (error) {
      if (!(error instanceof Stop)) throw error
      code = error.code
      stderr += `${error.message} | ${error.hint}`
    }
    return {
      code,
      stderr,
      text: readFileSync(join(folder, 'org.yaml'), 'utf8'),
      files: readdirSync(folder).sort(),
    }
  })
}

describe('answers without prompts', () => {
  it('change their own lines only and are told on standard error', async () => {
    const { code, stderr, text, files } = await answer({ set: ['6.2.2.level=1', '5.1.1.owner=Eva', '7.3=2'] })
    expect(code).toBe(0)
    expect(stderr).toBe('6.2.2 level: 1 (was 0)\n5.1.1 owner: Eva\n7.3 level: 2\n')
    expect(text).toBe(
      `${small.replace('6.2.2: { level: 0 }', '6.2.2: { level: 1 }').replace('5.1.1: { level: 2 }', '5.1.1: { level: 2, owner: Eva }')}  7.3:\n    level: 2\n`,
    )
    expect(files).toEqual(['org.yaml'])
  })

  it('come from a file and from standard input, and --set comes last', async () => {
    const file = await answer(
      { answers: 'a.yaml', set: ['6.2.1=4'] },
      { extra: { 'a.yaml': '6.2.1: 3\n6.2.2: 3\n' } },
    )
    expect([file.code, file.stderr]).toEqual([0, '6.2.2 level: 3 (was 0)\n6.2.1 level: 4 (was 2)\n'])
    const input = await answer({ answers: '-' }, { stdin: '{"6.2.2": 3}' })
    expect([input.code, input.stderr]).toEqual([0, '6.2.2 level: 3 (was 0)\n'])
  })

  it('are all left out where one of them is wrong', async () => {
    const { code, stderr, text, files } = await answer(
      { answers: 'a.yaml', set: ['6.2.1=4'] },
      { extra: { 'a.yaml': '6.2.2: 3\n7.33: 2\n' } },
    )
    expect([code, text]).toEqual([3, small])
    expect(stderr).toContain('a.yaml:2:1: error: "7.33" is not an element [description/unknown-element]')
    expect(files).toEqual(['a.yaml', 'org.yaml'])
  })

  it.each<[string, Parameters<typeof answer>, number, string]>([
    [
      'a key without a value',
      [{ set: ['4.1.2.level'] }],
      2,
      '--set takes KEY=VALUE, not "4.1.2.level" | for example --set 4.1.2.level=3',
    ],
    ['a value without a key', [{ set: [' =3'] }], 2, '--set takes KEY=VALUE'],
    [
      'standard output as the description',
      [{ set: ['4.1.2=3'] }, { path: '-' }],
      2,
      'answers go into a file',
    ],
    [
      'a description that is not there',
      [{ set: ['4.1.2=3'] }, { path: 'ogr.yaml' }],
      4,
      'no such file: ogr.yaml | did you mean "org.yaml"?',
    ],
    ['answers that are not there', [{ answers: 'none.yaml' }], 4, 'no such file: none.yaml'],
    [
      'answers that cannot be read',
      [{ answers: '-' }, { stdin: '[1' }],
      3,
      '-:1:1: error: the bracket [ that opens here is not closed',
    ],
    ['answers that are a list', [{ answers: '-' }, { stdin: '- 4.1.1' }], 3, '[source/not-a-mapping]'],
    [
      'a description with errors',
      [{ set: ['4.1.2=3'] }, { text: `${small}  4.1.1: { levle: 2 }\n` }],
      3,
      'org.yaml:9:12: error: unknown key "levle"',
    ],
  ])('refuse %s', async (_, given, code, stderr) => {
    const result = await answer(...given)
    expect(result.code).toBe(code)
    expect(result.stderr).toContain(stderr)
    expect(result.text).toBe(given[1]?.text ?? small)
  })

  it('say when there is nothing to change, and write nothing', async () => {
    expect(await answer({ set: ['6.2.1=2'] })).toMatchObject({
      code: 0,
      text: small,
      stderr: 'org.yaml already contains these answers; nothing was changed\n',
    })
    expect(await answer({ set: ['6.2.1=1'] }, { options: { quiet: true } })).toMatchObject({
      code: 0,
      stderr: '',
    })
  })

  it('keep byte order mark, line ends and comments', async () => {
    const text =
      `\ufeff${small.replace('5.1.1: { level: 2 }', '5.1.1: # the top\n    level: 2 # since May')}`.replaceAll(
        '\n',
        '\r\n',
      )
    const { text: after } = await answer({ set: ['5.1.1=3'] }, { text })
    expect(after).toBe(text.replace('level: 2 # since', 'level: 3 # since'))
  })

  it('go through one description with another day to judge by', async () => {
    const { code, stderr } = await answer(
      { set: ['5.1.1.reviewed=2026-10-15'] },
      { options: { asOf: '2026-10-10' } },
    )
    expect(code).toBe(0)
    expect(stderr).toContain(
      '--set:1:16: warning: practice 5.1.1 was reviewed on 2026-10-15, after the day of the assessment (2026-10-10)',
    )
  })
})
