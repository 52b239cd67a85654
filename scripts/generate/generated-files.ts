/** Everything that is generated from the pack and the program, as paths and texts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtinPack } from '../../src/builtin.ts'
import { packFileSchemas } from '../../src/packs/pack-schema.ts'
import { conditionSchema } from '../../src/rules/condition-schema.ts'
import { richDescriptionSchema } from '../../src/schema/rich-description-schema.ts'
import { packDocuments } from './pack-documents.ts'
import { fillReadme } from './readme.ts'

export interface GeneratedFile {
  readonly path: string
  readonly text: string
}

export async function generatedFiles(root: string): Promise<GeneratedFile[]> {
  const pack = builtinPack()
  return [
    {
      path: 'schemas/description.schema.json',
      text: json(richDescriptionSchema(pack.framework, pack.texts())),
    },
    { path: 'schemas/pack.schema.json', text: json(packEditorSchema()) },
    ...packDocuments(pack),
    ...(await Promise.all(
      ['README.md', 'docs/diff-and-trend.md'].map(async (path) => ({
        path,
        text: await fillReadme(readFileSync(join(root, path), 'utf8'), root),
      })),
    )),
  ]
}

/** One schema with a definition per file of a pack, conditions included. */
function packEditorSchema(): object {
  const condition = conditionSchema() as { readonly definitions?: Record<string, unknown> }
  const { definitions = {}, ...root } = condition
  const files = Object.fromEntries(
    Object.entries(packFileSchemas).map(([file, schema]) => [file, withConditions(schema)]),
  )
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:ims-gap:pack-files:1',
    title: 'Files of an ims-gap guidance pack',
    description:
      'One definition per file; see docs/packs.md. Point an editor at #/definitions/ and the name of the file.',
    definitions: { ...definitions, condition: definitions['condition'] ?? root, ...files },
  }
}

/** Where a rule takes any mapping, an editor can be told the vocabulary. */
function withConditions(schema: object): object {
  const text = JSON.stringify(schema)
  const condition = '{"$ref":"#/definitions/condition"}'
  return JSON.parse(
    text
      .replace('"fires":{"type":"object"}', `"fires":${condition}`)
      .replace('"unless":{"type":"object"}', `"unless":${condition}`),
  )
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
