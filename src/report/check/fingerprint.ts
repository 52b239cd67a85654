/** What names a finding for services that follow it from run to run: the file, and what the finding is about. */
import type { Finding } from '../../core/assessment.ts'
import { sha256Hex } from '../../core/digest.ts'

/**
 * Never of a line, an order, a wording, a version or a language; two findings never share one. `path` is that of the
 * file in its repository: two files may well have the same gap.
 */
export function fingerprint(path: string, { rule, element, item }: Finding): string {
  return sha256Hex(JSON.stringify([path, rule, element, item ?? null]))
}
