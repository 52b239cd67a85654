/** `explain` as a user meets it who takes its words for the wrong ones. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, run, small } from './run.ts'

describe('explain', () => {
  it.each([
    [['org.yaml', '6.4'], 'ims-gap explain 6.4 org.yaml'],
    [['org.yaml', 'overall'], 'ims-gap explain overall org.yaml'],
    [
      ['north sea.yaml', 'Culture', '--as-of', '2026-11-01'],
      "ims-gap explain Culture 'north sea.yaml' --as-of 2026-11-01",
    ],
  ])('offers the right order for %j', async (words, command) => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, words[0]!), small)
      expect(await run(['explain', ...words], { folder })).toEqual({
        code: 2,
        stdout: '',
        stderr: `error: what to explain comes first, then the file\n  ${command}\n`,
      })
    })
  })

  it('does not take a missing file or a mistyped word for the wrong order', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), small)
      expect((await run(['explain', '6.4', 'gone.yaml'], { folder })).stderr).toContain(
        'no such file: gone.yaml',
      )
      expect((await run(['explain', 'cultre', 'org.yaml'], { folder })).stderr).toContain(
        'did you mean "culture"?',
      )
      expect((await run(['explain', '6.4', 'org.yaml'], { folder })).code).toBe(0)
    })
  })

  it('suggests names that hold the word meant', async () => {
    const { stderr } = await run(['explain', 'portfoio'])
    expect(stderr).toMatch(/did you mean .*"innovation portfolio"/)
  })

  it('knows what a number of ISO 56001 is called there, and where the matter stands here', async () => {
    const { code, stderr } = await run(['explain', '5.4'])
    expect(code).toBe(2)
    expect(stderr).toContain('in ISO 56001:2024 it is "Innovation culture"')
    expect(stderr).toContain('here that is 4.4.2 (Culture)')
  })
})
