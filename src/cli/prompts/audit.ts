/** Who answered what and when, for those who ask for it with `--audit`: a line of JSON for each time something is saved. */

import { saidAt } from '../../interview/said-of.ts'
import { stringifySafely } from '../../report/stringify-safely.ts'
import type { DocumentNode } from '../../types/document.ts'
import { toolVersion } from '../../version.ts'
import type { Edit } from '../../yaml-edit/edit.ts'
import { usageStop } from '../exit-code.ts'
import { openAppending, type WriteSome } from '../io/append-file.ts'
import { fileBehind } from '../io/paths.ts'
import type { World } from '../io/world.ts'

export interface AuditOptions {
  /** The file to append to. */
  readonly audit?: string | undefined
  /** Who answers. */
  readonly by?: string | undefined
}

export interface Audit {
  /** After `edits` are down; `before` is the root of what they were made on. A sentence where the line is not on disk. */
  add(edits: readonly Edit[], before?: DocumentNode): string | undefined
  /** Why not every line is on disk; a later one may have taken earlier ones along. */
  readonly missing: string | undefined
  close(): void
}

/** `undefined` where nobody asks for it. `path`: the description. Stops where no line could be written. */
export function openAudit(
  path: string,
  { audit, by }: AuditOptions,
  world: World,
  write?: WriteSome,
): Audit | undefined {
  if (audit === undefined) {
    if (by === undefined) return undefined
    throw usageStop('--by needs --audit', 'add --audit FILE or remove --by')
  }
  if (by === undefined) throw usageStop('--audit needs --by', 'for example --by "Ana Lima"')
  if (fileBehind(audit, world.folder) === fileBehind(path, world.folder))
    throw usageStop('--audit must not be the description itself', 'name another file')
  const file = openAppending(audit, world.folder, '{"when":"', write)
  let missing: string | undefined
  return {
    add: (edits, before) => {
      const changes = edits.map(({ path: at, value }) => ({
        path: at,
        before: (before && saidAt(before, at)) ?? null,
        after: value ?? null,
      }))
      const line = { when: world.moment(), by, tool: `ims-gap ${toolVersion}`, file: path, changes }
      missing = file.append(stringifySafely(line, 0).trimEnd())
      return (
        missing &&
        `The answer is saved but could not be recorded in the audit file (${missing}); the next save retries.`
      )
    },
    get missing() {
      return missing
    },
    close: () => file.close(),
  }
}
