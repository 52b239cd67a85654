/** Which commits the names of branches, tags and commits stand for. */
import { quote } from '../../util/show.ts'
import { usageStop } from '../exit-code.ts'
import { type Run, succeed } from './git-runs.ts'

/**
 * `undefined` for what is no commit, and for all that come after a name git cannot make sense of. Stops where git fails altogether,
 * for which HEAD is asked first: no name can stop that.
 */
export function resolveAll(run: Run, revisions: readonly string[]): (string | undefined)[] {
  for (const revision of revisions) checkRevision(revision)
  const names = ['HEAD', ...revisions].map((revision) => `${revision}^{commit}\n`)
  const found = run(['cat-file', '--batch-check'], names.join(''))
  const [head = '', ...lines] = found.output.toString().split('\n')
  if (head === '') succeed(found)
  return revisions.map((_, index) => /^([0-9a-f]{40,64}) commit \d+$/.exec(lines[index] ?? '')?.[1])
}

/** Nothing that could be an option, a path, a range or a search, nor what no name can hold. */
function checkRevision(revision: string): void {
  if (revision.length <= 250 && !revision.includes('..') && /^(?![-.])[^\s\p{C}:\\?*[]+$/u.test(revision))
    return
  throw usageStop(
    `${quote(revision)} cannot be the name of a revision`,
    'name a branch, a tag or a commit, such as main, v1.0 or HEAD~3',
  )
}
