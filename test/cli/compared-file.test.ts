/** What a file is compared with at a revision: what cannot be compared fails, and a move hides nothing. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { text } from '../check/descriptions.ts'
import { makeRepository, type Repository } from './repository.ts'
import { inFolder, repository as root, run } from './run.ts'

const env = { PATH: process.env['PATH'] ?? '' }
const org = text({ '6.2.1': '{ level: 3 }', '6.2.2': '{ level: 2 }' })
const lower = text({ '6.2.1': '{ level: 3 }', '6.2.2': '{ level: 0 }' })

interface Here extends Repository {
  write(files: Readonly<Record<string, string>>): void
  check(...argv: string[]): Promise<{ code: number; text: string; stderr: string }>
}

/** `main` holds `files`; the branch `work` is checked out. */
async function onBranch(files: Readonly<Record<string, string>>, use: (here: Here) => Promise<void>) {
  await inFolder(async (folder) => {
    const made = makeRepository(folder)
    made.commit('2026-10-01', files)
    made.git('checkout', '--quiet', '-b', 'work')
    await use({
      ...made,
      write(changed) {
        for (const [name, content] of Object.entries(changed)) {
          mkdirSync(dirname(join(folder, name)), { recursive: true })
          writeFileSync(join(folder, name), content)
        }
      },
      async check(...argv) {
        const { code, stdout, stderr } = await run(['check', ...argv], { folder, env })
        return { code, text: stdout.replace(/\s+/g, ' '), stderr }
      },
    })
  })
}

describe('a file that cannot be compared', () => {
  const cases: [what: string, before: string, says: string][] = [
    ['that was invalid', 'ims-gap: [', 'not compared: org.yaml at main is invalid'],
    ['that was too large', `${org}#${'x'.repeat(1024 * 1024)}`, 'org.yaml at main is larger than 1 MiB'],
    ['that was a pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 2\n', 'Git LFS'],
  ]
  it.each(cases)('%s fails, unless that is allowed', async (_, before, says) => {
    await onBranch({ 'org.yaml': before }, async ({ write, check }) => {
      write({ 'org.yaml': lower })
      const { code, text: said } = await check('org.yaml', '--base', 'main')
      expect(code).toBe(1)
      expect(said).toContain(says)
      expect((await check('org.yaml', '--base', 'main', '--allow-uncompared')).code).toBe(0)
      write({ 'ims-gap.config.yaml': 'allowUncompared: true\n' })
      expect((await check('org.yaml', '--base', 'main')).code).toBe(0)
    })
  })

  it('whose content is missing in a partial clone fails with the way out', async () => {
    await onBranch({ 'org.yaml': org }, async ({ folder, git, write, check }) => {
      write({ 'org.yaml': lower })
      const id = git('rev-parse', 'main:org.yaml').trim()
      rmSync(join(folder, '.git', 'objects', id.slice(0, 2), id.slice(2)), { force: true })
      const { code, text: said } = await check('org.yaml', '--base', 'main')
      expect(code).toBe(1)
      expect(said).toContain('git fetch --refetch')
    })
  })
})

describe('a link', () => {
  it('that the change replaces by a file is followed in the base', async () => {
    await onBranch({ 'data/real.yaml': org }, async ({ folder, git, commit, write, check }) => {
      symlinkSync('data/real.yaml', join(folder, 'org.yaml'))
      commit('2026-10-02', {})
      git('branch', '--force', 'main', 'work')
      unlinkSync(join(folder, 'org.yaml'))
      write({ 'org.yaml': lower })
      const { code, text: said } = await check('org.yaml', '--base', 'main')
      expect(code).toBe(1)
      expect(said).toContain('compared with data/real.yaml at main')
      expect(said).toContain('worse, from level 2 to 0')
    })
  })

  it('that takes the place of a file is compared with that file', async () => {
    await onBranch({ 'org.yaml': org }, async ({ folder, write, check }) => {
      unlinkSync(join(folder, 'org.yaml'))
      write({ 'data/new.yaml': lower })
      symlinkSync('data/new.yaml', join(folder, 'org.yaml'))
      const { code, text: said } = await check('org.yaml', '--base', 'main')
      expect(code).toBe(1)
      expect(said).toContain('compared with org.yaml at main')
    })
  })
})

