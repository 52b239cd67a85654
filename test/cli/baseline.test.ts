/** Baselines and revisions as what findings are compared with, through the commands, in real folders and repositories. */
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { text } from '../check/descriptions.ts'
import { makeRepository, type Repository } from './repository.ts'
import { inFolder, run } from './run.ts'

const practices = {
  '5.1.1': '{ level: 2 }',
  '6.2.1': '{ level: 3 }',
  '6.2.2': '{ level: 2 }',
  '7.4': '{ level: 3 }',
}
const org = text(practices)
const worse = text({ ...practices, '6.2.2': '{ level: 1 }' })
const swapped = text({ ...practices, '6.2.2': '{ level: 3 }', '7.4': '{ level: 1 }' })
const better = text({
  ...practices,
  '6.2.2': '{ level: 3, evidence: [{ ticket: T-1, kind: record, date: 2026-10-01 }] }',
})

async function withBaseline(
  use: (at: {
    folder: string
    baseline: () => string
    write: (yaml: string) => void
    run: typeof run
  }) => Promise<void>,
) {
  await inFolder(async (folder) => {
    const here: typeof run = (argv, setting) => run(argv, { folder, ...setting })
    const write = (yaml: string) => writeFileSync(join(folder, 'org.yaml'), yaml)
    write(org)
    expect((await here(['baseline', 'write', 'org.yaml'])).code).toBe(0)
    await use({
      folder,
      write,
      run: here,
      baseline: () => readFileSync(join(folder, 'ims-gap.baseline.yaml'), 'utf8'),
    })
  })
}

/** Lines that one text has and the other has not, both ways. */
const changedLines = (a: string, b: string) => {
  const [left, right] = [a.split('\n'), b.split('\n')]
  return {
    gone: left.filter((line) => !right.includes(line)),
    added: right.filter((line) => !left.includes(line)),
  }
}

