/** Files and arguments as a careless or hostile user gives them: nothing is lost, nothing hangs, and every refusal says what to do. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, run, small } from '../cli/run.ts'
import { type Expected, expectHarmless } from './harmless.ts'

/** A folder with a description, other people's files, links of every kind, and a pipe nobody writes to. */
async function inTrap(use: (folder: string) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
    write('org.yaml', small)
    write('notes.md', 'What I think of ims-gap\n')
    write('org.csv', small)
    write('input.md', small)
    mkdirSync(join(folder, 'folder.md'))
    symlinkSync('input.md', join(folder, 'to-input.md'))
    symlinkSync('nowhere/x.md', join(folder, 'to-nowhere.md'))
    symlinkSync('new.md', join(folder, 'to-new.md'))
    symlinkSync('loop-b.md', join(folder, 'loop-a.md'))
    symlinkSync('loop-a.md', join(folder, 'loop-b.md'))
    symlinkSync('/dev/full', join(folder, 'full.md'))
    execFileSync('mkfifo', [join(folder, 'pipe.md')])
    await use(folder)
  })
}

const onUnix = process.platform === 'linux'

describe.runIf(onUnix)('files', () => {
  const inputs: [argv: string[], expected: Expected][] = [
    [['assess', ''], { code: 2, says: 'the name of a file is empty' }],
    [['assess', '.'], { code: 4, says: 'is a folder' }],
    [['assess', 'pipe.md'], { code: 3, says: 'not a regular file' }],
    [['assess', '/dev/zero'], { code: 3, says: 'not a regular file' }],
    [['assess', 'loop-a.md'], { code: 4, says: 'too many links' }],
    [['assess', 'to-nowhere.md'], { code: 4, says: 'it is a link to a file that does not exist' }],
    [['assess', 'org.yml'], { code: 4, says: 'did you mean "org.yaml"?' }],
    [['assess', 'org.yaml/x'], { code: 4, says: 'a part of the path is not a folder' }],
    [['assess', `${'x'.repeat(300)}.yaml`], { code: 4, says: 'the name is too long' }],
    [
      ['assess', 'a\u001b[2J::error::\n.yaml'],
      { code: 4, says: 'no such file: a\\u{1b}[2J::error::\\u{a}.yaml' },
    ],
    [['assess', '::error::.yaml'], { code: 4, says: 'no such file' }],
    [['assess', '--', '--format'], { code: 4, says: 'no such file: --format' }],
    [['assess', 'org.yaml', '--pack', ''], { code: 2, says: 'pack folder is empty' }],
    [['assess', 'org.yaml', '--pack', 'org.yaml'], { code: 4, says: 'not a folder' }],
    [['assess', 'org.yaml', '--pack', 'folder.md'], { code: 3, says: 'no pack.yaml' }],
  ]
  it.each(inputs)('input: %j', async (argv, expected) => {
    await inTrap(async (folder) => expectHarmless(await run(argv, { folder }), expected))
  })

  const outputs: [argv: string[], expected: Expected][] = [
    [['-o', 'notes.md'], { code: 4, says: 'was not written by ims-gap, or was edited since' }],
    [['-o', 'org.csv'], { code: 4, says: 'was not written by ims-gap, or was edited since' }],
    [['-o', 'folder.md', '--force'], { code: 4, says: 'is a folder' }],
    [['-o', 'missing/r.md'], { code: 4, says: 'there is no folder missing' }],
    [['-o', 'to-nowhere.md'], { code: 4, says: 'is a link to a file that does not exist' }],
    [['-o', 'to-new.md', '--force'], { code: 4, says: 'is a link to a file that does not exist' }],
    [['-o', 'loop-a.md', '--force'], { code: 4, says: 'too many links' }],
    [['-o', 'pipe.md'], { code: 4, says: 'not a regular file' }],
    [['-o', 'full.md'], { code: 4, says: 'is a link that leads out of' }],
    [['-o', '/dev/full'], { code: 2, says: 'cannot tell the format' }],
    [['-o', 'a.md', '-o', './a.md'], { code: 2, says: 'written twice' }],
    [['-o', 'new.md', '-o', 'to-new.md'], { code: 2, says: 'written twice' }],
    [['-o', '-', '-o', '-'], { code: 2, says: 'written twice' }],
    [['-o', 'a.md', '-o', 'notes.md'], { code: 4, says: 'was not written by ims-gap, or was edited since' }],
    [['-o', 'report.html'], { code: 2, says: '.txt, .json, .md, .csv, .elements.csv or .findings.csv' }],
    [['-o', ''], { code: 2, says: 'cannot tell the format' }],
    [['-o', `${'x'.repeat(300)}.md`], { code: 4, says: 'the name is too long' }],
  ]
  it.each(outputs)('output: %j leaves everything as it was', async (argv, expected) => {
    await inTrap(async (folder) => {
      const before = contentsOf(folder)
      expectHarmless(await run(['assess', 'org.yaml', ...argv], { folder }), expected)
      expect(contentsOf(folder)).toEqual(before)
    })
  })

  it('the input is never written, whatever it is called', async () => {
    await inTrap(async (folder) => {
      linkSync(join(folder, 'input.md'), join(folder, 'same.md'))
      for (const output of ['input.md', './input.md', 'to-input.md', 'same.md'])
        await run(['assess', 'input.md', '-o', output, '--force'], { folder })
      expect(readFileSync(join(folder, 'input.md'), 'utf8')).toBe(small)
    })
  })

  const facts = ['--name', 'A', '--kind', 'established', '--size', 'small']
  it.each([
    ['a result', ['assess', 'org.yaml', '-o', 'out.md']],
    ['a result, forced', ['assess', 'org.yaml', '-o', 'out.md', '--force']],
    ['a result below a link', ['assess', 'org.yaml', '-o', 'folder/x.md']],
    ['a new description', ['init', 'out.md', ...facts]],
    ['a new description, forced', ['init', 'out.md', '--force', ...facts]],
    ['the schema beside it', ['init', 'new.yaml', '--force', ...facts]],
    ['answers', ['interview', 'linked.yaml', '--set', '6.4.level=3']],
    ['an audit file', ['interview', 'org.yaml', '--set', '6.4.level=3', '--audit', 'out.md', '--by', 'A']],
    ['a baseline', ['baseline', 'write', 'org.yaml', '--baseline', 'out.md']],
  ])('%s is never written through a link that leads out of the repository', async (_, argv) => {
    await inFolder(async (outer) => {
      const folder = join(outer, 'repository')
      mkdirSync(join(folder, '.git'), { recursive: true })
      mkdirSync(join(outer, 'home', '.git'), { recursive: true })
      writeFileSync(join(outer, 'home', 'theirs.yaml'), small)
      writeFileSync(join(folder, 'org.yaml'), small)
      for (const target of ['profile', 'theirs.yaml']) {
        for (const name of ['out.md', 'folder', 'ims-gap.schema.json', 'linked.yaml'])
          rmSync(join(folder, name), { force: true })
        symlinkSync(`../home/${target}`, join(folder, 'out.md'))
        symlinkSync(`../home/${target}`, join(folder, 'ims-gap.schema.json'))
        symlinkSync('../home/theirs.yaml', join(folder, 'linked.yaml'))
        symlinkSync('../home', join(folder, 'folder'))
        const result = await run(argv, { folder })
        expect(result.code).toBeGreaterThan(0)
        expect(result.stderr).toMatch(
          /is a link (?:that leads out of|to a file that does not exist)|exists already|"findings" is missing/,
        )
        expect(readdirSync(join(outer, 'home')).sort()).toEqual(['.git', 'theirs.yaml'])
        expect(readFileSync(join(outer, 'home', 'theirs.yaml'), 'utf8')).toBe(small)
      }
    })
  })

  it('removes what a killed call left, and nothing that somebody else still writes', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), small)
      const { pid = 0 } = spawnSync(process.execPath, ['-e', '0'])
      const running = `.r.md.${process.pid}-0123456789ab.tmp`
      for (const name of [`.r.md.${pid}-0123456789ab.tmp`, running, '.r.md.abc.tmp'])
        writeFileSync(join(folder, name), '')
      expect((await run(['assess', 'org.yaml', '-o', 'r.md'], { folder })).code).toBe(0)
      expect(readdirSync(folder).sort()).toEqual(['.r.md.abc.tmp', running, 'org.yaml', 'r.md'].sort())
    })
  })

  it('its own reports are known again in every format', async () => {
    await inTrap(async (folder) => {
      const argv = [
        'assess',
        'org.yaml',
        '-q',
        ...['txt', 'json', 'md', 'csv'].flatMap((end) => ['-o', `r.${end}`]),
      ]
      for (const _ of [1, 2]) expectHarmless(await run(argv, { folder }), { code: 0, lines: 0 })
    })
  })

  it('names with odd characters work, and are suggested only where they can be pasted', async () => {
    await inTrap(async (folder) => {
      for (const name of [
        'a\nb.yaml',
        '::error::.yaml',
        '-rf',
        "it's.yaml",
        '$(id).yaml',
        `${'x'.repeat(250)}`,
        '👩‍👩‍👧.yaml',
      ]) {
        writeFileSync(join(folder, name), small)
        const result = await run(['assess', '--', name], { folder })
        expectHarmless(result, { code: 0, lines: 0 })
        if (name === '-rf') expect(result.stdout).toContain('./-rf')
        if (name === 'a\nb.yaml') expect(result.stdout).not.toContain('Next:')
      }
    })
  })

  it('init writes over nothing that is not its own', async () => {
    await inTrap(async (folder) => {
      const facts = ['--name', 'A', '--kind', 'established', '--size', 'small']
      writeFileSync(join(folder, 'ims-gap.schema.json'), '{ "mine": true }')
      const before = contentsOf(folder)
      expectHarmless(await run(['init', 'x.yaml', ...facts], { folder }), { code: 4, says: '--no-schema' })
      expectHarmless(await run(['init', 'org.yaml', ...facts], { folder }), {
        code: 4,
        says: 'exists already',
      })
      expectHarmless(await run(['init', 'x.yaml', ...facts.slice(2), '--name', ' '], { folder }), {
        code: 2,
        says: '--name is empty',
      })
      expectHarmless(await run(['init', 'x.yaml', ...facts.slice(2), '--name', 'a\uffff'], { folder }), {
        code: 2,
        says: 'invalid character',
      })
      expect(contentsOf(folder)).toEqual(before)
    })
  })
})

