/**
 * Ends a session in the terminal tidily when the system asks for it, and keeps it alive when it is only paused.
 *
 * Saving is one step without waiting, so no signal arrives in the middle of it. The first signal aborts what is being asked, so
 * that the command returns by its own way, `finally` included, with the code of the signal: that keeps output whole. Only where
 * this does not end the process soon, or the user asks twice, what must be done at the end is done here and the signal is
 * raised again with nobody listening: the shell then sees what really happened, and nothing can hold it up.
 */
import { type ExitCode, exitCode, Stop } from '../exit-code.ts'

export interface SignalWatch {
  /** Aborted by the first signal, its reason a `Stop` with the code to end with. Hand it to prompts. */
  readonly signal: AbortSignal
  /** While another program has the terminal, Ctrl-C and Ctrl-\\ are meant for it. */
  lend<T>(work: () => Promise<T>): Promise<T>
  /** No longer needed: signals do again what they do by themselves. */
  end(): void
}

const endings: readonly (readonly [NodeJS.Signals, ExitCode, string])[] = [
  ['SIGINT', exitCode.interrupted, 'interrupted'],
  ['SIGTERM', exitCode.terminated, 'terminated'],
  ['SIGHUP', exitCode.hungUp, 'the terminal was closed'],
]

/** How long the command may take to return by its own way; a user waits a second at most. */
const patience = 700

/** `onContinue` is called when the session goes on after a pause, such as Ctrl-Z and `fg`: what was on screen may be gone. */
export function watchSignals(onContinue: () => void = () => {}): SignalWatch {
  const controller = new AbortController()
  let isLent = false
  const forget = atEnd(restoreTerminal)
  const listeners: [NodeJS.Signals, () => void][] = endings.map(([name, code, message]) => [
    name,
    () => {
      if (isLent && name === 'SIGINT') return
      if (controller.signal.aborted) return leave(name)
      // A closed terminal refuses every further word; that is no failure to tell about.
      if (name === 'SIGHUP')
        for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
      process.exitCode = code
      setTimeout(() => leave(name), patience).unref()
      controller.abort(new Stop(code, `${message}; every answer given is saved`))
    },
  ])
  listeners.push(['SIGQUIT', () => isLent || leave('SIGQUIT')])
  // Node would open a port for a debugger.
  listeners.push(['SIGUSR1', () => {}])
  listeners.push(...pausing(onContinue))
  for (const [name, listener] of listeners) process.on(name, listener)
  return {
    signal: controller.signal,
    lend: async (work) => {
      isLent = true
      try {
        return await work()
      } finally {
        isLent = false
      }
    },
    end: () => {
      forget()
      if (controller.signal.aborted) restoreTerminal()
      // The line reader believes that it still pauses, and does not do it; the process would wait for keys.
      if (process.stdin.isTTY) process.stdin.pause()
      for (const [name, listener] of listeners) process.off(name, listener)
    },
  }
}

/** The shell gets a sane terminal while we sleep, and we get ours back. */
function pausing(onContinue: () => void): [NodeJS.Signals, () => void][] {
  let isPaused = false
  let wasRaw = false
  let wasReading = false
  const goOn = () => {
    isPaused = false
    if (process.stdin.isTTY && (wasRaw || process.stdin.isRaw)) {
      // Off first: what is on already by its own account would not be set again.
      process.stdin.setRawMode(false)
      process.stdin.setRawMode(true)
    }
    wasRaw = false
    // Node's line reader stops reading when it wakes, and nobody lets it go on: the prompt would end as if it were closed.
    if (wasReading) setImmediate(() => process.stdin.resume())
    wasReading = false
    onContinue()
  }
  const sleep = () => {
    isPaused = true
    wasRaw = process.stdin.isTTY && process.stdin.isRaw
    wasReading = process.stdin.isTTY && !process.stdin.isPaused()
    restoreTerminal()
    process.off('SIGTSTP', sleep)
    // The whole job, as the terminal would do it: a parent such as npx that kept running would keep the terminal.
    process.kill(process.stdin.isTTY ? 0 : process.pid, 'SIGTSTP')
    process.on('SIGTSTP', sleep)
    // Where no shell could wake us, the system does not put us to sleep, and nobody says that it goes on.
    setTimeout(() => isPaused && goOn(), 50)
  }
  return [
    ['SIGTSTP', sleep],
    ['SIGCONT', goOn],
  ]
}

function leave(name: NodeJS.Signals): void {
  runAtEnd()
  process.removeAllListeners(name)
  process.kill(process.pid, name)
}

/** Typed letters are shown again, the cursor is visible, pasting is plain. */
function restoreTerminal(): void {
  if (process.stdin.isTTY) process.stdin.setRawMode(false)
  if (process.stdout.isTTY && process.env['TERM'] !== 'dumb') process.stdout.write('\u001b[?25h\u001b[?2004l')
}

/** What must still be done when the process ends, however it ends. */
const works = new Set<() => void>()
let isListening = false

/** `work` runs at the end, at once and once. Returns what makes it unneeded. */
export function atEnd(work: () => void): () => void {
  if (!isListening) process.on('exit', runAtEnd)
  isListening = true
  works.add(work)
  return () => {
    works.delete(work)
  }
}

/** For ends that node does not announce. One work that fails does not keep the others from running. */
function runAtEnd(): void {
  for (const work of works) {
    works.delete(work)
    try {
      work()
    } catch {
      // The process is on its way out: there is nobody left to tell.
    }
  }
}
