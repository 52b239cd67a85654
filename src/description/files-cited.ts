/** Which files a description cites as evidence and what has to be known of each, for those who can look. */
import type { DescriptionData } from '../types/description-data.ts'
import type { FileQuestion } from '../types/file-facts.ts'
import { checkPath } from './check-source.ts'

/** Each file once, in the order of the file; never a path that leads out of the folder. */
export function filesCited({ practices = {} }: DescriptionData): FileQuestion[] {
  const questions = new Map<string, FileQuestion>()
  for (const { evidence = [] } of Object.values(practices)) {
    for (const { file, date, sha256 } of evidence) {
      if (file === undefined || checkPath(file)) continue
      const known = questions.get(file)
      questions.set(file, {
        file,
        needsDate: known?.needsDate === true || date === undefined,
        needsDigest: known?.needsDigest === true || sha256 !== undefined,
      })
    }
  }
  return [...questions.values()]
}
