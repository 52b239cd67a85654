/** The hooks for pre-commit: their shape, and their commands run as pre-commit runs them. Needs the build. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeRepository } from '../cli/repository.ts'
import { inFolder, repository } from '../cli/run.ts'
import { before, better, configuration, ownTool, programs, readYaml, start, worse } from './pipeline.ts'
import { faultsOf } from './schemas.ts'

interface Hook {
  readonly id: string
  readonly entry: string
  readonly files?: string
  readonly pass_filenames?: boolean
}

const hooks: Hook[] = readYaml(readFileSync(join(repository, '.pre-commit-hooks.yaml'), 'utf8'))

/** Commits one version and stages another; runs a hook on what is staged, with the variables that git gives to hooks. */
function runHook(folder: string, id: string, staged: string, argv: readonly string[] = []) {
  const clone = join(folder, 'clone')
  mkdirSync(clone)
  const { commit, git } = makeRepository(clone)
  commit('2026-10-01', { 'org.yaml': before, 'ims-gap.config.yaml': configuration, 'other.yaml': 'a: 1\n' })
  writeFileSync(join(clone, 'org.yaml'), staged)
  writeFileSync(join(clone, 'other.yaml'), 'a: 2\n')
  git('add', '--all')
  const hook = hooks.find((each) => each.id === id)!
  const names = git('diff', '--staged', '--name-only').split('\n')
  const wanted = names.filter((name) => new RegExp(hook.files ?? '').test(name))
  return start(
    'sh',
    ['-c', `${hook.entry} "$@"`, 'sh', ...argv, ...(hook.pass_filenames === false ? [] : wanted)],
    clone,
    {
      PATH: programs(join(folder, 'bin'), { 'ims-gap': ownTool }),
      // A hook that believed them would look into another repository.
      GIT_DIR: join(folder, 'nowhere'),
      GIT_INDEX_FILE: join(folder, 'no-index'),
      GIT_WORK_TREE: folder,
    },
  )
}

describe('the hooks for pre-commit', () => {
  it('have the shape of hooks', () => {
    expect(faultsOf('hooks', hooks)).toEqual([])
  })

  it('would be seen with a wrong word or without a name', () => {
    expect(faultsOf('hooks', [{ ...hooks[0], langauge: 'node' }])).not.toEqual([])
    expect(faultsOf('hooks', [{ id: 'x', entry: 'ims-gap check', language: 'node' }])).not.toEqual([])
  })

  it('are installed without what the build prints, which pre-commit would take for the name of the package', () => {
    expect(readFileSync(join(repository, '.npmrc'), 'utf8')).toMatch(/^foreground-scripts=false$/m)
  })
})

describe.skipIf(process.platform === 'win32')('a hook', () => {
  it.each([
    ['ims-gap-check', 'passes what nothing is asked of', worse, [], 0],
    ['ims-gap-check', 'fails a commit that makes something worse', worse, ['--base', 'HEAD'], 1],
    ['ims-gap-check', 'passes one that makes something better', better, ['--base', 'HEAD'], 0],
    ['ims-gap-validate', 'looks only at descriptions', better, [], 0],
    [
      'ims-gap-validate',
      'refuses a level that does not exist',
      before.replace('level: 0', 'level: 9'),
      [],
      3,
    ],
  ])('%s %s', (id, _, staged, argv, wanted) =>
    inFolder(async (folder) => {
      const { code, stderr, stdout } = runHook(folder, id, staged, argv)
      expect({ code, stdout, stderr }).toMatchObject({ code: wanted })
      expect(stdout + stderr).not.toContain('other.yaml')
    }),
  )
})
