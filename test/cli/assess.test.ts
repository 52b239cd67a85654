/** The main command as a user meets it: streams, files, formats, gates. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtinPack } from '../../src/builtin.ts'
import { inFolder, run, small } from './run.ts'

const write = (folder: string, name: string, text: string | Uint8Array) =>
  writeFileSync(join(folder, name), text)

/** `small` with other practices, which stand last in it. */
const withPractices = (practices: string) =>
  `${small.slice(0, small.indexOf('practices:'))}practices: ${practices}\n`

describe('assess', () => {
  it('prints the result to standard output and nothing to standard error', async () => {
    await inFolder(async (folder) => {
      write(folder, 'org.yaml', small)
      const { code, stdout, stderr } = await run(['assess', 'org.yaml'], { folder })
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toContain('Small Firm')
    })
  })

  it('reads standard input and names it as told', async () => {
    const { code, stdout } = await run(
      ['assess', '-', '--stdin-filename', 'piped.yaml', '--format', 'json'],
      { stdin: small },
    )
    expect(code).toBe(0)
    expect(JSON.parse(stdout).input.file).toBe('piped.yaml')
  })

  it('gives the same bytes in a terminal without colour as through a pipe of the same width', async () => {
    const piped = await run(['assess', '-'], { stdin: small })
    const terminal = await run(['assess', '-', '--color', 'never'], {
      stdin: small,
      terminal: true,
      columns: 100,
    })
    expect(terminal.stdout).toBe(piped.stdout)
  })

  it('writes several files from one evaluation and leaves standard output empty', async () => {
    await inFolder(async (folder) => {
      write(folder, 'org.yaml', small)
      const { code, stdout, stderr } = await run(
        ['assess', 'org.yaml', '-o', 'r.md', '-o', 'r.csv', '-o', 'r.json', '-o', 'r.txt'],
        { folder },
      )
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
      expect(stderr.split('\n').filter((line) => line.startsWith('wrote'))).toHaveLength(4)
      expect(readFileSync(join(folder, 'r.md'), 'utf8')).toMatch(/^# /)
      expect(readFileSync(join(folder, 'r.csv'), 'utf8')).toMatch(/^"Rank","Element"/)
      expect(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')).schemaVersion).toBe(1)
      expect(readdirSync(folder).sort()).toEqual(['org.yaml', 'r.csv', 'r.json', 'r.md', 'r.txt'])
    })
  })

  it('replaces its own unedited reports and nobody else’s file', async () => {
    await inFolder(async (folder) => {
      write(folder, 'org.yaml', small)
      write(folder, 'notes.md', 'my own notes')
      expect((await run(['assess', 'org.yaml', '-o', 'r.md'], { folder })).code).toBe(0)
      expect((await run(['assess', 'org.yaml', '-o', 'r.md'], { folder })).code).toBe(0)
      expect((await run(['assess', 'org.yaml', '-o', 'notes.md'], { folder })).code).toBe(4)
      for (const name of ['r.md', 'r.txt', 'r.csv']) {
        expect((await run(['assess', 'org.yaml', '-o', name], { folder })).code).toBe(0)
        const edited = readFileSync(join(folder, name), 'utf8')
        write(
          folder,
          name,
          name === 'r.csv' ? edited.replaceAll('"', '') : edited.replace('Small', 'Our small'),
        )
        const refused = await run(['assess', 'org.yaml', '-o', name], { folder })
        expect(refused).toMatchObject({ code: 4, stderr: expect.stringContaining('or was edited since') })
        expect((await run(['assess', 'org.yaml', '-o', name, '--force'], { folder })).code).toBe(0)
        // Git may change line ends.
        write(folder, name, readFileSync(join(folder, name), 'utf8').replace(/\r?\n/g, '\r\n'))
        expect((await run(['assess', 'org.yaml', '-o', name], { folder })).code).toBe(0)
      }
      expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toBe('my own notes')
      expect((await run(['assess', 'org.yaml', '-o', 'notes.md', '--force'], { folder })).code).toBe(0)
      expect((await run(['assess', 'org.yaml', '-o', './org.yaml', '--force'], { folder })).code).not.toBe(0)
      expect(readFileSync(join(folder, 'org.yaml'), 'utf8')).toBe(small)
    })
  })

  it.each([
    ['missing.yaml', 4, /no such file/],
    ['folder', 4, /is a folder/],
    ['missing/x.yaml', 4, /no such file/],
  ])('%s ends with %i', async (name, code, message) => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'folder'))
      const result = await run(['assess', name], { folder })
      expect(result).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(message) })
    })
  })

  it('offers the file with a similar name', async () => {
    await inFolder(async (folder) => {
      write(folder, 'organization.yaml', small)
      const { stderr } = await run(['assess', join(folder, 'organisation.yaml')], { folder })
      expect(stderr).toContain(`"${join(folder, 'organization.yaml')}"`)
    })
  })

  it('writes where a link leads and keeps the link', async () => {
    await inFolder(async (folder) => {
      write(folder, 'org.yaml', small)
      write(folder, 'target.md', '')
      symlinkSync('target.md', join(folder, 'link.md'))
      expect((await run(['assess', 'org.yaml', '-o', 'link.md'], { folder })).code).toBe(0)
      expect(readFileSync(join(folder, 'target.md'), 'utf8')).toMatch(/^# /)
    })
  })

  it('fails a gate only when asked, with the same result printed', async () => {
    const plain = await run(['assess', '-'], { stdin: small })
    const gated = await run(['assess', '-', '--fail-on', 'high'], { stdin: small })
    expect([plain.code, gated.code]).toEqual([0, 1])
    expect(gated.stdout).toBe(plain.stdout)
    expect(gated.stderr).toMatch(/^gate failed: /)
    expect((await run(['assess', '-', '--fail-on', 'high'], { stdin: 'ims-gap: 1' })).code).toBe(3)
  })

  it('uses the target of the command line over everything', async () => {
    const { stdout } = await run(['assess', '-', '--target', '1', '--format', 'json'], { stdin: small })
    const { targets, scores } = JSON.parse(stdout)
    expect(targets.source).toBe('flag')
    expect(new Set(scores.elements.map(({ target }: { target: number }) => target))).toEqual(new Set([1]))
  })

  it('takes the day from the flag, then the file, then the clock', async () => {
    const dayOf = async (argv: string[], stdin: string) =>
      JSON.parse(
        (await run(['assess', '-', '--format', 'json', ...argv], { stdin, today: '2026-11-24' })).stdout,
      ).asOf
    expect(await dayOf(['--as-of', '2027-01-01'], small)).toBe('2027-01-01')
    expect(await dayOf([], small)).toBe('2026-10-01')
    expect(await dayOf([], small.replace(/^assessment.*\n/m, ''))).toBe('2026-11-24')
  })

  it('names commands to go on with that work when pasted', async () => {
    await inFolder(async (folder) => {
      write(folder, "it's mine.yaml", small)
      const { stdout } = await run(['assess', "it's mine.yaml"], { folder })
      const next = stdout.split('\n').filter((line) => /^\s*ims-gap /.test(line))
      expect(next.length).toBeGreaterThan(0)
      expect(next.length).toBeLessThanOrEqual(2)
      for (const command of next) {
        const words = command
          .trim()
          .replaceAll("'\\''", '\u0000')
          .match(/'[^']*'|\S+/g)!
        const argv = words.slice(1).map((word) => word.replace(/^'|'$/g, '').replaceAll('\u0000', "'"))
        expect((await run(argv, { folder })).code).toBe(0)
      }
    })
  })

  it('keeps to one principle in the commands to go on with, and says what stays whole', async () => {
    const argv = ['assess', 'examples/manufacturer.yaml', '--principle', 'culture']
    const { stdout } = await run(argv)
    expect(stdout).toMatch(/ims-gap assess --full --principle culture examples\/manufacturer\.yaml/)
    const [, first] = /ims-gap explain (\S+) /.exec(stdout)!
    const serving = builtinPack().framework.elements.filter(
      ({ main, also }) => main === 'culture' || also.includes('culture'),
    )
    expect(serving.map(({ id }) => id)).toContain(first)
    expect(stdout).toContain('Below: only what concerns Culture.')
    expect((await run(argv.slice(0, 2))).stdout).not.toContain('all principles')
  })

  it('repeats what was said only in a Markdown report of everything', async () => {
    await inFolder(async (folder) => {
      write(folder, 'org.yaml', withPractices('{ 6.4: { level: 2, practice: We meet on Fridays. } }'))
      const files = ['-o', 'report.md', '-o', 'report.txt', '-o', 'result.json']
      const said = async (...more: string[]) => {
        expect((await run(['assess', 'org.yaml', ...files, '--force', ...more], { folder })).code).toBe(0)
        return readdirSync(folder).filter(
          (file) =>
            file.startsWith('re') && readFileSync(join(folder, file), 'utf8').includes('We meet on Fridays.'),
        )
      }
      expect(await said()).toEqual([])
      expect(await said('--all')).toEqual(['report.md'])
    })
  })

  it('leads to the interview where nothing is assessed', async () => {
    await inFolder(async (folder) => {
      write(folder, 'org.yaml', withPractices('{}'))
      const { code, stdout } = await run(['assess', 'org.yaml', '--as-of', '2026-11-01', '--target', '2'], {
        folder,
      })
      expect(code).toBe(0)
      expect(stdout).toContain('is not assessed yet: 0 of 52 elements assessed.')
      expect(stdout).toMatch(/Next: {2}ims-gap interview org\.yaml --as-of 2026-11-01\n$/)
    })
  })

  it.each([
    ['terminal', 'Opens “Solutions finished but not deployed” at 8.3.6 Deploy solutions'],
    ['markdown', '**Opens**: “Solutions finished but not deployed” at 8.3.6 Deploy solutions'],
  ])('names what an improvement brings up by its title: %s', async (format, expected) => {
    const { stdout } = await run(['assess', 'examples/start-up.yaml', '--all', '--format', format])
    expect(stdout.replaceAll('\\', '').replace(/\s+/g, ' ')).toContain(expected)
    const own = await run(['assess', 'examples/manufacturer.yaml', '--all', '--format', format])
    expect(own.stdout).toMatch(/Opens(\*\*:)? +“Learning from failure not recorded”$/m)
  })

  it('shows file names with control characters safely', async () => {
    await inFolder(async (folder) => {
      const name = 'a\u001b[2J::error::x.yaml'
      write(folder, name, 'ims-gap: [')
      const { code, stderr } = await run(['assess', name], { folder })
      expect(code).toBe(3)
      expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/)
    })
  })
})

