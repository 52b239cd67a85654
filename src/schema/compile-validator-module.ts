/** Build time only: turns one of our own schemas into a plain module that checks data, so that ajv never runs at a user's. */
import { Ajv } from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'
import { shareParts } from './share-parts.ts'

/**
 * An ESM module without imports that exports `validate`. Formats are annotations for `shape-data.ts`;
 * lengths count UTF-16 units.
 */
export function compileValidatorModule(schema: object): string {
  const ajv = new Ajv({
    allErrors: true,
    verbose: false,
    messages: false,
    strict: true,
    validateFormats: false,
    unicodeRegExp: false,
    unicode: false,
    inlineRefs: false,
    logger: false,
    code: { source: true, esm: true, lines: true },
  })
  const code = standalone.default(ajv, ajv.compile(shareParts(schema)))
  if (/\brequire\(|^import /m.test(code)) throw new Error('a validator must not need anything at run time')
  // Where in the schema a rule stands is of no use to us, and a tenth of the code.
  return code.replace(/^export default \w+;$/m, '').replace(/schemaPath:"[^"]*",/g, '')
}