/** Names and contents of the regular files of a folder. */
function contentsOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort()
  return Object.fromEntries(
    names.map((name) => {
      const path = join(folder, name)
      return [name, lstatSync(path).isFile() && existsSync(path) ? readFileSync(path, 'utf8') : '']
    }),
  )
}

describe('arguments', () => {
  const long = 'x'.repeat(50_000)
  const calls: [argv: string[], expected: Expected][] = [
    [['\u001b[2Jx'], { code: 2, says: "'\\u{1b}[2Jx'" }],
    [['assess', 'x', '--\u001b[2Jx'], { code: 2, says: '\\u{1b}[2Jx' }],
    [['assess', 'x', '--format', '\u001b[2J'], { code: 2, says: '"\\u{1b}[2J"' }],
    [['assess', 'x', '--principle'], { code: 2, says: 'argument missing' }],
    [['::error::x'], { code: 2, says: 'unknown command' }],
    [[long], { code: 2, says: '…' }],
    [['help', 'asess'], { code: 2, says: 'assess' }],
    [
      ['assess', ...Array.from({ length: 10_000 }, (_, index) => String(index))],
      { code: 2, says: 'too many arguments' },
    ],
    [['assess', '-', '--format='], { code: 2, says: 'use terminal, json' }],
    [['assess', '-', '--format', 'json', '--format', 'csv'], { code: 2, says: 'given twice' }],
    [['assess', '-', '--top', '99999999999999999999'], { code: 2, says: 'from 0 to 999' }],
    [['assess', '-', '--as-of', '2026-02-30'], { code: 2, says: 'YYYY-MM-DD' }],
    [['assess', '-', '--principle', '__proto__'], { code: 2, says: '"__proto__"' }],
    [['explain', 'constructor'], { code: 2, says: 'nothing to explain' }],
    [['explain', '__proto__'], { code: 2, says: 'nothing to explain' }],
    [['explain', '\u001b[2J\u202e'], { code: 2, says: '\\u{202e}' }],
    [['schema', 'toString'], { code: 2, says: '"toString"' }],
  ]
  it.each(calls)('%j', async (argv, expected) => {
    const result = await run(argv, { stdin: small })
    expectHarmless(result, { lines: 6, ...expected })
    expect(result.stdout).toBe('')
    expect(result.stderr.length).toBeLessThan(1000)
  })
})
