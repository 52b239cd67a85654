/** A new description as a file, with the schema beside it from which editors complete: what `init` and a first interview write. */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { OrganizationKind, OrganizationSize, Pack } from '../types/framework.ts'
import type { Call } from './command.ts'
import type { World } from './io/world.ts'

export const schemaName = 'ims-gap.schema.json'
const ownCopy = `./${schemaName}`

export interface Facts {
  readonly name: string
  readonly kind: OrganizationKind
  readonly size: OrganizationSize
}

/** The schema of a local installation where there is one, else a copy beside the description. */
export function schemaFor(file: string, { folder }: World): string {
  const local = 'node_modules/ims-gap/schemas/description.schema.json'
  return existsSync(join(dirname(resolve(folder, file)), local)) ? `./${local}` : ownCopy
}

/** A copy goes beside the description; with an installation that has the schema, nothing does. */
export function isOwnCopy(schema: string | null): boolean {
  return schema === ownCopy
}

export async function draftText(
  pack: Pack,
  facts: Facts,
  schema: string | null,
  options: Call['options'],
  world: World,
): Promise<string> {
  const { draftDescription } = await import('../interview/draft-description.ts')
  return draftDescription(pack.framework, pack.texts(), {
    ...facts,
    ...(typeof options['sector'] === 'string' && { sector: options['sector'] }),
    ...(typeof options['country'] === 'string' && { country: options['country'] }),
    ...(typeof options['target'] === 'number' && { target: options['target'] }),
    date: typeof options['asOf'] === 'string' ? options['asOf'] : world.today(),
    schema,
  })
}

/** Stops with code 4 where something cannot be written. */
export async function writeDraft(
  file: string,
  text: string,
  schema: string | null,
  pack: Pack,
  { folder }: World,
): Promise<void> {
  const { writeWhole } = await import('./io/write-file.ts')
  writeWhole(file, text, folder)
  if (!isOwnCopy(schema)) return
  const { richDescriptionSchema } = await import('../schema/rich-description-schema.ts')
  const { stringifySafely } = await import('../report/stringify-safely.ts')
  const schemaText = stringifySafely(richDescriptionSchema(pack.framework, pack.texts()), 0)
  writeWhole(join(dirname(file), schemaName), schemaText, folder)
}
