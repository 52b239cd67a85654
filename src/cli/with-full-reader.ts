/** Loads the full YAML parser only where it is needed: most files are plain, and loading it takes longer than reading one. */
import { NeedsFullReader } from '../yaml/read-yaml.ts'

/** `work` is done again from the start where its first try met YAML that is not plain. */
export async function withFullReader<T>(work: () => T): Promise<T> {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof NeedsFullReader)) throw error
    await import('../yaml/full-reader.ts')
    return work()
  }
}