describe('a baseline', () => {
  it('lets pass what it accepted, and fails for what is new or worse', async () => {
    await withBaseline(async ({ write, run }) => {
      const same = await run(['check', 'org.yaml'])
      expect(same.code).toBe(0)
      expect(same.stdout).toContain('compared with ims-gap.baseline.yaml')
      write(worse)
      const failed = await run(['check', 'org.yaml'])
      expect(failed.code).toBe(1)
      expect(failed.stdout).toContain('worse, from level 2 to 1: ')
      expect((await run(['check', 'org.yaml', '--fail-on-new', 'none'])).code).toBe(0)
    })
  })

  it('fails for a swap: one fixed and one new', async () => {
    await withBaseline(async ({ write, run }) => {
      write(swapped)
      const { code, stdout } = await run(['check', 'org.yaml'])
      expect(code).toBe(1)
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain('2 no longer found')
      expect(stdout.replace(/\s+/g, ' ')).toContain(
        'NO LONGER FOUND - Claimed level without supporting evidence: 7.4 Communication [evidence/level-not-shown@7.4] - Below target: 6.2.2 Planning to achieve objectives [practice/below-target@6.2.2]',
      )
      expect(stdout).toContain('- new: 7.4 ')
    })
  })

  it('changes by one line for one fixed finding, and says so until it is pruned', async () => {
    await withBaseline(async ({ write, run, baseline }) => {
      const before = baseline()
      write(better)
      const praised = await run(['check', 'org.yaml'])
      expect(praised.code).toBe(0)
      expect(praised.stdout).toContain('ims-gap baseline prune org.yaml')
      expect(baseline()).toBe(before)
      const pruned = await run(['baseline', 'prune'])
      expect(pruned.code).toBe(0)
      const { gone, added } = changedLines(before, baseline())
      expect(gone.every((line) => line.startsWith('  - { file: org.yaml, finding: '))).toBe(true)
      expect(gone.some((line) => line.includes('practice/below-target@6.2.2'))).toBe(true)
      expect(added).toEqual([])
      const once = baseline()
      expect((await run(['baseline', 'prune'])).stderr).toBe('ims-gap.baseline.yaml: nothing changed\n')
      expect(baseline()).toBe(once)
    })
  })

  it('tightens by itself with --ratchet, and never loosens', async () => {
    await withBaseline(async ({ write, run, baseline }) => {
      const before = baseline()
      write(text({ ...practices, '5.1.1': '{ level: 1 }', '6.2.2': '{ level: 3 }', '8.1': '{ level: 1 }' }))
      const ratcheted = await run(['check', 'org.yaml', '--ratchet'])
      expect(ratcheted.code).toBe(1)
      expect(ratcheted.stdout).not.toContain('baseline prune')
      const { gone, added } = changedLines(before, baseline())
      expect(gone.some((line) => line.includes('below-target@6.2.2'))).toBe(true)
      const withoutLevel = (line: string) => line.replace(/level: \d, /, '')
      expect(gone.map(withoutLevel)).toEqual(expect.arrayContaining(added.map(withoutLevel)))
      expect(baseline()).toMatch(/below-target@5\.1\.1, level: 2,/)
    })
  })

  it('is not tightened by a comparison with a revision', async () => {
    await withBaseline(async ({ run }) => {
      const { code, stderr } = await run(['check', 'org.yaml', '--base', 'main', '--ratchet'])
      expect(code).toBe(2)
      expect(stderr).toContain('--ratchet tightens a baseline, and --base compares with a revision')
    })
  })

  it('that is no file is told without a word about standard input', async () => {
    await withBaseline(async ({ run }) => {
      const { code, stderr } = await run(['check', 'org.yaml', '--baseline', '/dev/null'])
      expect({ code, stderr }).toEqual({ code: 2, stderr: 'error: /dev/null is not a regular file\n' })
    })
  })

  it('keeps reasons and days when it is written again, and other files', async () => {
    await withBaseline(async ({ folder, run, baseline }) => {
      writeFileSync(join(folder, 'b.yaml'), org)
      const path = join(folder, 'ims-gap.baseline.yaml')
      writeFileSync(
        path,
        baseline().replace('since: 2026-11-24 }', 'since: 2025-01-01, reason: "Agreed: spring." }'),
      )
      const { code, stderr } = await run(['baseline', 'write', 'b.yaml', 'org.yaml'], { today: '2026-12-01' })
      expect(code).toBe(0)
      expect(stderr).toMatch(
        /^ims-gap\.baseline\.yaml: \d+ findings \(\d+ added\)\n(?: {2}accepted \d+ [a-z/-]+\n)+$/,
      )
      expect(baseline().match(/since: 2025-01-01, reason: "Agreed: spring\."/g)).toHaveLength(1)
      expect(baseline()).toMatch(/file: b\.yaml, finding: [^,]+, (?:level: \d, )?since: 2026-12-01/)
      const lines = baseline()
        .split('\n')
        .filter((line) => line.startsWith('  - '))
      expect(lines.map((line) => line.slice(0, line.indexOf(', ', 30)))).toEqual(
        lines.map((line) => line.slice(0, line.indexOf(', ', 30))).sort(),
      )
    })
  })

  it('keeps what stands for a file that is gone, and says so: it may have been renamed', async () => {
    await withBaseline(async ({ folder, run, baseline }) => {
      const before = baseline()
      renameSync(join(folder, 'org.yaml'), join(folder, 'firm.yaml'))
      const { code, stderr } = await run(['baseline', 'prune'])
      expect(code).toBe(0)
      expect(stderr).toMatch(
        /note: org\.yaml is not there, and its \d+ findings stay; where it was renamed, rename it/,
      )
      expect(baseline()).toBe(before)
      writeFileSync(
        join(folder, 'ims-gap.baseline.yaml'),
        before.replaceAll('file: org.yaml', 'file: firm.yaml'),
      )
      expect((await run(['check', 'firm.yaml'])).code).toBe(0)
    })
  })

  it('is found from wherever the tool is called, and names files from its own folder', async () => {
    await withBaseline(async ({ folder, run }) => {
      mkdirSync(join(folder, 'elsewhere'))
      const { code, stdout } = await run(['check', '../org.yaml'], { folder: join(folder, 'elsewhere') })
      expect(code).toBe(0)
      expect(stdout).toContain('compared with ../ims-gap.baseline.yaml')
      expect((await run(['check', 'org.yaml', '--baseline', './ims-gap.baseline.yaml'])).code).toBe(0)
    })
  })

  it('is not written where a file is broken, and what was there stays', async () => {
    await withBaseline(async ({ folder, run, baseline }) => {
      const before = baseline()
      writeFileSync(join(folder, 'b.yaml'), 'ims-gap: [')
      const { code, stderr } = await run(['baseline', 'write', 'org.yaml', 'b.yaml'])
      expect(code).toBe(3)
      expect(stderr).toContain('nothing was written')
      expect((await run(['baseline', 'write', 'org.yaml', 'missing.yaml'])).code).toBe(4)
      expect(baseline()).toBe(before)
    })
  })

  it('that a merge broke ends with 2 at its line, for every command', async () => {
    await withBaseline(async ({ folder, run, baseline }) => {
      const lines = baseline().split('\n')
      lines.splice(6, 0, '<<<<<<< ours')
      writeFileSync(join(folder, 'ims-gap.baseline.yaml'), lines.join('\n'))
      for (const argv of [
        ['check', 'org.yaml'],
        ['baseline', 'write', 'org.yaml'],
        ['baseline', 'prune'],
        ['baseline', 'show'],
      ]) {
        const { code, stdout, stderr } = await run(argv)
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
        expect(stderr).toMatch(/^ims-gap\.baseline\.yaml:7:1: error: .*\[source\/conflict-marker\]/)
      }
    })
  })

  it('shows what it holds', async () => {
    await withBaseline(async ({ run }) => {
      const { stdout } = await run(['baseline', 'show'])
      expect(stdout).toMatch(/^ACCEPTED FINDINGS: org\.yaml\nFinding +Level {2}Since +Reason\n─+/)
      expect(stdout).toMatch(/practice\/below-target@6\.2\.2 +2 {2}2026-11-24$/m)
      expect(stdout).toMatch(/\d+ accepted findings of 1 file, by iso-56002:2019, pack version /)
    })
  })

  it.each([
    [['baseline', 'wirte', 'org.yaml'], 'did you mean "write"?'],
    [['baseline', 'write', '-'], 'name the file'],
    [['baseline', 'write'], 'no file was named'],
    [['baseline', 'prune', 'org.yaml'], 'there is no baseline'],
    [['baseline', 'show'], 'there is no baseline'],
  ])('%j ends with 2', async (argv, says) => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), org)
      const { code, stdout, stderr } = await run(argv, { folder })
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(says)
    })
  })
})

