/** Everything that docs/ci.md shows: files are read by those they are for, commands are run, output is compared. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeRepository } from '../cli/repository.ts'
import { inFolder, repository } from '../cli/run.ts'
import { before, better, ownNpm, ownTool, programs, readYaml, start, worse } from './pipeline.ts'
import { faultsOf } from './schemas.ts'
import { lint, risks } from './workflows.ts'

const page = readFileSync(join(repository, 'docs', 'ci.md'), 'utf8')
const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
  language: language!,
  text: text!,
}))
const textsIn = (language: string) =>
  blocks.filter((block) => block.language === language).map(({ text }) => text)

/** The files it shows; each says in its first line where it belongs. */
const files = new Map(textsIn('yaml').map((text) => [/^# (\S+)\n/.exec(text)?.[1] ?? text, text]))
const workflows = [...files].filter(([path]) => path.startsWith('.github/workflows/'))
const commands = textsIn('sh')
const command = (part: string) => commands.find((text) => text.includes(part))!

/** A clone, on a branch, of a repository with the configuration that the page shows. */
async function inClone(
  after: string,
  use: (clone: string, run: (script: string) => ReturnType<typeof start>) => void,
  ...cloning: readonly string[]
): Promise<void> {
  await inFolder(async (folder) => {
    const origin = join(folder, 'origin')
    mkdirSync(origin)
    const { commit, git } = makeRepository(origin)
    const configuration = files.get('ims-gap.config.yaml')!
    commit('2026-10-01', { 'org.yaml': before, 'ims-gap.config.yaml': configuration })
    git('switch', '--quiet', '--create', 'branch')
    commit('2026-10-02', { 'org.yaml': after })
    const path = programs(join(folder, 'bin'), { npm: ownNpm, 'ims-gap': ownTool })
    const run = (script: string, place = join(folder, 'clone')) =>
      start('sh', ['-e', '-c', script], place, { PATH: path, IMS_GAP_PACKAGE: repository })
    expect(run(`git clone --quiet ${cloning.join(' ')} file://${origin} clone`, folder).code).toBe(0)
    use(join(folder, 'clone'), run)
  })
}

describe('docs/ci.md', () => {
  it('shows nothing that is not looked at here', () => {
    expect(new Set(blocks.map(({ language }) => language))).toEqual(new Set(['yaml', 'sh', 'text']))
    expect(workflows.map(([path]) => path)).toHaveLength(2)
    expect([...files.keys()].filter((path) => !path.startsWith('.github/'))).toEqual([
      'ims-gap.config.yaml',
      '.gitlab-ci.yml',
      '.pre-commit-config.yaml',
    ])
    expect(commands).toHaveLength(4)
    expect(textsIn('text')).toHaveLength(1)
  })

  it.each(workflows)('shows in %s what actionlint approves of', async (_, workflow) => {
    expect(await lint(workflow)).toEqual([])
  })

  it.each(workflows)('shows in %s no risk that auditors know', (_, workflow) => {
    expect(risks(workflow)).toEqual([])
  })

  it.each([
    ['permissions: {}', 'permissions: write-all', 'permissions for every job'],
    ['contents: read', 'contents: write', 'contents: write'],
    ['persist-credentials: false', 'persist-credentials: true', 'the token stays'],
    ['@COMMIT', '@main', 'is not pinned'],
    ['pull_request:', 'pull_request_target:', 'pull_request_target'],
  ])('would not pass with %s as %s', (right, wrong, complaint) => {
    expect(risks(workflows[0]![1].replace(right, wrong)).join()).toContain(complaint)
  })

  it('gives the action in its workflows inputs that it has, and names all of them', () => {
    const { inputs } = readYaml(readFileSync(join(repository, 'action.yml'), 'utf8'))
    for (const name of Object.keys(inputs)) expect(page).toContain(`| \`${name}\` |`)
    for (const [, workflow] of workflows)
      for (const { uses, with: given } of readYaml(workflow).jobs.check.steps)
        if (uses.startsWith('OWNER/'))
          expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given ?? {})))
  })

  it('shows for GitLab a file that includes the template and sets variables that it has', () => {
    const shown = readYaml(files.get('.gitlab-ci.yml')!)
    expect(faultsOf('gitlabConfiguration', shown)).toEqual([])
    const template = readYaml(readFileSync(join(repository, shown.include[0].file), 'utf8'))
    expect(Object.keys(template.variables)).toEqual(expect.arrayContaining(Object.keys(shown.variables)))
  })

  it('shows for pre-commit hooks that there are', () => {
    const shown = readYaml(files.get('.pre-commit-config.yaml')!)
    expect(faultsOf('hooksConfiguration', shown)).toEqual([])
    const hooks = readYaml(readFileSync(join(repository, '.pre-commit-hooks.yaml'), 'utf8'))
    expect(hooks.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(shown.repos[0].hooks.map(({ id }: { id: string }) => id)),
    )
  })
})

describe.skipIf(process.platform === 'win32')('the commands in docs/ci.md', () => {
  it('begin with a baseline, after which only what is new or worse fails', () =>
    inClone(better, (clone, run) => {
      const { code, stdout, stderr } = run(command('baseline write'))
      expect({ code, stderr }).toMatchObject({ code: 0 })
      expect(stdout).toContain('passes')
      writeFileSync(join(clone, 'org.yaml'), worse)
      expect(run('ims-gap check').code).toBe(1)
    }))

  it.each([
    [better, 0],
    [worse, 1],
  ])('check against a base on any machine and leave reports behind', (after, wanted) =>
    inClone(after, (clone, run) => {
      for (const round of ['first', 'second']) {
        const { code, stderr, stdout } = run(command('npm exec'))
        expect({ round, code, stdout, stderr }).toMatchObject({ code: wanted })
      }
      for (const name of ['sarif', 'junit.xml'])
        expect(existsSync(join(clone, 'reports', `ims-gap.${name}`))).toBe(true)
    }),
  )

  it('know the flags that the workflows give', () =>
    inClone(better, (_, run) => {
      for (const [, workflow] of workflows)
        for (const { with: given } of readYaml(workflow).jobs.check.steps)
          for (const flag of given?.arguments?.trim().split('\n') ?? [])
            expect({ flag, code: run(`ims-gap check ${flag}`).code }).not.toMatchObject({ code: 2 })
    }))

  it('get the history that a shallow clone lacks, after the message that is shown', () =>
    inClone(
      worse,
      (_, run) => {
        const { code, stderr } = run('ims-gap check --base origin/main')
        expect({ code, stderr }).toEqual({ code: 2, stderr: textsIn('text')[0] })
        expect(run(command('--unshallow')).code).toBe(0)
        expect(run('ims-gap check --base origin/main').code).toBe(1)
      },
      '--depth 1',
    ))

  it('write a badge although a gate failed, and fail for anything else', () =>
    inClone(better, (clone, run) => {
      const script = command('badge.json')
      expect(run(script).code).toBe(0)
      writeFileSync(join(clone, 'ims-gap.config.yaml'), 'files: [org.yaml]\nminCoverage: 90\n')
      expect(run(script).code).toBe(0)
      expect(readFileSync(join(clone, 'public', 'ims-gap.svg'), 'utf8')).toMatch(/^<svg /)
      writeFileSync(join(clone, 'ims-gap.config.yaml'), 'files: [nowhere.yaml]\n')
      expect(run(script).code).not.toBe(0)
    }))
})
