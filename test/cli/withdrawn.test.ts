/** Answers removed or lowered since a revision, through the command: listed in every output, and a gate on request. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { text } from '../check/descriptions.ts'
import { makeRepository } from './repository.ts'
import { inFolder, type Run, run } from './run.ts'

const practices = {
  '5.1.1': '{ level: 2 }',
  '6.2.1': '{ level: 3 }',
  '6.2.2': '{ level: 1 }',
  '7.4': '{ level: 4 }',
}
const org = text(practices)
const { '6.2.2': _, ...without } = practices
const withdrawn = text(without)
const lower = text({ ...practices, '7.4': '{ level: 3 }' })
const env = { PATH: process.env['PATH'] ?? '' }

/** Checks `org.yaml` as it is now against what it was. */
async function check(
  now: string,
  argv: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return inFolder(async (folder) => {
    makeRepository(folder).commit('2026-10-01', { 'org.yaml': org, ...more })
    writeFileSync(join(folder, 'org.yaml'), now)
    return run(['check', 'org.yaml', ...argv], { folder, env })
  })
}

describe('an answer that is withdrawn', () => {
  it('is listed, and what is no longer evaluated does not count as fixed', async () => {
    const { code, stdout } = await check(withdrawn, ['--base', 'HEAD'])
    expect(code).toBe(0)
    expect(stdout).toContain('ANSWERS REMOVED OR LOWERED\n- 6.2.2: was 1, no longer assessed\n')
    expect(stdout).toContain(
      'NO LONGER REPORTED, BUT NOT FIXED\n- no longer evaluated, because an input is no longer given:\n',
    )
    expect(stdout.replace(/\s+/g, ' ')).toContain('[practice/below-target@6.2.2]: needs 6.2.2')
    expect(stdout).not.toMatch(/^FIXED|NO LONGER FOUND|no longer found/m)
    const same = await check(org, ['--base', 'HEAD'])
    expect(same.stdout).not.toMatch(/REMOVED OR LOWERED|NO LONGER|FIXED/)
  })

  it('fails where that was asked for, by flag or by configuration', async () => {
    for (const [argv, more] of [
      [['--base', 'HEAD', '--fail-on-withdrawn'], {}],
      [['--base', 'HEAD'], { 'ims-gap.config.yaml': 'failOnWithdrawn: true\n' }],
    ] as const) {
      const { code, stdout } = await check(withdrawn, argv, more)
      expect(code).toBe(1)
      expect(stdout).toContain('fails  answers withdrawn (6.2.2)')
      expect((await check(lower, argv, more)).code).toBe(0)
    }
  })

  it('fails in every output', async () => {
    const says = {
      json: '"gate": "withdrawn"',
      'github.txt':
        '::error file=org.yaml,line=1,endLine=1,title=Gate on what is withdrawn not met::answers withdrawn (6.2.2)',
      'junit.xml':
        '<testcase name="Gate on what is withdrawn" classname="org.yaml" file="org.yaml" time="0">\n      <failure message="answers withdrawn',
      'summary.md': '| what is withdrawn | **not met** | answers withdrawn (6.2.2) |',
      'comment.md':
        '### Answers removed or lowered (1)\n\n- 6.2.2: was 1, no longer assessed\n\n### No longer reported, but not fixed (',
      sarif: '"weakened": 1',
    }
    await inFolder(async (folder) => {
      makeRepository(folder).commit('2026-10-01', { 'org.yaml': org })
      writeFileSync(join(folder, 'org.yaml'), withdrawn)
      const outputs = Object.keys(says).flatMap((ending) => ['-o', `out.${ending}`])
      const argv = ['check', 'org.yaml', '--base', 'HEAD', '--fail-on-withdrawn', ...outputs]
      expect((await run(argv, { folder, env })).code).toBe(1)
      for (const [ending, text] of Object.entries(says))
        expect(readFileSync(join(folder, `out.${ending}`), 'utf8')).toContain(text)
    })
  })

  it('has nothing to fail by without a revision: a flag is refused, a configuration told', async () => {
    const flag = await check(org, ['--fail-on-withdrawn'])
    expect(flag).toMatchObject({ code: 2, stdout: '' })
    expect(flag.stderr).toContain('--fail-on-withdrawn has nothing to compare with')
    expect(flag.stderr).toContain('--base')
    const configured = await check(org, [], { 'ims-gap.config.yaml': 'failOnWithdrawn: true\n' })
    expect(configured.code).toBe(0)
    expect(configured.stderr).toBe(
      'note: failOnWithdrawn has nothing to compare with: only a revision (--base) records answers\n',
    )
    expect(configured.stdout).not.toContain('withdrawn')
  })

  it('includes a description that was deleted', async () => {
    await inFolder(async (folder) => {
      makeRepository(folder).commit('2026-10-01', { 'plants/a.yaml': org, 'plants/b.yaml': org })
      rmSync(join(folder, 'plants', 'b.yaml'))
      const there = (...argv: string[]) =>
        run(['check', 'plants', '--base', 'HEAD', ...argv], { folder, env })
      expect((await there()).code).toBe(0)
      const { code, stdout } = await there('--fail-on-withdrawn')
      expect(code).toBe(1)
      expect(stdout.replace(/\s+/g, ' ')).toContain('no longer exists, which fails the check')
      expect(stdout).toContain('The file passes, but a description was deleted, as of 2026-11-24')
      for (const [format, says] of [
        ['github', '::error file=plants/b.yaml,line=1,endLine=1,title=Description deleted::'],
        ['junit', '<testsuite name="plants/b.yaml"'],
        ['summary', 'A description was deleted, which fails the check.'],
        ['json', '"deletedFails": true'],
        ['badge', ', check failed"'],
      ] as const)
        expect((await there('--fail-on-withdrawn', '--format', format)).stdout).toContain(says)
    })
  })
})

