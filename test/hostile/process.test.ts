/** The tool as a process: streams that are closed, full or slow, a folder that is gone, and its memory. Needs the build. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, repository, small } from '../cli/run.ts'

const { bin } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  bin: Record<string, string>
}
const tool = `'${process.execPath}' '${join(repository, bin['ims-gap']!)}'`
const org = `'${join(repository, 'examples/manufacturer.yaml')}'`
const wrong = `'${join(repository, 'examples/mistakes.yaml')}'`

function shell(script: string, folder = repository, env: Record<string, string> = {}) {
  const { stdout, stderr, status } = spawnSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    // Nothing may wait for ever.
    timeout: 10_000,
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', ...env },
  })
  return { code: status, stdout, stderr }
}

describe.runIf(process.platform === 'linux')('the process', () => {
  it.each([
    [`${tool} assess ${org} <&-`, 0],
    [`${tool} assess - <&-`, 3],
    [`${tool} assess ${org} >&-`, 0],
    [`${tool} assess ${wrong} 2>&-`, 3],
    [`${tool} assess ${org} <&- >&- 2>&-`, 0],
    [`${tool} assess ${org} --all --format json | head -1 >/dev/null; exit \${PIPESTATUS[0]}`, 0],
    [`${tool} assess ${org} --fail-on low --format json 2>/dev/null | true; exit \${PIPESTATUS[0]}`, 1],
    [`head -c 3000000 /dev/zero | ${tool} assess -`, 3],
    [`yes | ${tool} assess -`, 3],
  ])('%s', (script, code) => {
    const result = shell(script)
    expect(result.code).toBe(code)
    expect(result.stderr).not.toMatch(/EPIPE|EBADF|node:|at .*:\d+:\d+/)
  })

  it.each([
    [`${tool} assess ${org} > /dev/full`, 'no space left on the disk: standard output'],
    [`ulimit -f 4; ${tool} assess ${org} --format json > cut.json`, 'larger than allowed: standard output'],
  ])('%s is told', async (script, message) => {
    await inFolder(async (folder) => {
      const result = shell(script, folder)
      expect(result.code).toBe(4)
      expect(result.stderr).toContain(message)
    })
  })

  it('a slow reader gets every byte', () => {
    const whole = shell(`${tool} assess ${org} --format json | cksum`)
    expect(shell(`${tool} assess ${org} --format json | (sleep 1; cat) | cksum`).stdout).toBe(whole.stdout)
  })

  it('a folder that is gone is no reason to write elsewhere', async () => {
    await inFolder(async (folder) => {
      const result = shell(
        `mkdir gone && cd gone && rmdir ../gone && unset PWD && ${tool} assess ${org} -o r.md`,
        folder,
      )
      expect(result.code).toBe(4)
      expect(result.stderr).toContain('no longer exists')
    })
  })

  it.each([
    { LC_ALL: 'ar_SA.UTF-8' },
    { LC_ALL: 'tr_TR.UTF-8', LC_NUMERIC: 'de_DE' },
    { TZ: 'Pacific/Kiritimati', HOME: '', TMPDIR: '/nowhere' },
    { COLUMNS: '-5', TERM: '', CI: 'true' },
    { COLUMNS: 'abc', LANG: 'C', NODE_OPTIONS: '--no-warnings' },
  ])('the environment %j changes nothing', (env) => {
    expect(shell(`${tool} assess ${org}`, repository, env as Record<string, string>).stdout).toBe(
      shell(`${tool} assess ${org}`).stdout,
    )
  })

  const head = small.slice(0, small.indexOf('practices:'))
  it.each([
    ['keys in braces', `{${'a,'.repeat(500_000)}`, 3],
    ['equal keys', 'a:\n'.repeat(340_000), 3],
    ['short keys', `{${Array.from({ length: 160_000 }, (_, index) => index.toString(16)).join(',')}}`, 3],
    [
      'evidence without end',
      `${head}practices:\n  4.1.2:\n    level: 0\n    evidence:\n${'    - { file: s, kind: document }\n'.repeat(1990)}`,
      0,
    ],
  ])('%s take less than 256 MiB', async (_, text, code) => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), text)
      const measured = tool.replace("' '", `' -r '${join(import.meta.dirname, 'max-rss.cjs')}' '`)
      const result = shell(`${measured} assess org.yaml --format json > out.json`, folder, {
        MAX_RSS_FILE: 'rss',
      })
      expect(result.code).toBe(code)
      expect(Number(readFileSync(join(folder, 'rss'), 'utf8')) / 1024).toBeLessThan(256)
    })
  })
})