describe('colour', () => {
  const cases: [string[], Record<string, string>, boolean, boolean][] = [
    [[], {}, true, true],
    [[], {}, false, false],
    [['--color', 'always'], {}, false, true],
    [['--color', 'never'], { FORCE_COLOR: '1' }, true, false],
    [['--color', 'always'], { NO_COLOR: '1' }, true, true],
    [[], { NO_COLOR: '1' }, true, false],
    [[], { NO_COLOR: '' }, true, true],
    [[], { FORCE_COLOR: '1' }, false, true],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [[], { FORCE_COLOR: '0' }, true, false],
    [[], { CLICOLOR_FORCE: '1' }, false, true],
    [[], { CLICOLOR: '0' }, true, false],
    [[], { TERM: 'dumb' }, true, false],
  ]
  it.each(cases)('%j with %j, terminal %s: coloured %s', async (argv, env, terminal, coloured) => {
    const { stdout } = await run(['assess', '-', ...argv], { stdin: small, env, terminal, columns: 100 })
    expect(stdout.includes('\u001b[')).toBe(coloured)
  })

  it('says the same words with colour and without', async () => {
    const plain = await run(['assess', '-'], { stdin: small })
    const coloured = await run(['assess', '-', '--color', 'always'], { stdin: small })
    expect(coloured.stdout.replace(/\u001b\[[0-9;]*m/g, '')).toBe(plain.stdout)
  })

  it('draws with plain characters only where asked or where the terminal knows no others', async () => {
    for (const [argv, env] of [
      [['--ascii'], {}],
      [[], { LANG: 'C' }],
      [[], { TERM: 'linux' }],
    ] as const) {
      const { stdout } = await run(['assess', '-', ...argv], {
        stdin: small,
        env,
        terminal: true,
        columns: 80,
      })
      expect(stdout).toMatch(/^[\u0000-\u007e]*$/)
    }
  })
})

it('says of an empty list of improvements what it leaves aside', async () => {
  const stdin = `${small.slice(0, small.indexOf('practices:'))}practices: { 7.8: { notApplicable: { kind: declined, reason: Not now. } } }\n`
  const { stdout } = await run(['assess', '-', '--color', 'never'], { stdin })
  expect(stdout).toContain(
    'Nothing to improve: every assessed element meets its target, apart from what was declined.',
  )
})

describe('commands to go on with', () => {
  const nextOf = (text: string) =>
    text
      .split('\n')
      .filter((line) => /^(Next:)? +(npx )?ims-gap /.test(line))
      .map((line) => line.replace('Next:', '').trim())

  it('keep the pack, the day and the target', async () => {
    await inFolder(async (folder) => {
      write(folder, 'org.yaml', small)
      mkdirSync(join(folder, 'my pack'))
      write(folder, 'my pack/pack.yaml', 'extends: iso-56002:2019\n')
      const given = ['--pack', 'my pack', '--as-of', '2026-10-05', '--evidence', 'checked', '--target', '2']
      const argv = ['assess', 'org.yaml', ...given]
      const { stdout } = await run(argv, { folder })
      expect(nextOf(stdout)).toEqual([
        expect.stringMatching(
          /^ims-gap explain \S+ org\.yaml --pack 'my pack' --as-of 2026-10-05 --evidence checked --target 2$/,
        ),
        "ims-gap assess --full org.yaml --pack 'my pack' --as-of 2026-10-05 --evidence checked --target 2",
      ])
    })
  })

  it('go through npx where that ran the tool, and do not lead where one already is', async () => {
    await inFolder(async (folder) => {
      write(folder, 'org.yaml', small)
      const { stdout } = await run(['assess', 'org.yaml', '--all'], { folder, env: { npm_command: 'exec' } })
      expect(nextOf(stdout)).toEqual([expect.stringMatching(/^npx ims-gap explain \S+ org\.yaml$/)])
    })
  })
})
