/** Validators are plain modules without imports that find every mistake at once. */
import { describe, expect, it } from 'vitest'
import type { Validate } from '../../src/schema/check-shape.ts'
import { compileValidatorModule } from '../../src/schema/compile-validator-module.ts'
import { descriptionSchema } from '../../src/schema/description-schema.ts'

async function load(schema: object): Promise<Validate> {
  const code = compileValidatorModule(schema)
  const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  return ((await import(/* @vite-ignore */ url)) as { validate: Validate }).validate
}

describe('a compiled validator', () => {
  it('needs nothing at run time and is the same every time', () => {
    const code = compileValidatorModule(descriptionSchema)
    expect(code).not.toMatch(/\brequire\(|^import |new Function|eval\(/m)
    expect(code).toBe(compileValidatorModule(descriptionSchema))
  })

  it('finds every mistake at once and refuses keys that objects inherit', async () => {
    const validate = await load(descriptionSchema)
    const data = Object.assign(Object.create(null), {
      'ims-gap': 1,
      framework: 3,
      organization: Object.create(null),
      toString: 1,
    })
    expect(validate(data)).toBe(false)
    const found = validate.errors!.map(
      ({ instancePath, keyword, params }) => `${instancePath} ${keyword} ${Object.values(params)[0]}`,
    )
    expect(found.sort()).toEqual([
      ' additionalProperties toString',
      '/framework type string',
      '/organization required kind',
      '/organization required name',
      '/organization required size',
    ])
  })

  it('refuses a schema with a keyword that nobody checks', () => {
    expect(() => compileValidatorModule({ type: 'object', propertees: {} })).toThrow()
  })
})
