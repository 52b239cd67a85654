/** A new description as a file, with the schema beside it from which editors complete: what `init` and a first interview write. */

import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { draftDescription } from '../interview/draft-description.ts'
import { stringifySafely } from '../report/stringify-safely.ts'
import { richDescriptionSchema } from '../schema/rich-description-schema.ts'
import type { Level, OrganizationKind, OrganizationSize, Pack } from '../types/framework.ts'
import type { World } from './io/world.ts'
import { writeWhole } from './io/write-file.ts'

export const schemaName = 'ims-gap.schema.json'
const ownCopy = `./${schemaName}`

export interface DraftOptions {
  readonly sector?: string | undefined
  readonly country?: string | undefined
  readonly target?: Level | undefined
  /** The date of the assessment. */
  readonly asOf?: string | undefined
}

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
  { sector, country, target, asOf }: DraftOptions,
  world: World,
): Promise<string> {
  return draftDescription(pack.framework, pack.texts(), {
    ...facts,
    ...(sector !== undefined && { sector }),
    ...(country !== undefined && { country }),
    ...(target !== undefined && { target }),
    date: asOf ?? world.today(),
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
  writeWhole(file, text, folder)
  if (!isOwnCopy(schema)) return
  const schemaText = stringifySafely(richDescriptionSchema(pack.framework, pack.texts()), 0)
  writeWhole(join(dirname(file), schemaName), schemaText, folder)
}
