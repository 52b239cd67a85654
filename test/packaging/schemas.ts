/**
 * The files that pipelines read, narrower than what their programs take: our own, after the documentation of each, so that
 * a word that is wrong or missing is seen.
 */
import { Ajv } from 'ajv'

const text = { type: 'string', minLength: 1 }
const object = (properties: object, required: readonly string[] = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const mapOf = (value: object) => ({ type: 'object', minProperties: 1, additionalProperties: value })

const pinned = { type: 'string', pattern: '^[\\w.-]+/[\\w./-]+@[0-9a-f]{40}$' }
const condition = { if: text }
const values = { type: 'object', additionalProperties: { type: ['string', 'boolean'] } }

const action = object({
  name: text,
  description: { ...text, maxLength: 125 },
  inputs: mapOf(object({ description: text, required: { type: 'boolean' }, default: { type: 'string' } })),
  outputs: mapOf(object({ description: text, value: text })),
  runs: object({
    using: { const: 'composite' },
    steps: {
      type: 'array',
      items: {
        oneOf: [
          object({ ...condition, uses: pinned, with: values }, ['uses']),
          object({ ...condition, id: text, shell: { const: 'bash' }, env: values, run: text }, [
            'shell',
            'run',
          ]),
        ],
      },
    },
  }),
  branding: object({ icon: text, color: { enum: ['blue', 'green', 'orange', 'purple', 'red', 'white'] } }),
})

const pattern = { type: 'string', format: 'regex' }
const hook = {
  id: { type: 'string', pattern: '^[a-z-]+$' },
  name: { ...text, maxLength: 70 },
  description: text,
  entry: { type: 'string', pattern: '^ims-gap [a-z]+$' },
  language: { const: 'node' },
  files: pattern,
  types: { type: 'array', items: { enum: ['file', 'text', 'yaml'] } },
  always_run: { type: 'boolean' },
  pass_filenames: { type: 'boolean' },
}
const hooks = {
  type: 'array',
  minItems: 1,
  items: object(hook, ['id', 'name', 'description', 'entry', 'language']),
}

const hooksConfiguration = object({
  repos: {
    type: 'array',
    items: object({
      repo: text,
      rev: text,
      hooks: {
        type: 'array',
        items: object({ id: text, files: pattern, args: { type: 'array', items: text } }, ['id']),
      },
    }),
  },
})

const gitlab = object({
  variables: mapOf({ type: 'string' }),
  'ims-gap': object({
    image: text,
    rules: { type: 'array', minItems: 1, items: object({ if: text }) },
    variables: mapOf({ type: 'string' }),
    script: { type: 'array', minItems: 1, items: text },
    artifacts: object({
      when: { enum: ['on_success', 'on_failure', 'always'] },
      reports: object({ codequality: text, junit: text }),
    }),
  }),
})

const gitlabConfiguration = object({
  include: { type: 'array', items: object({ project: text, ref: text, file: text }) },
  variables: mapOf({ type: 'string' }),
})

const ajv = new Ajv({
  formats: { regex: (value: string) => !!new RegExp(value) },
  allErrors: true,
  strictTypes: false,
})
const compiled = Object.fromEntries(
  Object.entries({ action, hooks, hooksConfiguration, gitlab, gitlabConfiguration }).map(([name, schema]) => [
    name,
    ajv.compile(schema),
  ]),
)

/** What is wrong with it; nothing where it is right. */
export function faultsOf(
  kind: 'action' | 'hooks' | 'hooksConfiguration' | 'gitlab' | 'gitlabConfiguration',
  data: unknown,
): string[] {
  const validate = compiled[kind]!
  return validate(data) ? [] : validate.errors!.map((error) => `${error.instancePath} ${error.message}`)
}
