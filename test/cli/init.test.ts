/** Starting a description: what `init` writes is right, complete and never overwrites. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { builtinPack } from '../../src/builtin.ts'
import { inFolder, run } from './run.ts'

const facts = ['--name', 'Harbour Pumps', '--kind', 'established', '--size', 'medium']

describe('init', () => {
  it('writes a description that is valid and a schema that accepts it', async () => {
    await inFolder(async (folder) => {
      expect((await run(['init', 'org.yaml', ...facts], { folder })).code).toBe(0)
      expect((await run(['validate', 'org.yaml'], { folder })).stdout).toMatch(
        /^org\.yaml: valid, 0 of 52 elements assessed\n/,
      )
      const schema = JSON.parse(readFileSync(join(folder, 'ims-gap.schema.json'), 'utf8'))
      const data = parse(readFileSync(join(folder, 'org.yaml'), 'utf8'))
      const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)
      expect(validate(data), JSON.stringify(validate.errors)).toBe(true)
    })
  })

  it('can be filled in for every element by taking comments away', async () => {
    await inFolder(async (folder) => {
      await run(['init', 'org.yaml', ...facts], { folder })
      const text = readFileSync(join(folder, 'org.yaml'), 'utf8')
        .replaceAll('    # level: 0', '    level: 3')
        .replaceAll('    # owner: Role', '    owner: Role')
      writeFileSync(join(folder, 'org.yaml'), text)
      const { code, stdout } = await run(['assess', 'org.yaml', '--format', 'json'], { folder })
      expect(code).toBe(0)
      expect(JSON.parse(stdout).coverage).toMatchObject({
        assessed: builtinPack().framework.elements.length,
        notAssessed: [],
      })
    })
  })

  it('never overwrites unless told to', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), 'mine')
      expect((await run(['init', 'org.yaml', ...facts], { folder })).code).toBe(4)
      expect(readFileSync(join(folder, 'org.yaml'), 'utf8')).toBe('mine')
      expect((await run(['init', 'org.yaml', '--force', ...facts], { folder })).code).toBe(0)
    })
  })

  it('asks nothing where there is no terminal, and names the flags instead', async () => {
    const { code, stderr } = await run(['init', 'org.yaml', '--kind', 'established'])
    expect(code).toBe(2)
    expect(stderr).toContain('--name --size')
  })

  it('writes to standard output without a schema', async () => {
    await inFolder(async (folder) => {
      const { stdout } = await run(['init', '-', ...facts, '--target', '2'], { folder })
      expect(stdout).toContain('default: 2')
      expect(stdout).not.toContain('$schema')
      expect(existsSync(join(folder, 'ims-gap.schema.json'))).toBe(false)
      expect((await run(['validate', '-'], { stdin: stdout })).code).toBe(0)
    })
  })

  it.each(['yes', '- a', 'a: b', '#1', 'Ünïted & Söns', '"quoted"', '123', 'line\nbreak', 'شركة'])(
    'keeps the name %j',
    async (name) => {
      const { stdout } = await run(['init', '-', '--name', name, '--kind', 'start-up', '--size', 'micro'])
      const assessed = await run(['assess', '-', '--format', 'json'], { stdin: stdout })
      expect(JSON.parse(assessed.stdout).organization.name).toBe(name.trim())
    },
  )
})
