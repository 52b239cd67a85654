/** The examples as tests read them: their files, their assessments, and a few looks into those. */
import { readdirSync, readFileSync } from 'node:fs'
import { assess } from '../../src/assess.ts'
import type { Assessment, Finding } from '../../src/types/assessment.ts'

export const folder = new URL('../../examples/', import.meta.url)
export const files = (readdirSync(folder, { recursive: true, encoding: 'utf8' }) as string[])
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replaceAll('\\', '/'))
  .sort()
export const sound = files.filter((file) => file !== 'mistakes.yaml')
export const read = (file: string) =>
  assess(readFileSync(new URL(file, folder)), { file: `examples/${file}` })

const assessments = new Map<string, Assessment>()
export function assessed(file: string): Assessment {
  const known = assessments.get(file) ?? read(file).assessment!
  assessments.set(file, known)
  return known
}
export const idsIn = (file: string) => assessed(file).findings.map(({ id }) => id)
export const finding = (file: string, id: string): Finding | undefined =>
  assessed(file).findings.find((each) => each.id === id)
export const levelsIn = (file: string) =>
  new Map(assessed(file).scores.elements.map(({ id, level }) => [id, level]))
export const overall = (file: string) => assessed(file).scores.overall!
export const rankOf = (file: string, element: string) =>
  assessed(file).improvements.find((each) => each.element === element)?.rank ?? Number.POSITIVE_INFINITY
