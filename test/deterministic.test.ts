/** The same input gives the same bytes: in every time zone and locale, however often. Needs the build. */
import { execFileSync } from 'node:child_process'
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