describe('a revision', () => {
  const env = { PATH: process.env['PATH'] ?? '' }
  async function inRepository(
    use: (repository: Repository, check: (...argv: string[]) => ReturnType<typeof run>) => Promise<void>,
  ) {
    await inFolder(async (folder) => {
      const repository = makeRepository(folder)
      repository.commit('2026-10-01', { 'org.yaml': org, 'plants/a.yaml': org })
      repository.git('checkout', '--quiet', '-b', 'work')
      await use(repository, (...argv) => run(['check', ...argv], { folder, env }))
    })
  }
  const change = (folder: string, yaml: string) => writeFileSync(join(folder, 'org.yaml'), yaml)

  it('is what findings are compared with, committed or not', async () => {
    await inRepository(async ({ folder, commit }, check) => {
      expect((await check('org.yaml', 'plants', '--base', 'main')).code).toBe(0)
      change(folder, swapped)
      const open = await check('org.yaml', 'plants', '--base', 'main')
      expect(open.code).toBe(1)
      expect(open.stdout).toContain('- new: 7.4 ')
      expect(open.stdout).toMatch(/^passed +plants\/a\.yaml/m)
      commit('2026-10-02', {})
      expect((await check('org.yaml', '--base', 'main')).code).toBe(1)
      expect((await check('org.yaml', '--base', 'HEAD')).code).toBe(0)
    })
  })

  it('counts from where the branch left it, so that what happened there since is nobody’s fault here', async () => {
    await inRepository(async ({ git, commit }, check) => {
      commit('2026-10-02', { 'org.yaml': worse })
      git('checkout', '--quiet', 'main')
      commit('2026-10-03', { 'org.yaml': better })
      git('checkout', '--quiet', 'work')
      const { code, stdout } = await check('org.yaml', '--base', 'main')
      expect(code).toBe(1)
      expect(stdout).toContain('worse, from level 2 to 1: ')
    })
  })

  it('passes a file that is new, fails one that was invalid there, and says so', async () => {
    await inRepository(async ({ folder, git, commit }, check) => {
      git('checkout', '--quiet', 'main')
      commit('2026-10-02', { 'broken.yaml': 'ims-gap: [' })
      writeFileSync(join(folder, 'broken.yaml'), org)
      renameSync(join(folder, 'org.yaml'), join(folder, 'new.yaml'))
      const { code, stdout } = await check('new.yaml', 'broken.yaml', '--base', 'main', '--all')
      expect(code).toBe(1)
      const said = stdout.replace(/\s+/g, ' ')
      expect(said).toContain('met compared with org.yaml at main (moved)')
      expect(said).toContain(
        'fails not compared: broken.yaml at main is invalid (--allow-uncompared lets it pass)',
      )
    })
  })

  it('follows a description that was moved, so that moving it hides nothing', async () => {
    await inRepository(async ({ folder, git, commit }, check) => {
      mkdirSync(join(folder, 'sites', 'lisbon'), { recursive: true })
      git('mv', 'org.yaml', 'sites/lisbon/org.yaml')
      commit('2026-10-02', {})
      const moved = await check('sites', '--base', 'main', '--format', 'json')
      expect(moved.code).toBe(0)
      expect(JSON.parse(moved.stdout).files[0].findings[0].status).toBe('unchanged')
      commit('2026-10-03', { 'sites/lisbon/org.yaml': worse })
      const { code, stdout } = await check('sites', '--base', 'main')
      expect(code).toBe(1)
      expect(stdout).toContain('worse, from level 2 to 1: ')
    })
  })

  it('names deleted descriptions, and fails nothing for them', async () => {
    await inRepository(async ({ folder, git, commit }, check) => {
      const other = { 'plants/notes.yaml': 'a: 1\n', 'plants/.x/c.yaml': org, 'org2.yaml': org }
      commit('2026-10-02', { ...other, 'plants/b.yaml': worse, 'plants/deep/c.yml': swapped })
      git('checkout', '--quiet', '-b', 'next')
      git('mv', 'plants/deep/c.yml', 'plants/d.yml')
      for (const name of ['plants/b.yaml', 'plants/notes.yaml', 'plants/.x/c.yaml', 'org2.yaml'])
        rmSync(join(folder, name))
      commit('2026-10-03', {})
      const said = 'plants/b.yaml is a practice description in work and no longer exists\n'
      const plain = await check('plants', '--base', 'work')
      expect(plain).toMatchObject({ code: 0, stderr: '' })
      expect(plain.stdout.replaceAll(/\s+/g, ' ')).toContain(` deleted ${said.trim()} `)
      expect(plain.stdout.match(/no\s+longer\s+exists/g)).toHaveLength(1)
      const json = await check('plants', '--base', 'work', '--format', 'json')
      expect(json).toMatchObject({ code: 0, stderr: `note: ${said}` })
      expect(JSON.parse(json.stdout).base.deleted).toEqual(['plants/b.yaml'])
      for (const format of ['summary', 'comment'])
        expect((await check('plants', '--base', 'work', '--format', format)).stdout).toContain(
          '### Deleted (1)\n\n- plants/b.yaml is a practice description in work and no longer exists\n',
        )
      // From another folder and for all of the repository, too.
      expect(
        JSON.parse((await check('.', '--base', 'work', '--format', 'json')).stdout).base.deleted,
      ).toEqual(['org2.yaml', 'plants/b.yaml'])
      const inside = { folder: join(folder, 'plants'), env }
      const here = await run(['check', '.', '--base', 'work', '--format', 'json'], inside)
      expect(JSON.parse(here.stdout).base.deleted).toEqual(['b.yaml'])
      expect((await check('plants/a.yaml', '--base', 'work')).stdout).not.toContain('no longer exists')
      expect((await check('plants', '--base', 'HEAD')).stdout).not.toContain('no longer exists')
      writeFileSync(join(folder, 'ims-gap.config.yaml'), 'files: [plants]\n')
      expect((await check('--base', 'work')).stdout).toContain(said)
    })
  })

  it('holds a file against what it was, whatever its name', async () => {
    await inRepository(async ({ commit }, check) => {
      commit('2026-10-02', { 'odd\nname.yaml': org })
      expect((await check('odd\nname.yaml', '--base', 'HEAD')).stdout).not.toContain('new since')
    })
  })

  it('follows a link to the description it leads to', async () => {
    await inRepository(async ({ folder, commit }, check) => {
      symlinkSync('org.yaml', join(folder, 'link.yaml'))
      commit('2026-10-02', {})
      change(folder, worse)
      const { code, stdout } = await check('link.yaml', '--base', 'HEAD')
      expect(code).toBe(1)
      expect(stdout).toContain('worse, from level 2 to 1: ')
    })
  })

  it('says nothing of files in a repository inside of it', async () => {
    await inRepository(async ({ folder }, check) => {
      mkdirSync(join(folder, 'inner'))
      makeRepository(join(folder, 'inner')).commit('2026-10-02', { 'org.yaml': org })
      const { stdout } = await check('org.yaml', 'inner/org.yaml', '--base', 'main', '--all')
      expect(stdout.replace(/\s+/g, ' ')).toContain('the file lies outside of the repository of main')
      expect(stdout).not.toContain('new since')
    })
  })

  it('does not excuse a waiver that was taken out', async () => {
    await inRepository(async ({ folder, commit }, check) => {
      const waiver =
        'waivers:\n  - { finding: practice/below-target@6.2.2, reason: Accepted until the reorganization., owner: Head, until: 2027-12-31 }\n'
      commit('2026-10-02', { 'org.yaml': `${org}${waiver}` })
      expect((await check('org.yaml', '--base', 'HEAD')).code).toBe(0)
      change(folder, org)
      const { code, stdout } = await check('org.yaml', '--base', 'HEAD')
      expect(code).toBe(1)
      expect(stdout).toContain('- new: 6.2.2 ')
    })
  })

  it('blames the branch that deletes a piece of evidence, and not the one that finds it missing', async () => {
    await inRepository(async ({ folder, commit }, check) => {
      const citing = (file: string) =>
        `{ level: 2, evidence: [{ file: ${file}, kind: document, date: 2026-10-01 }] }`
      commit('2026-10-02', {
        'org.yaml': text({ '6.4': citing('list.md'), '7.4': citing('never.md') }),
        'list.md': 'x',
      })
      expect((await check('org.yaml', '--base', 'HEAD')).code).toBe(0)
      rmSync(join(folder, 'list.md'))
      const { code, stdout } = await check('org.yaml', '--base', 'HEAD', '--format', 'json')
      expect(code).toBe(1)
      const failing = JSON.parse(stdout).files[0].findings.filter(({ fails }: { fails: boolean }) => fails)
      expect(
        failing.map(({ rule, element }: { rule: string; element: string }) => [rule, element]),
      ).toContainEqual(['evidence/file-shows-nothing', '6.4'])
      expect(failing.every(({ element }: { element: string }) => element === '6.4')).toBe(true)
    })
  })

  describe('where files cited as evidence show nothing', () => {
    const citing = (file: string) =>
      `{ level: 2, evidence: [{ file: ${file}, kind: document, date: 2026-10-01 }] }`
    const places = {
      '5.1.1': 'empty.md',
      '6.2.1': 'out.md',
      '6.2.2': 'dead.md',
      '6.4': 'inner',
      '7.4': 'linked/empty.md',
      '8.1': 'deep/round.md',
    }
    const citingAll = text(Object.fromEntries(Object.entries(places).map(([id, file]) => [id, citing(file)])))
    const failing = ({ stdout }: { stdout: string }) =>
      JSON.parse(stdout)
        .files[0].findings.filter(({ fails }: { fails: boolean }) => fails)
        .map(({ id }: { id: string }) => id)
        .filter((id: string) => id.startsWith('evidence/file-shows-nothing'))

    it('blames nobody as long as nothing changed', async () => {
      await inRepository(async ({ folder, commit }, check) => {
        const links = { 'out.md': '../beyond.md', 'dead.md': 'gone.md', linked: 'real' }
        for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name))
        mkdirSync(join(folder, 'deep'))
        symlinkSync('../deep/round.md', join(folder, 'deep', 'round.md'))
        mkdirSync(join(folder, 'inner'))
        makeRepository(join(folder, 'inner')).commit('2026-10-02', { 'x.md': 'x' })
        commit('2026-10-02', { 'empty.md': '', 'real/empty.md': '', 'org.yaml': citingAll })
        commit('2026-10-03', { 'plants/a.yaml': better })
        const now = await check('org.yaml', '--base', 'HEAD~1', '--format', 'json')
        const shown = JSON.parse(now.stdout).files[0].findings.map(({ id }: { id: string }) => id)
        for (const [id, file] of Object.entries(places))
          expect(shown).toContain(`evidence/file-shows-nothing@${id}#${file}`)
        expect({ code: now.code, failing: failing(now) }).toEqual({ code: 0, failing: [] })
        expect((await check('org.yaml', '--base', 'HEAD')).code).toBe(0)
      })
    })

    it('blames the branch that empties one, takes away what a link leads to, or leads it out', async () => {
      await inRepository(async ({ folder, commit }, check) => {
        symlinkSync('real.md', join(folder, 'out.md'))
        symlinkSync('kept', join(folder, 'linked'))
        const yaml = text({
          '5.1.1': citing('empty.md'),
          '6.2.1': citing('out.md'),
          '6.2.2': citing('linked/x.md'),
        })
        const there = { 'empty.md': 'x', 'real.md': 'x', 'other.md': 'x', 'kept/x.md': 'x' }
        commit('2026-10-02', { ...there, 'org.yaml': yaml })
        expect((await check('org.yaml', '--base', 'HEAD')).code).toBe(0)
        writeFileSync(join(folder, 'empty.md'), '')
        rmSync(join(folder, 'out.md'))
        symlinkSync('/nowhere/at/all.md', join(folder, 'out.md'))
        rmSync(join(folder, 'kept'), { recursive: true })
        const { code, stdout } = await check('org.yaml', '--base', 'HEAD', '--format', 'json')
        expect(code).toBe(1)
        expect(failing({ stdout }).sort()).toEqual([
          'evidence/file-shows-nothing@5.1.1#empty.md',
          'evidence/file-shows-nothing@6.2.1#out.md',
          'evidence/file-shows-nothing@6.2.2#linked/x.md',
        ])
      })
    })
  })

  it.each([
    ['nonsense', 'there is no revision "nonsense"'],
    ['nonsense', 'a branch of another clone is named with it, such as origin/main'],
    ['origin/main', 'if it is a branch of another clone, fetch it first: git fetch origin main'],
    ['main..work', 'is not a valid name of a revision'],
    ['--upload-pack=x', 'is not a valid name of a revision'],
    ['HEAD:org.yaml', 'is not a valid name of a revision'],
  ])('named %s ends with 2', async (name, says) => {
    await inRepository(async (_, check) => {
      const { code, stdout, stderr } = await check('org.yaml', `--base=${name}`)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(says)
    })
  })

  it('that a shallow clone lacks is told with what to do', async () => {
    await inRepository(async ({ folder, git, commit }) => {
      commit('2026-10-02', { 'org.yaml': worse })
      git('clone', '--quiet', '--depth', '1', '--branch', 'work', `file://${folder}`, 'clone')
      const { code, stderr } = await run(['check', 'org.yaml', '--base', 'origin/main'], {
        folder: join(folder, 'clone'),
        env,
      })
      expect(code).toBe(2)
      expect(stderr).toContain('fetch-depth: 0')
    })
  })
})
