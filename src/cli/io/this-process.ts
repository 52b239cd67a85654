/** Says which process this is and whether another one still runs, so that a number used again is not taken for the old process. */
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

export interface ProcessName {
  readonly pid: number
  readonly host: string
  /** Where process numbers count: containers on one host, or with one name, do not see each other's. Empty where unknown. */
  readonly space: string
  /** When it was started, comparable on its host only. Empty where the system does not tell. */
  readonly start: string
}

export function thisProcess(): ProcessName {
  const { pid } = process
  return { pid, host: hostname(), space: spaceOfNumbers(), start: startOf(pid) ?? '' }
}

/** Undefined where that cannot be known from here. */
export function stillRuns({ pid, host, space, start }: ProcessName): boolean | undefined {
  if (host !== hostname() || space !== spaceOfNumbers()) return undefined
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const started = startOf(pid)
  return started !== 'over' && (!started || !start || started === start)
}

/** Ticks from the start of the system, and which start of it that was. `over`: it ended and only its parent has not noticed. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands in brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return 'over'
    return `${fields[19]}@${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`
  } catch {
    return undefined
  }
}

function spaceOfNumbers(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}
