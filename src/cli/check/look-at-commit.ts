/** What the files cited as evidence were like in an earlier commit, as far as it differs from what they are like now. */
import { posix } from 'node:path'
import { sha256Hex } from '../../core/digest.ts'
import type { FileFact, LookAtFiles } from '../../core/file-facts.ts'
import type { Git } from '../world/git.ts'

/**
 * `now` looks at the work tree. A file that git does not know at all is taken to have been as it is, and a file that was
 * there to have been as old as it is: neither is what a change of a branch is about.
 */
export function commitLooker(
  git: Pick<Git, 'listFiles' | 'readFile'>,
  commit: string,
  headCommit: string,
): (folder: string, now: LookAtFiles) => LookAtFiles {
  let trees: Trees | undefined
  return (folder, now) => (questions) => {
    trees ??= treesOf(git, commit, headCommit)
    const { before, head } = trees
    const facts = now(questions)
    return new Map(
      questions.map(({ file, needsDigest }): [string, FileFact] => {
        const place = posix.normalize(posix.join(folder, file))
        const fact = facts.get(file)!
        if (!before.has(place)) return [file, head.has(place) ? missing : fact]
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

const missing: FileFact = { state: 'missing', committed: null, sha256: null }

interface Trees {
  readonly before: ReadonlySet<string>
  readonly head: ReadonlySet<string>
}

function treesOf(git: Pick<Git, 'listFiles'>, commit: string, headCommit: string): Trees {
  const head = new Set(git.listFiles(headCommit, ''))
  return { head, before: commit === headCommit ? head : new Set(git.listFiles(commit, '')) }
}
