/** Which elements a finding about the whole organization counted, where its message cannot name them. */
import type { Assessment, Finding } from '../types/assessment.ts'
import { listWords } from '../util/show.ts'
import { counted, elementNames } from './phrases.ts'

/**
 * `Found at 19 elements: 4.1.2 External issues, … and 14 more.`, with five names at most; empty where nothing was counted. A rule that
 * counts elements reads the list of practices first, and then of each element it counted what made it one.
 */
export function concernedElements({ element, reasons }: Finding, assessment: Assessment): string {
  if (element !== null || !reasons.some(({ path }) => path.length === 1 && path[0] === 'practices')) return ''
  const ids = reasons.flatMap(({ path }) =>
    path[0] === 'practices' && path.length > 1 ? [String(path[1])] : [],
  )
  const names = [...new Set(ids)].map(elementNames(assessment))
  return names.length === 0
    ? ''
    : `Found at ${counted(names.length, 'element')}: ${listWords(names, 'and', 5)}.`
}
