/** `trend` as it is called, in real repositories. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Trend } from '../../src/types/trend.ts'
import { makeRepository, type Repository } from './repository.ts'
import { inFolder, run, small } from './run.ts'

const env = { PATH: process.env['PATH']!, HOME: '/nonexistent' }
const at = (level: number) => small.replace('6.2.2: { level: 0 }', `6.2.2: { level: ${level} }`)

const shared = realpathSync(mkdtempSync(join(tmpdir(), 'ims-gap-test-')))
let made: Repository
const commits: string[] = []

beforeAll(() => {
  made = makeRepository(shared)
  commits.push(made.commit('2025-01-10', { 'old-name.yaml': at(0) }))
  commits.push(made.commit('2025-01-20', { 'old-name.yaml': at(1) }))
  mkdirSync(join(shared, 'sub'))
  made.git('mv', 'old-name.yaml', 'sub/org.yaml')
  commits.push(made.commit('2025-02-10', {}))
  commits.push(made.commit('2025-05-10', { 'sub/org.yaml': at(1).replace('level: 1', 'levle: 1') }))
  commits.push(made.commit('2025-05-11', { 'sub/org.yaml': at(3), 'other.yaml': small }))
})
afterAll(() => rmSync(shared, { recursive: true, force: true }))

async function trendOf(words: readonly string[], folder = shared): Promise<Trend> {
  const { code, stdout, stderr } = await run(['trend', ...words, '--format', 'json'], { folder, env })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

const dates = ({ points }: Trend) => points.map(({ date }) => date)

describe('trend', () => {
  it('says that a version is missing because the file was deleted', async () => {
    await inFolder(async (folder) => {
      const own = makeRepository(realpathSync(folder))
      own.commit('2025-01-10', { 'org.yaml': at(0) })
      own.git('rm', '--quiet', 'org.yaml')
      own.commit('2025-01-11', {})
      own.commit('2025-01-12', { 'org.yaml': at(1) })
      const { points } = await trendOf(['org.yaml'], folder)
      expect(points.map(({ problem }) => problem)).toEqual([null, 'the file was deleted', null])
    })
  })

  it('shows the way of the branch: what another brought is there from its merge on, also where both changed the file', async () => {
    await inFolder(async (folder) => {
      const own = makeRepository(realpathSync(folder))
      const text = (first: number, last: number) =>
        `${small.replace('5.1.1: { level: 2 }', `5.1.1: { level: ${first} }`)}  8.1: { level: 1 }\n  10.3: { level: ${last} }\n`
      own.commit('2025-01-10', { 'org.yaml': text(0, 0) })
      own.git('switch', '--quiet', '--create', 'theirs')
      own.commit('2025-02-01', { 'org.yaml': text(0, 4) })
      own.git('mv', 'org.yaml', 'firm.yaml')
      own.commit('2025-02-05', {})
      own.git('switch', '--quiet', 'main')
      own.commit('2025-02-10', { 'org.yaml': text(3, 0) })
      own.git('merge', '--quiet', '--no-ff', '--no-edit', '--no-commit', 'theirs')
      own.commit('2025-03-01', {})
      expect(readFileSync(join(folder, 'firm.yaml'), 'utf8')).toBe(text(3, 4))

      const trend = await trendOf(['firm.yaml'], folder)
      expect(trend.points.map(({ date, commit }) => [date, commit !== null])).toEqual([
        ['2025-01-10', true],
        ['2025-02-10', true],
        ['2025-03-01', true],
      ])
      expect(trend.points.map(({ problem }) => problem)).toEqual([null, null, null])
    })
  })

  it('follows the file through renames, oldest first, and writes nothing into the repository', async () => {
    const before = readdirSync(join(shared, '.git'), { recursive: true }).sort()
    const { points } = await trendOf(['sub/org.yaml'])
    expect(points.map(({ commit }) => commit)).toEqual(commits)
    expect(points.map(({ path }) => path)).toEqual([
      'old-name.yaml',
      'old-name.yaml',
      ...Array<string>(3).fill('sub/org.yaml'),
    ])
    expect(points.map(({ status }) => status)).toEqual([
      'assessed',
      'assessed',
      'assessed',
      'invalid',
      'assessed',
    ])
    expect(points.map(({ overall }) => overall?.assessed)).toEqual([3, 3, 3, undefined, 3])
    expect(points[3]!.problem).toContain('unknown key "levle"')
    expect(points.map(({ changed }) => changed)).toEqual([[], ['answers'], [], [], ['answers']])
    expect(readdirSync(join(shared, '.git'), { recursive: true }).sort()).toEqual(before)
  })

  it.each([
    [
      ['sub/org.yaml', '--every', 'month'],
      ['2025-01-20', '2025-02-10', '2025-05-11'],
    ],
    [
      ['sub/org.yaml', '--every', 'quarter'],
      ['2025-02-10', '2025-05-11'],
    ],
    [
      ['sub/org.yaml', '--every', 'week'],
      ['2025-01-10', '2025-01-20', '2025-02-10', '2025-05-11'],
    ],
    [
      ['sub/org.yaml', '--since', '2025-02-10'],
      ['2025-02-10', '2025-05-10', '2025-05-11'],
    ],
    [['sub/org.yaml', '--since', '2026-01-01'], []],
    [[join(shared, 'other.yaml')], ['2025-05-11']],
  ])('%j has the versions of %j', async (words, expected) => {
    expect(dates(await trendOf(words))).toEqual(expected)
  })

  it('adds the file as it lies there where that is another one', async () => {
    await inFolder(async (place) => {
      const { folder, commit } = makeRepository(realpathSync(place))
      commit('2026-01-01', { 'org.yaml': small })
      writeFileSync(join(folder, 'org.yaml'), at(2))
      const { points } = await trendOf(['org.yaml'], folder)
      expect(points.map((point) => [point.commit === null, point.date])).toEqual([
        [false, '2026-01-01'],
        [true, '2026-11-24'],
      ])
      expect(points[1]!.changed).toEqual(['answers'])
    })
  })

  it('prints a table, and writes files that their endings name', async () => {
    const { code, stdout } = await run(['trend', 'sub/org.yaml'], { folder: shared, env })
    expect(code).toBe(0)
    expect(stdout).toContain('sub/org.yaml: 5 versions, 2025-01-10 to 2025-05-11.')
    expect(stdout).toContain('1 version could not be assessed.')
    await inFolder(async (folder) => {
      const files = ['trend.csv', 'trend.json', 'trend.txt'].map((name) => join(folder, name))
      for (let time = 0; time < 2; time++) {
        const outputs = files.flatMap((file) => ['-o', file])
        const ended = await run(['trend', 'sub/org.yaml', ...outputs], { folder: shared, env })
        expect(ended).toMatchObject({ code: 0, stdout: '' })
      }
      expect(readFileSync(files[0]!, 'utf8')).toMatch(/^"Date","Commit","Path",/)
      expect(JSON.parse(readFileSync(files[1]!, 'utf8')).points).toHaveLength(5)
      expect(readFileSync(files[2]!, 'utf8').startsWith(stdout)).toBe(true)
    })
  })

  it.each([
    [['none.yaml'], 4, 'git knows no version of none.yaml'],
    [['-'], 2, 'standard input has no history'],
    [['sub/org.yaml', '--every', 'mnth'], 2, 'did you mean "month"?'],
    [['sub/org.yaml', '--since', 'yesterday'], 2, '--since takes a date'],
    [['sub/org.yaml', '--since', '--output=pwn'], 2, '--since takes a date'],
    [['sub/org.yaml', '-o', 'trend.pdf'], 2, 'cannot tell the format'],
    [['--output=pwn'], 2, "missing required argument 'file'"],
    [['/proc/nothing.yaml'], 2, 'is not in a git repository'],
  ])('%j ends with %d: %s', async (words, code, message) => {
    const ended = await run(['trend', ...words], { folder: shared, env })
    expect(ended.stderr).toContain(message)
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: '' })
    expect(existsSync(join(shared, 'pwn'))).toBe(false)
  })

  it('says that a shallow clone knows only a part', async () => {
    await inFolder(async (place) => {
      const clone = join(realpathSync(place), 'clone')
      made.git('clone', '--quiet', '--depth=2', pathToFileURL(shared).href, clone)
      const { code, stdout, stderr } = await run(['trend', 'sub/org.yaml', '--format', 'json'], {
        folder: clone,
        env,
      })
      expect(code).toBe(0)
      expect(JSON.parse(stdout).points).toHaveLength(2)
      expect(stderr).toMatch(/^note: the history was cut short .*git fetch --unshallow, or fetch-depth: 0/)
    })
  })
})
