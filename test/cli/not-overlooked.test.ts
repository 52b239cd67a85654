/** What a check must not pass over in silence: descriptions with a broken beginning, and configurations under another name. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, run, small } from './run.ts'

async function check(files: Record<string, string | Uint8Array>, argv: readonly string[]) {
  return inFolder(async (folder) => {
    mkdirSync(join(folder, '.git'))
    mkdirSync(join(folder, 'plants'))
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    return run(['check', ...argv], { folder })
  })
}

describe('a check of a folder', () => {
  it.each([
    ['a first key with an underscore', small.replace('ims-gap:', 'ims_gap:')],
    ['a first key in capitals', small.replace('ims-gap:', 'IMS-GAP:')],
    ['no first key', small.replace('ims-gap: 1\n', '')],
    ['another encoding', Buffer.from(`\uFEFF${small}`, 'utf16le')],
    ['another encoding, the other way round', Buffer.from(`\uFEFF${small}`, 'utf16le').swap16()],
  ])('tells of a description with %s', async (_, content) => {
    const { code, stdout } = await check({ 'plants/a.yaml': content, 'plants/b.yaml': small }, ['plants'])
    expect(code).toBe(3)
    expect(stdout).toMatch(/^invalid +plants\/a\.yaml: /m)
  })

  it('leaves other YAML alone', async () => {
    const other = { 'plants/a.yaml': 'practices: [a]\nname: x\n', 'plants/c.yaml': 'framework: django\n' }
    const { code, stdout } = await check({ ...other, 'plants/b.yaml': small }, ['plants'])
    expect(code).toBe(0)
    expect(stdout).not.toMatch(/plants\/[ac]\.yaml/)
  })
})

describe('a configuration', () => {
  it.each(['yml', 'json'])('called ims-gap.config.%s ends the check with 2', async (ending) => {
    const files = { [`ims-gap.config.${ending}`]: 'failOn: high\n', 'org.yaml': small }
    const { code, stderr } = await check(files, ['org.yaml'])
    expect(code).toBe(2)
    expect(stderr).toContain(
      `ims-gap.config.${ending} is not read: the configuration must be named ims-gap.config.yaml`,
    )
    expect((await check(files, ['org.yaml', '--no-config'])).code).toBe(0)
    expect((await check({ ...files, 'ims-gap.config.yaml': '{}\n' }, ['org.yaml'])).code).toBe(0)
  })
})

describe('a check whose results all go to files', () => {
  it('still says why it failed, unless it is to be quiet', async () => {
    const words = ['org.yaml', '--require', '6.2.2=3', '-o', 'result.sarif']
    const { code, stdout, stderr } = await check({ 'org.yaml': small }, words)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^failed: org\.yaml: .*6\.2\.2/m)
    expect((await check({ 'org.yaml': small }, [...words, '-q'])).stderr).toBe('')
    const broken = await check({ 'org.yaml': 'ims-gap: [' }, ['org.yaml', '-o', 'result.sarif'])
    expect(broken.stderr).toMatch(/^failed: org\.yaml: 1 error$/m)
    const missing = await check({ 'org.yaml': small }, ['gone.yaml', '-o', 'result.sarif'])
    expect(missing.stderr).toMatch(/^failed: gone\.yaml: no such file; did you mean "org\.yaml"\?$/m)
  })
})

describe('a bare repository', () => {
  it.each([
    ['check', ['check', 'org.yaml', '--base', 'main']],
    ['diff', ['diff', 'main', 'org.yaml']],
    ['trend', ['trend', 'org.yaml']],
  ])('is called so by %s', (_, words) =>
    inFolder(async (folder) => {
      for (const name of ['objects', 'refs']) mkdirSync(join(folder, name))
      writeFileSync(join(folder, 'HEAD'), 'ref: refs/heads/main\n')
      writeFileSync(join(folder, 'org.yaml'), small)
      const { code, stderr } = await run(words, { folder })
      expect(code).toBe(2)
      expect(stderr).toContain('this is a bare repository, which has no work tree')
    }),
  )
})
