/** Names bytes by what they hold, so that a result can say exactly what it was made from. */
import { createHash } from 'node:crypto'

/** SHA-256 as 64 hex digits; text is taken as UTF-8. */
export function sha256Hex(input: string | Uint8Array): string {
  return createHash('sha256').update(input).digest('hex')
}

/** The same, computed when it is first asked for: loading what computes it takes longer than many a whole run needs. */
export function sha256Later(input: string | Uint8Array): () => string {
  let digest: string | undefined
  return () => {
    digest ??= sha256Hex(input)
    return digest
  }
}
