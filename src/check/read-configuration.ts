/** What a configuration file asks for, and everything that is wrong with it. It is data: nothing in it is run or fetched. */

import { unknownElement } from '../description/unknown-element.ts'
import { diagnoseAll, type LazyDraft } from '../diagnostics/diagnose-all.ts'
import { compareDiagnostics, type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import type { DiagnosticCode } from '../diagnostics/diagnostic-codes.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import { validate } from '../generated/validators/configuration.js'
import { checkShape } from '../schema/check-shape.ts'
import { nameThings, type Wording } from '../schema/wording.ts'
import type { DocumentNode, Path } from '../types/document.ts'
import type { Framework, Level } from '../types/framework.ts'
import { keySpan, valueSpan } from '../util/place.ts'
import { listWords, quote } from '../util/show.ts'
import { type ConfigurationData, configurationSchema } from './configuration-schema.ts'
import { type Gates, readMinimum } from './gates.ts'

export interface Configuration {
  /** Paths from the configuration's folder that stay below its root or were refused. */
  readonly files: readonly string[]
  /** As `files`. */
  readonly baseline: string | null
  readonly gates: Partial<Gates>
}

const minimumKeys = ['min', 'minLowest', 'minEvidenced'] as const

const wording: Wording = {
  codeOf: (problem) => `configuration/${problem === 'too-few' ? 'blank' : problem}` as DiagnosticCode,
  nameOf: nameThings({
    '': 'the configuration',
    'require/*': 'the level required of {1}',
    'min/*': 'the minimum of {1}',
    'minLowest/*': 'the minimum of {1}',
    'minEvidenced/*': 'the minimum of {1}',
  }),
  adjust: (_, [key, name], node) =>
    name !== undefined && minimumKeys.some((known) => known === key) && node
      ? { message: minimumMessage(String(name)) }
      : undefined,
}

/** `refusePath` says why a path may not be used; `undefined` where it may. */
export function readConfiguration(
  root: DocumentNode,
  framework: Framework,
  refusePath: (path: string) => string | undefined,
): { configuration?: Configuration; diagnostics: readonly Diagnostic[] } {
  const { data, partial, diagnostics } = checkShape<ConfigurationData>(
    root,
    configurationSchema,
    validate,
    wording,
  )
  const readable = data ?? ((partial ?? {}) as ConfigurationData)
  const names = diagnoseAll(namesIn(readable, root, framework, refusePath))
  const problems = [...diagnostics, ...names].sort(compareDiagnostics)
  if (!data || hasErrors(problems)) return { diagnostics: problems }
  const { files = [], baseline = null, require, min, minLowest, minEvidenced, ...plain } = data
  return {
    configuration: {
      files,
      baseline,
      gates: {
        ...plain,
        ...(require && { require: require as Readonly<Record<string, Level>> }),
        ...(min && { min: numbers(min) }),
        ...(minLowest && { minLowest: numbers(minLowest) }),
        ...(minEvidenced && { minEvidenced: numbers(minEvidenced) }),
      },
    },
    diagnostics: problems,
  }
}

function namesIn(
  data: ConfigurationData,
  root: DocumentNode,
  framework: Framework,
  refusePath: (path: string) => string | undefined,
): LazyDraft[] {
  const principles = [...framework.principles.map(({ id }) => id), 'overall']
  const paths: [Path, string][] = [
    // An entry that was no text is a hole.
    ...(data.files ?? []).flatMap((file, index): [Path, string][] =>
      file === undefined ? [] : [[['files', index], file]],
    ),
    ...(data.baseline === undefined ? [] : [[['baseline'], data.baseline] as [Path, string]]),
  ]
  return [
    ...paths.flatMap(([path, text]): LazyDraft[] => {
      const refusal = refusePath(text)
      return refusal === undefined
        ? []
        : [{ code: 'configuration/path', message: `${quote(text)} ${refusal}`, at: valueSpan(root, path) }]
    }),
    ...Object.keys(data.require ?? {}).flatMap((id): LazyDraft[] => {
      const unknown = unknownElement(id, framework)
      if (!unknown) return []
      return [
        {
          code: 'configuration/unknown-element',
          message: unknown.message,
          hint: () => unknown.hint(),
          at: keySpan(root, ['require', id]),
        },
      ]
    }),
    ...minimumKeys.flatMap((key) =>
      Object.entries(data[key] ?? {}).flatMap(([name, text]): LazyDraft[] => [
        ...(principles.includes(name)
          ? []
          : [
              {
                code: 'configuration/unknown-principle' as const,
                message: `there is no principle ${quote(name)}`,
                hint: didYouMean(name, principles) ?? `allowed keys: ${listWords(principles, 'and', 20)}`,
                at: keySpan(root, [key, name]),
              },
            ]),
        ...(readMinimum(text) === undefined
          ? [
              {
                code: 'configuration/wrong-number' as const,
                message: `${minimumMessage(name)}, not ${quote(text)}`,
                at: valueSpan(root, [key, name]),
              },
            ]
          : []),
      ]),
    ),
  ]
}

function minimumMessage(name: string): string {
  return `the minimum of ${quote(name).slice(1, -1)} must be a level from 0 to 5, such as 2 or 2.25`
}

function numbers(texts: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, readMinimum(text)!]))
}
