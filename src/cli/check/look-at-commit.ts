/** What the files cited as evidence were like in an earlier commit, as far as it differs from what they are like now. */
import { posix } from 'node:path'
import type { FileFact, FileState, LookAtFiles } from '../../types/file-facts.ts'
import { sha256Hex } from '../../util/digest.ts'
import type { CommittedKind, Git } from '../io/git.ts'
import { followLinks } from './follow-links.ts'

type Committed = Pick<Git, 'kindsOf' | 'readFile'>

/**
 * `now` looks at the work tree. A file that git does not know at all is taken to have been as it is, and a file that was
 * there to have been as old and as readable as it is: none of these is what a change of a branch is about.
 */
export function commitLooker(
  git: Committed,
  commit: string,
  headCommit: string,
): (folder: string, now: LookAtFiles) => LookAtFiles {
  let trees: Trees | undefined
  return (folder, now) => (questions) => {
    trees ??= treesOf(git, commit, headCommit)
    const { before, head } = trees
    const facts = now(questions)
    const targetOf = (place: string) => {
      if (before.get(place) !== 'link') return false
      const target = git.readFile(commit, place)
      return target && Buffer.from(target).toString()
    }
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

function treesOf(git: Committed, commit: string, headCommit: string): Trees {
  const head = git.kindsOf(headCommit)
  return { head, before: commit === headCommit ? head : git.kindsOf(commit) }
}
