/** `--evidence checked`, as somebody with a repository uses it. */
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeRepository, type Repository } from './repository.ts'
import { inFolder, run } from './run.ts'

const text = `ims-gap: 1
framework: iso-56002:2019
organization: { name: Small Firm, kind: established, size: small }
practices:
  6.4:
    level: 3
    evidence: [{ file: evidence/list.md, kind: record }]
`
const env = { PATH: process.env['PATH']!, HOME: '/nonexistent' }
const secret = 'what nobody else may read'

async function inRepository(use: (repository: Repository) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const repository = makeRepository(realpathSync(folder))
    repository.commit('2026-10-01', { 'unit/org.yaml': text, 'unit/evidence/list.md': secret })
    await use(repository)
  })
}

describe('--evidence checked', () => {
  const check = (folder: string, ...more: string[]) =>
    run(['assess', 'unit/org.yaml', '--evidence', 'checked', '--color', 'never', ...more], { folder, env })

  it('finds the files beside the description and takes their days from git', async () => {
    await inRepository(async ({ folder }) => {
      const fresh = await check(folder, '--format', 'json')
      expect(JSON.parse(fresh.stdout)).toMatchObject({ evidence: 'checked' })
      expect(fresh.stdout).not.toContain('evidence/piece-too-old')
      const old = await check(folder, '--full', '--as-of', '2028-06-30')
      expect(old.stdout).toContain('[evidence/piece-too-old]')
      expect(old.stdout).toContain('cites evidence/list.md of 2026-10-01 as a record')
      expect(old.stdout).toContain('The files it names were checked.')
      expect([fresh.code, old.code, fresh.stderr, old.stderr]).toEqual([0, 0, '', ''])
    })
  })

  it('names a file that was moved away at its own line, and fails where that is asked for', async () => {
    await inRepository(async ({ folder, git, commit }) => {
      git('mv', 'unit/evidence/list.md', 'unit/evidence/List.md')
      commit('2026-11-01', {})
      const { code, stdout, stderr } = await check(folder, '--fail-on', 'medium', '--format', 'json')
      expect(code).toBe(1)
      expect(stderr).toContain('gate failed')
      const found = JSON.parse(stdout).findings.find(({ item }: { item?: string }) => item !== undefined)
      expect(found).toMatchObject({ id: 'evidence/file-shows-nothing@6.4#evidence/list.md' })
      expect(found.location).toMatchObject({ file: 'unit/org.yaml', line: 7 })
      expect(found.message).toContain('differs in capital letters')
    })
  })

  it('looks beside the name that standard input is given, and nowhere where there is no such folder', async () => {
    await inRepository(async ({ folder }) => {
      const named = (name: string) =>
        run(['assess', '-', '--evidence', 'checked', '--stdin-filename', name, '--format', 'json'], {
          folder,
          env,
          stdin: text,
        })
      expect((await named('unit/org.yaml')).stdout).not.toContain('evidence/file-shows-nothing@')
      expect((await named('org.yaml')).stdout).toContain('evidence/file-shows-nothing@6.4')
      expect((await named('nowhere/at/all/org.yaml')).stdout).toContain('evidence/file-shows-nothing@6.4')
    })
  })

  it('is explained piece by piece', async () => {
    await inRepository(async ({ folder }) => {
      const explain = async (...more: string[]) =>
        (await run(['explain', '6.4', 'unit/org.yaml', ...more], { folder, env, columns: 200 })).stdout
      expect(await explain()).toContain('evidence/list.md: record, undated, carries up to level 4')
      expect(await explain()).toContain('The files were not looked at')
      const looked = await explain('--evidence', 'checked')
      expect(looked).toContain(
        'evidence/list.md: record, undated, last committed 2026-10-01, carries up to level 4',
      )
      expect(looked).not.toContain('not looked at')
      const old = await explain('--evidence', 'checked', '--as-of', '2028-01-01')
      expect(old).toMatch(/does not count: not within\s+\d+\s+months\s+before\s+that\s+day/)
    })
  })

  it('never shows what a file holds', async () => {
    await inRepository(async ({ folder }) => {
      for (const format of ['terminal', 'json', 'markdown', 'csv']) {
        const { stdout, stderr } = await check(folder, '--all', '--format', format)
        expect(stdout + stderr).not.toContain(secret)
      }
    })
  })

  it('says in one line why git could not date the files, unless asked to be quiet', async () => {
    await inRepository(async ({ folder }) => {
      const blind = (...more: string[]) =>
        run(['assess', join(folder, 'unit/org.yaml'), '--evidence', 'checked', ...more], {
          folder,
          env: { PATH: '/nonexistent' },
        })
      const loud = await blind()
      expect(loud.code).toBe(0)
      expect(loud.stderr).toMatch(
        /^note: undated evidence counts whatever its age: git cannot be run: [^\n]+\n$/,
      )
      expect((await blind('--quiet')).stderr).toBe('')
    })
  })

  it('takes checked or declared and nothing else', async () => {
    const { code, stderr } = await run(['assess', 'examples/minimal.yaml', '--evidence', 'chekced'])
    expect(code).toBe(2)
    expect(stderr).toContain('did you mean "checked"?')
  })
})
