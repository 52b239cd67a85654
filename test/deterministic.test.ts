/** The same input gives the same bytes: in every time zone and locale, however often. Needs the build. */
import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const example = join('examples', 'manufacturer.yaml')

const assess = (env: Record<string, string>, format: string) =>
  execFileSync(process.execPath, [join('bin', 'ims-gap.cjs'), 'assess', example, '--format', format], {
    cwd: root,
    encoding: 'utf8',
    env,
  })

describe('an assessment', () => {
  it.each(['terminal', 'json', 'markdown', 'csv'])('as %s has the same bytes everywhere', (format) => {
    const first = assess({ LANG: 'C', TZ: 'UTC' }, format)
    expect(first.length).toBeGreaterThan(500)
    for (const env of [
      { LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' },
      { LC_ALL: 'ar_SA.UTF-8', TZ: 'Etc/GMT+12' },
      { LC_NUMERIC: 'de_DE.UTF-8', TZ: 'Asia/Kathmandu', HOME: '/nonexistent' },
    ]) {
      expect(assess(env, format)).toBe(first)
    }
  })
})

describe('the clock', () => {
  it.each([
    ['1700000000', '2023-11-14'],
    ['0', '1970-01-01'],
  ])('stands at SOURCE_DATE_EPOCH %s', (second, day) => {
    const words = [join('bin', 'ims-gap.cjs'), 'check', example, '--format', 'json', '--no-config']
    const { status, stdout } = spawnSync(process.execPath, words, {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], SOURCE_DATE_EPOCH: second },
    })
    expect(status).toBeLessThan(2)
    expect(JSON.parse(stdout).asOf).toBe(day)
  })
})
