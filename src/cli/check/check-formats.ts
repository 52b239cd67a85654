/** The formats of a check and the endings of their files, known without loading what renders them; a test holds them to it. */
import type { checkReporters } from '../../report/check/reporters.ts'

export type CheckFormat = keyof typeof checkReporters

export const checkFormats: readonly CheckFormat[] = [
  ...([
    'terminal',
    'json',
    'sarif',
    'github',
    'summary',
    'comment',
    'gitlab',
    'junit',
    'badge',
    'svg',
  ] as const),
]

export const checkEndings: Readonly<Record<string, CheckFormat>> = {
  txt: 'terminal',
  json: 'json',
  sarif: 'sarif',
  'sarif.json': 'sarif',
  'github.txt': 'github',
  'summary.md': 'summary',
  'comment.md': 'comment',
  'gitlab.json': 'gitlab',
  'junit.xml': 'junit',
  xml: 'junit',
  'badge.json': 'badge',
  svg: 'svg',
}
