/** What names a finding for services that follow it from run to run: the file, and what the finding is about. */
import type { Finding } from '../../types/assessment.ts'
import { sha256Hex } from '../../util/digest.ts'

/**
 * Never of a line, an order, a wording, a version or a language; two findings never share one. The file is
 * part of it, as two files may well have the same gap.
 */
export function fingerprint(fileIdentity: string, { rule, element, item }: Finding): string {
  return sha256Hex(JSON.stringify([fileIdentity, rule, element, item ?? null]))
}
