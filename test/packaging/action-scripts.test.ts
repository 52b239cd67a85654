/** The scripts of action.yml, run as the runner of GitHub Actions runs them. Needs the build. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeRepository, type Repository } from '../cli/repository.ts'
import { inFolder, repository } from '../cli/run.ts'
import { commandsIn } from '../report/check/runner.ts'
import { before, better, configuration, type Ended, programs, readYaml, start, worse } from './pipeline.ts'

interface Inputs {
  readonly files?: string
  readonly base?: string
  readonly arguments?: string
}

interface Checked extends Ended {
  readonly outputs: Readonly<Record<string, string>>
  /** What was appended to the job summary. */
  readonly summary: string
  /** How the last step ends. */
  readonly end: Ended
}

const action = readYaml(readFileSync(join(repository, 'action.yml'), 'utf8'))
const stepsThatRun: { run: string; env: Record<string, string> }[] = action.runs.steps.filter(
  ({ run }: { run?: string }) => run,
)

/** Runs both steps of the action that run something, in a clone with these inputs. */
function check(
  clone: string,
  runner: string,
  inputs: Inputs,
  { tool = repository, path = process.env['PATH']! } = {},
): Checked {
  mkdirSync(runner, { recursive: true })
  const [outputFile, summaryFile] = [join(runner, 'output'), join(runner, 'summary')]
  for (const file of [outputFile, summaryFile]) writeFileSync(file, '')
  const step = (index: number, values: Readonly<Record<string, string>>) => {
    const { run, env } = stepsThatRun[index]!
    const given = Object.entries(env).map(([name, value]) => [name, values[value] ?? ''])
    return start('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', run], clone, {
      PATH: path,
      GITHUB_ACTION_PATH: tool,
      GITHUB_WORKSPACE: clone,
      GITHUB_OUTPUT: outputFile,
      GITHUB_STEP_SUMMARY: summaryFile,
      RUNNER_TEMP: runner,
      ...Object.fromEntries(given),
    })
  }
  const ended = step(0, {
    '${{ inputs.files }}': inputs.files ?? '',
    '${{ inputs.base }}': inputs.base ?? '',
    '${{ inputs.arguments }}': inputs.arguments ?? '',
  })
  const lines = readFileSync(outputFile, 'utf8').split('\n').slice(0, -1)
  const outputs = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s)))
  const end = step(1, { '${{ steps.check.outputs.code }}': outputs.code ?? '' })
  return { ...ended, outputs, summary: readFileSync(summaryFile, 'utf8'), end }
}

/** A repository with a branch, the commit it left, and a folder for the runner. */
async function withBranch(
  after: string,
  use: (made: Repository, base: string, runner: string) => void | Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
    const place = join(folder, 'clone')
    mkdirSync(place)
    const made = makeRepository(place)
    const base = made.commit('2026-10-01', { 'org.yaml': before, 'ims-gap.config.yaml': configuration })
    made.git('switch', '--quiet', '--create', 'branch')
    made.commit('2026-10-02', { 'org.yaml': after })
    await use(made, base, join(folder, 'runner'))
  })
}

const kinds = (output: string) => commandsIn(output).map(({ name }) => name)

