/** Words that have a plainer one are refused in everything that people read. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { repository } from './cli/run.ts'

const refused: readonly [pattern: RegExp, instead: string][] = [
  [/\b(un)?mend(s|ed|ing)?\b/i, 'fix, fixed'],
  [/\banew\b/i, 'again'],
  [/\boftener\b/i, 'more often'],
  [/\bbettered\b/i, 'improved'],
  [/\bdearest\b/i, 'most expensive'],
  [/\blessSaid\b|\bsays? less than\b/i, 'answers removed or lowered'],
  [/\bstands? twice\b/i, 'duplicate'],
  [/\bgone but not\b/i, 'no longer evaluated'],
  [/\bdoes not know "/i, 'unsupported …, unknown …'],
  [/\bis none of them\b/i, 'is not an option'],
  [/\bfrees? means\b|\bwithout means\b|\bconfirmed means\b/i, 'resources'],
  [/\b(held|hold) against\b/i, 'compared with, compare with'],
]

it('people read plain technical English', () => {
  const files = execFileSync('git', ['ls-files', '*.md', '*.ts', '*.mjs', '*.yaml', '*.yml'], {
    cwd: repository,
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .filter((file) => !file.startsWith('test/'))
  const found = files.flatMap((file) =>
    readFileSync(join(repository, file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        refused
          .filter(([pattern]) => pattern.test(line))
          .map(([, instead]) => `${file}:${index + 1}: ${line.trim().slice(0, 80)} (write: ${instead})`),
      ),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})
