/** Descriptions for tests: what every file needs is added, and `«…»` marks where a diagnostic is expected. */

import { bindDescription } from '../../src/description/bind-description.ts'
import { compareDiagnostics, type Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { checkDescriptionShape } from '../../src/schema/check-description-shape.ts'
import type { Description } from '../../src/types/description.ts'
import type { Framework, Level } from '../../src/types/framework.ts'
import { smallFramework } from '../fixtures/framework.ts'
import { tree } from '../schema/tree.ts'

const needed: Record<string, string> = {
  'ims-gap': '1',
  framework: 'small:1',
  organization: '{ name: Harbour Pumps, kind: established, size: medium }',
  assessment: '{ date: 2026-06-30 }',
}

/** Adds the lines every description needs, except those that `text` has itself or `without` names. */
export function complete(text: string, without: readonly string[] = []): string {
  const lines = Object.entries(needed)
    .filter(([key]) => !without.includes(key) && !new RegExp(`^[«"]*${key}[»"]*:`, 'm').test(text))
    .map(([key, value]) => `${key}: ${value}\n`)
  return lines.join('') + text
}

/** The text without its marks, and the marked places as `line:column-endColumn`. */
export function unmark(marked: string): { text: string; places: string[] } {
  const places: string[] = []
  let text = ''
  let from = ''
  for (const part of marked.split(/([«»])/)) {
    const line = text.split('\n')
    const column = line[line.length - 1]!.length + 1
    if (part === '«') from = `${line.length}:${column}`
    else if (part === '»') places.push(`${from}-${column}`)
    else text += part
  }
  return { text, places }
}

export interface Outcome {
  readonly description?: Description | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** The first half of the way from a text to an assessment, on the small framework. */
export function check(
  text: string,
  options: {
    framework?: Framework
    asOf?: string
    today?: string
    target?: Level
    ruleIds?: readonly string[]
  } = {},
): Outcome {
  const { framework = smallFramework(), ...rest } = options
  const root = tree(text)
  const shape = checkDescriptionShape(root, framework)
  if (!shape.data) return { diagnostics: shape.diagnostics }
  const bound = bindDescription(root, shape.data, framework, { file: 'org.yaml', sha256: () => '0', ...rest })
  const diagnostics = [...shape.diagnostics, ...bound.diagnostics].sort(compareDiagnostics)
  return { description: bound.description, diagnostics }
}

export function placeOf({ location }: Diagnostic): string {
  return `${location?.line}:${location?.column}-${location?.endColumn}`
}