describe.skipIf(process.platform === 'win32')('the scripts of the action', () => {
  it('let a pull request pass that makes nothing worse', () =>
    withBranch(better, ({ folder }, base, runner) => {
      const { code, stdout, stderr, outputs, summary, end } = check(folder, runner, { base })
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(kinds(stdout)).not.toContain('error')
      expect(stdout).toContain('Check passed, 1 file\n')
      expect(outputs).toMatchObject({ code: '0' })
      expect(summary).toContain('check passed')
      expect(end).toMatchObject({ code: 0, stdout: '' })
    }))

  it('annotate, write everything and only then fail where something got worse', () =>
    withBranch(worse, ({ folder }, base, runner) => {
      const { code, stdout, outputs, summary, end } = check(folder, runner, { base })
      expect(code).toBe(0)
      const [annotation] = commandsIn(stdout)
      expect(annotation).toMatchObject({ name: 'error', properties: { file: 'org.yaml', line: '6' } })
      expect(outputs['code']).toBe('1')
      const sarif = JSON.parse(readFileSync(outputs['sarif']!, 'utf8'))
      const places = sarif.runs[0].results.map(
        (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
          result.locations[0]!.physicalLocation.artifactLocation.uri,
      )
      expect(new Set(places)).toEqual(new Set(['org.yaml']))
      expect(summary).toContain('check failed')
      expect(readFileSync(outputs['summary']!, 'utf8')).toBe(summary)
      expect(readFileSync(outputs['comment']!, 'utf8')).toContain('<!-- ims-gap -->')
      expect(end).toMatchObject({ code: 1 })
      expect(kinds(end.stdout)).toEqual([])
    }))

  it('hold findings against the baseline where no base is given', () =>
    withBranch(worse, ({ folder }, _, runner) => {
      const tool = join(repository, 'bin', 'ims-gap.cjs')
      expect(start(process.execPath, [tool, 'baseline', 'write'], folder).code).toBe(0)
      expect(check(folder, runner, {}).outputs['code']).toBe('0')
      expect(check(folder, runner, { arguments: '--fail-on=high' }).outputs['code']).toBe('1')
    }))

  it('take files and flags line by line', () =>
    withBranch(better, ({ commit, folder }, base, runner) => {
      commit('2026-10-03', { 'a b.yaml': before, 'units/north.yaml': before })
      const { outputs, stdout } = check(folder, runner, {
        base,
        files: 'a b.yaml\r\n\n  \nunits\n',
        arguments: '--fail-on-new=none\n--min-coverage=1\n',
      })
      expect(outputs['code']).toBe('0')
      expect(stdout).toContain('Check passed, 2 files: 2 passed')
    }))

  it('end with what an invalid description means, with its place as an annotation', () =>
    withBranch(before.replace('level: 0', 'level: 9'), ({ folder }, base, runner) => {
      const { stdout, outputs, end } = check(folder, runner, { base })
      expect(outputs).toMatchObject({ code: '3', sarif: expect.any(String) })
      expect(commandsIn(stdout)[0]).toMatchObject({ name: 'error', properties: { line: '8' } })
      expect(end.code).toBe(3)
      expect(kinds(end.stdout)).toEqual(['error'])
    }))

  it('say that a clone is shallow, and have nothing to upload', () =>
    withBranch(worse, ({ folder }, base, runner) => {
      const shallow = join(runner, 'shallow')
      mkdirSync(runner)
      start('git', ['clone', '--quiet', '--depth', '1', `file://${folder}`, shallow], runner)
      const { code, stderr, outputs, summary, end } = check(shallow, runner, { base })
      expect(code).toBe(0)
      expect(stderr).toContain('the clone is shallow')
      expect(stderr).toContain('fetch-depth: 0')
      expect(outputs).toEqual({ code: '2' })
      expect(summary).toBe('')
      expect(end.code).toBe(2)
      expect(kinds(end.stdout)).toEqual(['error'])
    }))

  const hostile = [
    '$(touch pwned).yaml',
    '`touch pwned`.yaml',
    '; touch pwned; #.yaml',
    '"; touch pwned; ".yaml',
    "' && touch pwned '.yaml",
    '| touch pwned.yaml',
    '--help.yaml',
    '-o pwned.yaml',
    '*.yaml',
    '~.yaml',
    '$HOME.yaml',
    '\\n.yaml',
    '::error::x.yaml',
    '##[error]x.yaml',
    `\${{ github.token }}.yaml`,
    'x%0A::error::y.yaml',
    ' blanks .yaml ',
    'é\u202e.yaml',
  ]

  it('take the most hostile names of files for names of files', () =>
    withBranch(better, ({ commit, folder }, base, runner) => {
      commit('2026-10-03', Object.fromEntries(hostile.map((name) => [name, before])))
      const { stdout, outputs, summary, end } = check(folder, runner, { base, files: hostile.join('\n') })
      expect(stdout).toContain(`Check passed, ${hostile.length} files: ${hostile.length} passed`)
      expect(Object.keys(outputs)).toEqual(['code', 'sarif', 'summary', 'comment'])
      const commands = commandsIn(stdout)
      expect(commands.length).toBeGreaterThan(0)
      for (const { properties } of commands) expect(hostile).toContain(properties['file'])
      expect(summary).not.toMatch(/^::|##\[/m)
      expect(end.code).toBe(0)
      expect(existsSync(join(folder, 'pwned'))).toBe(false)
      expect(existsSync(join(folder, 'pwned.yaml'))).toBe(false)
    }))

  it.each(['$(touch pwned)', 'HEAD\ncode=0', '--upload-pack=touch pwned'])(
    'take %j as a base for a revision that is not there',
    (base) =>
      withBranch(better, ({ folder }, _, runner) => {
        const { code, stdout, outputs } = check(folder, runner, { base })
        expect({ code, stdout, outputs }).toEqual({ code: 0, stdout: '', outputs: { code: '2' } })
        expect(existsSync(join(folder, 'pwned'))).toBe(false)
      }),
  )

  it.each(['$(touch pwned)', '-', '--format=json; touch pwned'])(
    'refuse %j as a flag without doing what it says',
    (flag) =>
      withBranch(better, ({ folder }, base, runner) => {
        const { code, outputs } = check(folder, runner, { base, arguments: flag })
        expect(code).toBe(0)
        expect(outputs['code']).toMatch(/^[234]$/)
        expect(existsSync(join(folder, 'pwned'))).toBe(false)
      }),
  )

  it('install from the lock file and build where that was not done, running nothing else', () =>
    withBranch(better, ({ folder }, base, runner) => {
      const tool = join(runner, 'tool')
      for (const part of ['bin', 'scripts/action', 'package.json'])
        cpSync(join(repository, part), join(tool, part), { recursive: true })
      const log = join(runner, 'npm.log')
      const npm = `echo "$PWD $*" >>"${log}"; [ "$1" != run ] || ln -s "${join(repository, 'dist')}" dist`
      const path = programs(join(runner, 'bin'), { npm })
      const { code, outputs, stdout } = check(folder, runner, { base }, { tool, path })
      expect({ code, outputs }).toMatchObject({ code: 0, outputs: { code: '0' } })
      expect(readFileSync(log, 'utf8')).toBe(
        `${tool} ci --ignore-scripts --no-audit --no-fund\n${tool} run build\n`,
      )
      expect(kinds(stdout).slice(0, 2)).toEqual(['group', 'endgroup'])
    }))

  it('fail where the tool cannot be built, and say so at the end', () =>
    withBranch(better, ({ folder }, base, runner) => {
      const tool = join(runner, 'tool')
      cpSync(join(repository, 'scripts/action'), join(tool, 'scripts/action'), { recursive: true })
      const path = programs(join(runner, 'bin'), { npm: 'exit 7' })
      const { code, outputs, end } = check(folder, runner, { base }, { tool, path })
      expect({ code, outputs }).toEqual({ code: 7, outputs: {} })
      expect(end.code).toBe(70)
      expect(end.stdout).toContain('::error title=ims-gap check::The check was not made.')
    }))
})
