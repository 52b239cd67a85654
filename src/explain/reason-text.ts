/** One input a rule read, in words: which, what was found there, and what a sound practice would show. */
import type { Assessed } from '../assess.ts'
import type { Reason } from '../core/assessment.ts'
import { type RegisterName, registerNames } from '../core/framework.ts'

/** `7.1.3 Time: level 1; at least 2 is looked for`. */
export function reasonText({ path, expected, found }: Reason, assessed: Assessed): string {
  return `${subjectOf(path, assessed)}: ${foundText(path, found, assessed)}; looked for: ${expected.replace(/^criterion \w+: /, '')}`
}

function subjectOf(path: Reason['path'], { pack, description }: Assessed): string {
  const [part, subject, ...rest] = path
  if (part === 'practices') {
    if (subject === undefined) return 'the assessed elements'
    const element = pack.framework.elements.find(({ id }) => id === subject)
    const name = element ? `${element.id} ${element.title}` : String(subject)
    return rest.length === 0 || isLevel(path) ? name : `${name}, ${fieldText(rest)}`
  }
  const register = registerNames.find((name) => name === part)
  if (register === undefined || typeof subject !== 'number') return path.join(' ')
  return [entryText(register, subject, description), ...(rest.length === 0 ? [] : [fieldText(rest)])].join(
    ', ',
  )
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

function foundText(path: Reason['path'], found: Reason['found'], { description }: Assessed): string {
  const standing =
    path[0] === 'practices' && isLevel(path) ? description.standings.get(String(path[1])) : undefined
  if (found === null) return standing ? 'not assessed' : 'not given'
  if (!standing || typeof found !== 'number') return String(found)
  // Rules compare levels, targets and what evidence carries; all of them are read where the answer stands.
  if (found === standing.level) return `level ${found}`
  return found === standing.target ? `target ${found}` : `evidence carries ${found}`
}
