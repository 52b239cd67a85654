/** Help and usage: where they go, how they end, and that what they show works. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/main.ts'
import { makeRepository } from './repository.ts'
import { inFolder, repository, run } from './run.ts'

const names = commands.map(({ name }) => name)
const examples = (
  await Promise.all(
    names.map(async (name) => {
      const { stdout } = await run([name, '--help'])
      return [...stdout.matchAll(/^ {2}(ims-gap .*?) +# /gm)].map((match) => match[1]!)
    }),
  )
).flat()

describe('help', () => {
  it.each([
    [[]],
    [['-h']],
    [['--help']],
    [['help']],
    ...names.flatMap((name) => [[['help', name]], [[name, '-h']], [[name, '--help']]]),
  ])('%j prints help to standard output and ends with 0', async (argv) => {
    const { code, stdout, stderr } = await run(argv as string[])
    expect(code).toBe(0)
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^ {2}ims-gap /)
    expect(stdout).toContain('Usage:')
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(130)
  })

  it('prints the version of package.json', async () => {
    const { version } = (await import('../../package.json', { with: { type: 'json' } })).default
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  it.each(names)('%s --help starts with examples', async (name) => {
    expect((await run([name, '--help'])).stdout).toMatch(new RegExp(`^ {2}ims-gap ${name}.* # `))
  })

  it.each(examples)('the example "%s" runs', async (command) => {
    await inFolder(async (folder) => {
      cpSync(join(repository, 'examples'), join(folder, 'examples'), { recursive: true })
      const words = [...command.replace(/ > .*/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
        (match) => match[1] ?? match[2]!,
      )
      // The actions on a baseline come after one was written.
      if (/^ims-gap baseline (?!write)/.test(command)) {
        const written = examples.find((example) => example.startsWith('ims-gap baseline write'))!
        expect((await run(written.split(' ').slice(1), { folder })).code).toBe(0)
      }
      // A trend needs a history.
      if (command.startsWith('ims-gap trend')) makeRepository(folder).commit('2026-10-15', {})
      const asks =
        command === 'ims-gap init org.yaml' || /^ims-gap interview(?!.* --(set|answers) )/.test(command)
      const { code, stderr } = await run(words.slice(1), { folder, env: { PATH: process.env['PATH']! } })
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual(
        asks
          ? {
              code: 2,
              stderr: expect.stringMatching(/--name --kind --size|--set, --answers or --json-lines/),
            }
          : { code: 0, stderr: '' },
      )
    })
  })
})

describe('wrong usage', () => {
  it.each([
    [['asess', 'x.yaml'], 'assess'],
    [['vaildate', 'x.yaml'], 'validate'],
    [['assess', 'x.yaml', '--targt', '3'], '--target'],
    [['assess', 'x.yaml', '--format', 'jsn'], 'json'],
    [['assess', 'x.yaml', '--fail-on', 'hihg'], 'high'],
    [['assess', 'x.yaml', '--principle', 'cultrue'], 'culture'],
    [['assess', 'x.yaml', '--color', 'nevr'], 'never'],
    [['explain', 'objectives/without-plans'], 'objectives/without-plan'],
    [['explain', 'cultre'], 'culture'],
    [['schema', 'desciption'], 'description'],
    [['init', '--kind', 'startup'], 'start-up'],
    [['init', '--size', 'meduim'], 'medium'],
  ])('%j offers %s', async (argv, offered) => {
    const { code, stdout, stderr } = await run(argv)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/did you mean/i)
    expect(stderr).toContain(offered)
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(6)
  })

  it.each([
    [['assess']],
    [['assess', 'a.yaml', 'b.yaml']],
    [['assess', 'x.yaml', '--target', '9']],
    [['assess', 'x.yaml', '--target', '3', '--target', '4']],
    [['assess', 'x.yaml', '--as-of', '2026-02-30']],
    [['assess', 'x.yaml', '-o', 'report.pdf']],
    [['assess', 'x.yaml', '--format=']],
    [['--nonsense']],
    [['explain', 'zzzzqqqq']],
  ])('%j ends with 2 and says so on standard error only', async (argv) => {
    const { code, stdout, stderr } = await run(argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^error: /)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})
