/** Files cited as evidence, as they were at a commit. */
import { posix } from 'node:path'
import type { FileFact, FileState, LookAtFiles } from '../../types/file-facts.ts'
import { sha256Hex } from '../../util/digest.ts'
import type { CommittedKind, Git } from '../io/git.ts'

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

type Committed = Pick<Git, 'kindsOf' | 'readFile'>

/** Where a link at a commit leads; `false` for what is not a link, `undefined` for a link that cannot be read. */
export function linkReader(
  git: Pick<Git, 'readFile'>,
  commit: string,
  kinds: ReadonlyMap<string, CommittedKind>,
): (place: string) => string | undefined | false {
  return (place) => {
    if (kinds.get(place) !== 'link') return false
    const target = git.readFile(commit, place)
    return target && Buffer.from(target).toString()
  }
}

/**
 * `now` looks at the work tree. A file that git does not know at all is taken to have been as it is, and a file that was
 * there to have been as old and as readable as it is: none of these is what a change of a branch is about.
 */
export function commitLooker(
  git: Committed,
  commit: string,
  kindsBefore: () => ReadonlyMap<string, CommittedKind>,
  headCommit: string,
): (folder: string, now: LookAtFiles) => LookAtFiles {
  let trees: Trees | undefined
  return (folder, now) => (questions) => {
    trees ??= {
      before: kindsBefore(),
      head: commit === headCommit ? kindsBefore() : git.kindsOf(headCommit),
    }
    const { before, head } = trees
    const facts = now(questions)
    const targetOf = linkReader(git, commit, before)
    return new Map(
      questions.map(({ file, needsDigest }): [string, FileFact] => {
        const fact = facts.get(file)!
        const place = followLinks(posix.join(folder, file), targetOf)
        if (place === undefined) return [file, fact]
        if (place === null) return [file, nothing('outside')]
        const kind = before.get(place)
        if (kind === undefined) return [file, head.has(place) ? nothing('missing') : fact]
        if (kind !== 'file') return [file, nothing(kind === 'empty' ? 'empty' : 'not-regular')]
        if (fact.state === 'unreadable') return [file, fact]
        const bytes = needsDigest ? git.readFile(commit, place) : undefined
        return [
          file,
          {
            state: 'present',
            committed: fact.committed,
            sha256: bytes ? sha256Hex(bytes) : fact.sha256,
          },
        ]
      }),
    )
  }
}

function nothing(state: FileState): FileFact {
  return { state, committed: null, sha256: null }
}

interface Trees {
  readonly before: ReadonlyMap<string, CommittedKind>
  readonly head: ReadonlyMap<string, CommittedKind>
}
