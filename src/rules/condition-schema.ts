/** The JSON Schema (draft-07) of a condition, put together from the words, for editors and the schema of packs. */
import { durationSchema } from './operands/duration.ts'
import { elementSchema } from './operands/element.ts'
import { fieldSchema } from './operands/field.ts'
import { groupSchema } from './operands/group.ts'
import { measureSchema } from './operands/measure.ts'
import { membersSchema } from './operands/members.ts'
import { vocabulary } from './vocabulary.ts'

/** Refers to its own `definitions`, which can be moved to the root of another schema. */
export function conditionSchema(): object {
  return {
    $ref: '#/definitions/condition',
    definitions: {
      condition: {
        description: 'What must hold; several words mean all of them',
        type: 'object',
        minProperties: 1,
        additionalProperties: false,
        properties: Object.fromEntries([...vocabulary].map(([name, word]) => [name, word.schema])),
      },
      group: groupSchema,
      members: membersSchema,
      element: elementSchema,
      measure: measureSchema,
      field: fieldSchema,
      duration: durationSchema,
    },
  }
}