describe('a moved description', () => {
  const reformatted = (yaml: string) =>
    `# ${'Another layout. '.repeat(20)}\n${yaml.replaceAll(/\{ level: (\d) \}/g, '\n    level: $1\n    note: x\n')}`

  it('is compared with what it was, however it was reformatted', async () => {
    await onBranch({ 'a/org.yaml': org }, async ({ folder, write, check }) => {
      rmSync(join(folder, 'a'), { recursive: true })
      write({ 'b/other.yaml': reformatted(lower) })
      const { code, text: said } = await check('.', '--base', 'main')
      expect(code).toBe(1)
      expect(said).toContain('compared with a/org.yaml at main (moved)')
      expect(said).not.toContain('no longer exists')
    })
  })

  it('is another one where name and answers differ', async () => {
    const other = text({ '4.2': '{ level: 1 }' }).replace(/name: [^,]+/, 'name: Beta Ltd')
    await onBranch({ 'a/org.yaml': org }, async ({ folder, write, check }) => {
      rmSync(join(folder, 'a'), { recursive: true })
      write({ 'b/org.yaml': other })
      const { code, text: said } = await check('.', '--base', 'main')
      expect(code).toBe(0)
      expect(said).toContain('the file is new since main')
      expect(said).toContain('a/org.yaml is a practice description in main and no longer exists')
      expect(said).not.toContain('FIXED')
    })
  })

  it('fails where what was deleted cannot be read', async () => {
    await onBranch({ 'a/org.yaml': 'ims-gap: 1\npractices: [' }, async ({ folder, write, check }) => {
      rmSync(join(folder, 'a'), { recursive: true })
      write({ 'b/org.yaml': lower })
      const { code, text: said } = await check('.', '--base', 'main')
      expect(code).toBe(1)
      expect(said).toContain('cannot be read: it may be the same')
    })
  })
})

describe('a base', () => {
  it('before the first commit makes everything new', async () => {
    await inFolder(async (folder) => {
      execFileSync('git', ['init', '--quiet', '-b', 'main', folder], { env })
      writeFileSync(join(folder, 'org.yaml'), org)
      const { code, stdout } = await run(['check', 'org.yaml', '--base', 'HEAD'], { folder, env })
      expect(code).toBe(0)
      expect(stdout).toContain('the repository has no commit yet, so everything is new')
    })
  })

  it('of zeros is refused with the way out', async () => {
    await onBranch({ 'org.yaml': org }, async ({ check }) => {
      const { code, stderr } = await check('org.yaml', '--base', '0'.repeat(40))
      expect(code).toBe(2)
      expect(stderr).toContain('a branch that was just created')
      expect(stderr).toContain('--base origin/main')
    })
  })
})

describe('the action', () => {
  const script = join(root, 'scripts', 'action', 'check.sh')
  const act = (folder: string, base: string): string => {
    mkdirSync(join(folder, '..', 'runner'), { recursive: true })
    const output = join(folder, '.git', 'output')
    writeFileSync(output, '')
    const actions = {
      ...{ GITHUB_WORKSPACE: folder, RUNNER_TEMP: join(folder, '.git'), GITHUB_OUTPUT: output },
      ...{ GITHUB_STEP_SUMMARY: join(folder, '.git', 'summary'), IMS_GAP_FILES: '', IMS_GAP_ARGUMENTS: '' },
      ...{ IMS_GAP_BASE: base, IMS_GAP_DEFAULT_BRANCH: 'main' },
    }
    execFileSync('bash', [script], { env: { ...env, HOME: folder, ...actions }, stdio: 'pipe' })
    return readFileSync(output, 'utf8').split('\n')[0]!
  }

  it('compares a pull request with the first parent of its merge commit, whatever id the event carries', async () => {
    const files = { 'org.yaml': org, 'ims-gap.config.yaml': 'files: [org.yaml]\n' }
    await onBranch(files, async ({ folder, git, commit }) => {
      const stale = git('rev-parse', 'main').trim()
      commit('2026-10-02', { README: 'docs' })
      git('checkout', '--quiet', 'main')
      commit('2026-10-03', { 'org.yaml': lower })
      git('checkout', '--quiet', '--detach', 'main')
      git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'work')
      expect(act(folder, stale)).toBe('code=0')
      git('checkout', '--quiet', 'work')
      git('merge', '--quiet', '--no-ff', '-m', 'Catch up', 'main')
      git('remote', 'add', 'origin', folder)
      git('update-ref', 'refs/remotes/origin/main', stale)
      expect(act(folder, '0'.repeat(40))).toBe('code=1')
    })
  }, 60_000)
})
