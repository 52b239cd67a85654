/** Where a path leads among the files of a commit, once the links in it are followed. */

/** As many as systems follow before they take them for a circle. */
const most = 40

/**
 * `null` where it leads out of the root; `undefined` where that cannot be told: a link that cannot be read, a circle, or
 * one that begins at the root of a machine's files. `targetOf` says where a link leads, `false` for what is none.
 */
export function followLinks(
  path: string,
  targetOf: (place: string) => string | undefined | false,
): string | null | undefined {
  const done: string[] = []
  const steps = path.split('/')
  for (let links = 0; steps.length > 0; ) {
    const step = steps.shift()!
    if (step === '' || step === '.') continue
    if (step === '..') {
      if (done.pop() === undefined) return null
      continue
    }
    const target = targetOf([...done, step].join('/'))
    if (target === false) {
      done.push(step)
      continue
    }
    links += 1
    if (target === undefined || target.startsWith('/') || links > most) return undefined
    steps.unshift(...target.split('/'))
  }
  return done.join('/')
}
