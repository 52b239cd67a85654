/**
 * The JSON Schema of a practice description for editors (draft-07): it knows every element, criterion and principle
 * of one guidance pack and says what they mean. Made from the lean schema, so that the two cannot drift apart.
 */
import type { Framework, FrameworkElement, Texts } from '../types/framework.ts'
import { descriptionSchema, formatVersion } from './description-schema.ts'
import { explained, keyed, type RichSchema, withProperties } from './editor-schema.ts'
import { fieldMeanings, wordMeanings } from './field-meanings.ts'
import type { Schema } from './schema.ts'

/** Without `texts`, titles alone explain the numbers. */
export function richDescriptionSchema(framework: Framework, texts?: Texts): RichSchema {
  const lean = descriptionSchema.properties!
  const properties: Record<string, RichSchema> = {}
  for (const [key, schema] of Object.entries(lean)) properties[key] = explained(schema, [key])
  const ids = framework.elements.map(({ id }) => id)
  const level = lean.targets!.properties!.default!
  const weight = lean.weights!.properties!.principles!.additionalProperties as Schema
  const perPrinciple = (values: Schema) =>
    keyed(framework.principles.map(({ id, title }) => [id, { ...explained(values, []), description: title }]))
  properties['ims-gap'] = { ...properties['ims-gap'], enum: [formatVersion] }
  properties.framework = {
    ...properties.framework,
    type: 'string',
    enum: [`${framework.id}:${framework.edition}`],
  }
  properties.targets = withProperties(properties.targets!, {
    principles: { description: fieldMeanings['targets/principles'], ...perPrinciple(level) },
    elements: {
      description: fieldMeanings['targets/elements'],
      ...keyed(
        framework.elements.map(({ id, title }) => [id, { ...explained(level, []), description: title }]),
      ),
    },
  })
  properties.weights = withProperties(properties.weights!, {
    principles: { description: fieldMeanings['weights/principles'], ...perPrinciple(weight) },
  })
  properties.practices = {
    description: fieldMeanings.practices,
    ...keyed(framework.elements.map((element) => [element.id, practiceSchema(element, framework, texts)])),
  }
  for (const register of ['objectives', 'initiatives']) {
    const items = properties[register]!.items as RichSchema
    const basedOn = {
      ...(items.properties as Record<string, RichSchema>).basedOn,
      items: { enum: asWritten(ids) },
    }
    properties[register] = { ...properties[register], items: withProperties(items, { basedOn }) }
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:ims-gap:description:1',
    title: `Practice description for ${framework.title}`,
    type: 'object',
    properties,
    required: descriptionSchema.required,
    additionalProperties: false,
    definitions: practiceDefinitions(),
  }
}

const practiceLean = descriptionSchema.properties!.practices!.additionalProperties as Schema

/** What is the same for every element, once. */
function practiceDefinitions(): Record<string, RichSchema> {
  const { level: _, criteria, ...shared } = practiceLean.properties!
  const fields = Object.entries(shared).map(([key, schema]) => [
    key,
    explained(schema, ['practices', '*', key]),
  ])
  return { ...Object.fromEntries(fields), answer: explained(criteria!.additionalProperties as Schema, []) }
}

function practiceSchema(
  element: FrameworkElement,
  framework: Framework,
  texts: Texts | undefined,
): RichSchema {
  const said = texts?.elements[element.id]
  const shared = Object.keys(practiceDefinitions())
    .filter((key) => key !== 'answer')
    .map((key) => [key, { $ref: `#/definitions/${key}` }])
  const anchors = framework.levels.map(
    ({ level, name }) => `${name}${said ? `: ${said.anchors[level]}` : ''}`,
  )
  return {
    type: ['object', 'null'],
    title: `${element.id} ${element.title}`,
    description: said ? `${element.title}. ${said.question}` : element.title,
    markdownDescription: [
      `**${element.id} ${element.title}**`,
      ...(said ? [said.purpose, `*${said.question}*`] : []),
      anchors.map((anchor, level) => `- ${level} ${anchor}`).join('\n'),
    ].join('\n\n'),
    properties: {
      level: {
        description: fieldMeanings['practices/*/level'],
        enum: framework.levels.map(({ level }) => level),
        enumDescriptions: anchors,
      },
      criteria: {
        description: fieldMeanings['practices/*/criteria'],
        ...keyed(element.criteria.map(({ id }) => [id, criterionSchema(said?.criteria[id])])),
      },
      ...Object.fromEntries(shared),
      ...(element.neverNotApplicable && { notApplicable: declinedOnly() }),
    },
    additionalProperties: false,
    defaultSnippets: [
      {
        label: 'level with evidence',
        body: {
          level: '$1',
          practice: '$2',
          evidence: [{ file: '$3', kind: 'record', date: '$4' }],
          owner: '$5',
        },
      },
      { label: 'not applicable', body: { notApplicable: { kind: '$1', reason: '$2' } } },
    ],
  }
}

/** Draft-07 ignores what stands beside a reference, so the reference is wrapped. */
function criterionSchema(text: string | undefined): RichSchema {
  return { allOf: [{ $ref: '#/definitions/answer' }], ...(text !== undefined && { description: text }) }
}

/** The guidance leaves no way around these elements: they can be declined, which keeps them as gaps. */
function declinedOnly(): RichSchema {
  const schema = explained(practiceLean.properties!.notApplicable!, ['practices', '*', 'notApplicable'])
  return withProperties(schema, {
    kind: { enum: ['declined'], enumDescriptions: [wordMeanings.declined] },
  })
}

/** Element numbers as texts and, where an editor reads them so, as numbers. */
function asWritten(ids: readonly string[]): (string | number)[] {
  return ids.flatMap((id) => (String(Number(id)) === id ? [id, Number(id)] : [id]))
}
