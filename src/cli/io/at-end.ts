/** What must still be done when the process ends, however it ends: by itself, by an error nobody caught, or by a signal. */
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
export function runAtEnd(): void {
  for (const work of works) {
    works.delete(work)
    try {
      work()
    } catch {
      // The process is on its way out: there is nobody left to tell.
    }
  }
}
