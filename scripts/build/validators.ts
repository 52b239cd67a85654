/** Build step: compiles our own schemas to plain modules in src/generated/validators/. */

import { baselineSchema } from '../../src/check/baseline-schema.ts'
import { configurationSchema } from '../../src/check/configuration-schema.ts'
import { packSchema } from '../../src/packs/pack-schema.ts'
import { compileValidatorModule } from '../../src/schema/compile-validator-module.ts'
import { descriptionSchema } from '../../src/schema/description-schema.ts'

/** One line per schema: the name of its module and the schema. */
const schemas: Readonly<Record<string, object>> = {
  description: descriptionSchema,
  pack: packSchema,
  configuration: configurationSchema,
  baseline: baselineSchema,
}

export function validatorModules(): { path: string; text: string }[] {
  return Object.entries(schemas).flatMap(([name, schema]) => [
    { path: `src/generated/validators/${name}.js`, text: compileValidatorModule(schema) },
    { path: `src/generated/validators/${name}.d.ts`, text: declaration },
  ])
}

const declaration = `import type { Validate } from '../../schema/validation.ts'
export declare const validate: Validate
`