describe('a level that is lowered', () => {
  it('is shown where no finding follows, and fails nothing', async () => {
    const { code, stdout } = await check(lower, ['--base', 'HEAD', '--fail-on-withdrawn'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/ANSWERS REMOVED OR LOWERED\n- 7\.4: 4 -> 3 \(org\.yaml:\d+:\d+\)\n/)
    expect(stdout).toContain('met  no answer, target or register was withdrawn')
  })
})

describe('more than ten', () => {
  const ids = [
    '4.1.1',
    '4.1.2',
    '4.1.3',
    '4.2',
    '4.3',
    '4.4.1',
    '4.4.2',
    '4.4.3',
    '5.1.1',
    '5.1.2',
    '5.1.3',
    '5.1.4',
  ]
  const many = text(Object.fromEntries(ids.map((id) => [id, '{ level: 5 }'])))

  it('are counted unless all are wanted', async () => {
    await inFolder(async (folder) => {
      makeRepository(folder).commit('2026-10-01', { 'org.yaml': many })
      writeFileSync(join(folder, 'org.yaml'), many.replaceAll('5 }', '4 }'))
      const short = await run(['check', 'org.yaml', '--base', 'HEAD'], { folder, env })
      expect(short.stdout).toContain('… and 2 more (--all)')
      expect(short.stdout).not.toContain('5.1.4: 5 -> 4')
      const long = await run(['check', 'org.yaml', '--base', 'HEAD', '--all'], { folder, env })
      expect(long.stdout).toContain('5.1.4: 5 -> 4')
    })
  })
})

describe('against a baseline', () => {
  const withBaseline = (use: (folder: string, call: (...argv: string[]) => Promise<Run>) => Promise<void>) =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), org)
      const call = (...argv: string[]) => run(argv, { folder })
      expect((await call('baseline', 'write', 'org.yaml')).code).toBe(0)
      await use(folder, call)
    })
  const lines = (folder: string) => readFileSync(join(folder, 'ims-gap.baseline.yaml'), 'utf8')

  it('a finding that is not evaluated stays accepted, and returns unchanged', async () => {
    await withBaseline(async (folder, call) => {
      const before = lines(folder)
      writeFileSync(join(folder, 'org.yaml'), withdrawn)
      const { stdout } = await call('check', 'org.yaml')
      expect(stdout).toContain('NO LONGER REPORTED, BUT NOT FIXED\n- no longer evaluated')
      expect(stdout).not.toMatch(/NO LONGER FOUND|baseline prune/)
      for (const argv of [
        ['baseline', 'prune'],
        ['check', 'org.yaml', '--ratchet'],
      ]) {
        expect((await call(...argv)).stderr).toMatch(
          /nothing changed; \d+ stay, although not found: not evaluated or not applicable\n$/,
        )
        expect(lines(folder)).toBe(before)
      }
      writeFileSync(join(folder, 'org.yaml'), org)
      expect((await call('check', 'org.yaml')).code).toBe(0)
    })
  })

  it('a lower target does not fix a finding, but its baseline entry may be removed', async () => {
    await withBaseline(async (folder, call) => {
      writeFileSync(join(folder, 'org.yaml'), `${org}targets: { default: 0 }\n`)
      const { stdout } = await call('check', 'org.yaml')
      expect(stdout).toContain('the target was lowered:')
      expect(stdout).toContain('ims-gap baseline prune org.yaml')
      await call('baseline', 'prune')
      expect(lines(folder)).not.toContain('practice/below-target')
    })
  })

  it('a file without entries is reported as such', async () => {
    await withBaseline(async (folder, call) => {
      mkdirSync(join(folder, 'other'))
      writeFileSync(join(folder, 'other', 'b.yaml'), org)
      const { code, stdout } = await call('check', 'org.yaml', 'other/b.yaml', '--all')
      expect(code).toBe(1)
      expect(stdout).toMatch(
        /fails {2}\d+ open findings are new: the baseline has no entries for this file\n/,
      )
      expect(stdout.match(/has no entries for/g)).toHaveLength(1)
    })
  })
})

it('says how evidence was treated, as it makes the numbers differ from those of assess', async () => {
  const looked =
    'Files named as evidence were looked at, which ims-gap assess does only with --evidence checked'
  const declared = 'Evidence counts as declared; the files it names were not checked.'
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'org.yaml'), org)
    for (const format of ['terminal', 'summary', 'comment']) {
      const flat = async (...argv: string[]) =>
        (await run(['check', 'org.yaml', '--format', format, ...argv], { folder })).stdout.replace(
          /\s+/g,
          ' ',
        )
      expect(await flat()).toContain(looked)
      expect(await flat('--evidence', 'declared')).toContain(declared)
    }
  })
})
