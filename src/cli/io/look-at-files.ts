/**
 * What the files cited as evidence are like: whether they are there, since when, and which bytes they hold. No file is
 * opened except for its digest, and nothing of what it holds goes anywhere.
 */
import { realpathSync } from 'node:fs'
import { relative, sep } from 'node:path'
import type { FileFact, FileQuestion, LookAtFiles } from '../../types/file-facts.ts'
import { Stop } from '../exit-code.ts'
import { digestOfFile } from './digest-of-file.ts'
import { fileFinder } from './find-file.ts'
import type { Git } from './git.ts'

/** The part of git that dates files. */
export type Dating = Pick<Git, 'root' | 'shallow' | 'lastCommitted'>

/**
 * Looks at files below `folder` (absolute), the description's own. They have to lie in the work tree, or without git in
 * that folder. `note` is told once, in one line, why dates are not known where git could not say.
 */
export function lookAtFilesFor(
  folder: string,
  git: Dating | undefined,
  note: (text: string) => void,
): LookAtFiles {
  const place = realFolder(folder)
  const root = git?.root ?? place
  const find = fileFinder(place, root)
  // What a description cited in an earlier version it mostly cites still.
  const known = new Map<string, FileFact>()
  return (questions) => {
    const open = questions.filter((question) => !known.has(keyOf(question)))
    const found = open.map((question) => ({ ...question, ...find(question.file) }))
    const undated = found.flatMap((file) => (file.needsDate && file.place !== undefined ? [file.place] : []))
    const dates = git ? datesOf(undated, git, note) : new Map<string, string>()
    for (const file of found) {
      const { state, place: real, stats, needsDigest } = file
      known.set(keyOf(file), {
        state,
        committed: (real !== undefined && dates.get(pathFrom(root, real))) || null,
        sha256: needsDigest && real !== undefined && stats ? digestOfFile(real, stats) : null,
      })
    }
    return new Map(questions.map((question) => [question.file, known.get(keyOf(question))!]))
  }
}

function keyOf({ file, needsDate, needsDigest }: FileQuestion): string {
  return `${needsDate} ${needsDigest} ${file}`
}

/** In a shallow clone every file seems to have come with the commit where the history was cut. */
function datesOf(
  places: readonly string[],
  git: Dating,
  note: (text: string) => void,
): ReadonlyMap<string, string> {
  if (places.length === 0) return new Map()
  try {
    if (!git.shallow) return git.lastCommitted(places.map((place) => pathFrom(git.root, place)))
    note(
      'undated evidence counts whatever its age: the history of this clone is cut (in CI, fetch all of it: fetch-depth: 0)',
    )
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    note(`undated evidence counts whatever its age: ${error.message}`)
  }
  return new Map()
}

/** Standard input may be given a name in a folder that is not there; then neither is any file. */
function realFolder(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}

function pathFrom(root: string, place: string): string {
  return relative(root, place).replaceAll(sep, '/')
}
