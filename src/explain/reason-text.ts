/** The inputs a rule read, in words: what was found where, and what a sound practice would show. */
import type { Assessed } from '../assess.ts'
import type { Conclusion } from '../rules/conclude-all.ts'
import { readingsOf } from '../rules/readings-of.ts'
import type { Reason } from '../types/assessment.ts'
import { type RegisterName, registerNames } from '../types/framework.ts'

type Reading = ReturnType<typeof readingsOf>[number]

/**
 * One text per thing that was read, with its name once: `7.1.3 Time: level 1, looked for: at least 2`. What is as the rule
 * asks stands in brackets behind what was found: `level 3 (at least 3)`. Of the element that the conclusion is about the
 * name is left out where nothing else was read.
 */
export function reasonTexts(conclusion: Conclusion, assessed: Assessed): string[] {
  const readings = readingsOf(assessed.rules, assessed.description, conclusion)
  const groups = new Map<string, Reading[]>()
  for (const reading of readings) {
    const subject = subjectOf(reading.path, assessed)
    groups.set(subject, [...(groups.get(subject) ?? []), reading])
  }
  const own = readings.every(({ path }) => path[0] === 'practices' && path[1] === conclusion.element)
  return [...groups].flatMap(([subject, group]) => {
    const parts = partsOf(group, conclusion, assessed)
    return own ? parts : [`${subject}: ${parts.join('; ')}`]
  })
}

/** What was found, each with everything that was asked of it. */
function partsOf(readings: readonly Reading[], { element }: Conclusion, assessed: Assessed): string[] {
  const asked = new Map<string, { met: string[]; unmet: string[] }>()
  for (const { path, found, expected, state } of readings) {
    const text = foundText(path, found, assessed)
    const known = asked.get(text) ?? { met: [], unmet: [] }
    asked.set(text, known)
    if (!goesWithoutSaying(expected, found))
      known[state === 'met' ? 'met' : 'unmet'].push(expectedText(expected, path, element))
  }
  return Array.from(
    asked,
    ([found, { met, unmet }]) =>
      `${found}${met.length === 0 ? '' : ` (${met.join('; ')})`}${unmet.length === 0 ? '' : `, looked for: ${unmet.join('; ')}`}`,
  )
}

const criterion = /^criterion \w+: /

/**
 * That something should be there, or be what it is; and what stands higher than another thing is only what that is held
 * against: the lower one says how the two compare.
 */
function goesWithoutSaying(expected: string, found: Reason['found']): boolean {
  return (
    expected === 'a value' ||
    expected.replace(criterion, '') === found ||
    /^at least \S+ above /.test(expected)
  )
}

/** Says `its level` where the element meant is named before it, and its number where another one is. */
function expectedText(expected: string, path: Reason['path'], about: Conclusion['element']): string {
  const words = expected.replace(criterion, '')
  if (path.length === 1) return words
  return about === null || about === path[1]
    ? words.replaceAll(/the (level|target) of the element\b/g, 'its $1')
    : words.replaceAll(/ of the element\b/g, ` of ${about}`)
}

function subjectOf(path: Reason['path'], { pack, description }: Assessed): string {
  const [part, subject] = path
  if (part === 'practices') {
    if (subject === undefined) return 'the assessed elements'
    const element = pack.framework.elements.find(({ id }) => id === subject)
    return element ? `${element.id} ${element.title}` : String(subject)
  }
  const register = registerNames.find((name) => name === part)
  if (register === undefined || typeof subject !== 'number') return path.join(' ')
  return entryText(register, subject, description)
}

/** `objective 3 "Be seen as a partner"`: the number is the place in the list. */
function entryText(register: RegisterName, index: number, { registers }: Assessed['description']): string {
  const item = registers.get(register)?.find(({ path }) => path[1] === index)
  return `${register.slice(0, -1)} ${index + 1}${item ? ` "${item.title}"` : ''}`
}

function fieldText(path: Reason['path']): string {
  return path
    .map((step) => (step === 'criteria' ? 'criterion' : typeof step === 'number' ? step + 1 : step))
    .join(' ')
}

function isLevel(path: Reason['path']): boolean {
  return path.length <= 3 && [undefined, 'level', 'criteria', 'notApplicable'].includes(path[2]?.toString())
}

/** `level 1`, `owner not given`, `evidence 1 minutes.md`. */
function foundText(path: Reason['path'], found: Reason['found'], { description }: Assessed): string {
  const isPractice = path[0] === 'practices'
  const standing = isPractice && isLevel(path) ? description.standings.get(String(path[1])) : undefined
  const isNamed = standing !== undefined || path.length < 3 || (!isPractice && typeof path[1] !== 'number')
  const field = isNamed ? '' : `${fieldText(path.slice(2))} `
  if (found === null) return standing ? 'not assessed' : `${field}not given`
  if (!standing || typeof found !== 'number') return `${field}${found}`
  // Rules compare levels, targets and what evidence carries; all of them are read where the answer stands.
  if (found === standing.level) return `level ${found}`
  return found === standing.target ? `target ${found}` : `evidence carries ${found}`
}
