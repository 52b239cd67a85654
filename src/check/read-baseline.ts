/** What a baseline file holds, and everything that is wrong with it, such as what a merge or an edit by hand left behind. */

import { unknownElement } from '../description/unknown-element.ts'
import { diagnoseAll, type LazyDraft } from '../diagnostics/diagnose-all.ts'
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import type { DiagnosticCode } from '../diagnostics/diagnostic-codes.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import { validate } from '../generated/validators/baseline.js'
import { checkShape } from '../schema/check-shape.ts'
import { nameThings, type Wording } from '../schema/wording.ts'
import type { DocumentNode } from '../types/document.ts'
import type { Framework, Pack } from '../types/framework.ts'
import { keySpan, valueSpan } from '../util/place.ts'
import { quote } from '../util/show.ts'
import { type Baseline, compareEntries, formatVersion } from './baseline.ts'
import { type BaselineData, baselineSchema } from './baseline-schema.ts'

const wording: Wording = {
  codeOf: (problem) => `baseline/${problem === 'too-few' ? 'too-many' : problem}` as DiagnosticCode,
  nameOf: nameThings({ '': 'the baseline', 'findings/*': 'finding {1}' }),
}

export function readBaseline(
  root: DocumentNode,
  { framework, rules }: Pick<Pack, 'framework' | 'rules'>,
): { baseline?: Baseline; diagnostics: readonly Diagnostic[] } {
  const { data, diagnostics } = checkShape<BaselineData>(root, baselineSchema, validate, wording)
  if (!data) return { diagnostics }
  const samePack = data.pack === framework.version
  const problems = [
    ...diagnostics,
    ...diagnoseAll([
      ...headProblems(data, root, `${framework.id}:${framework.edition}`, framework.version),
      ...entryProblems(data, root, samePack ? { framework, ruleIds: rules.map(({ id }) => id) } : undefined),
    ]),
  ]
  if (hasErrors(problems)) return { diagnostics: problems }
  const entries = data.findings.map(({ file, finding, level = null, since = null, reason = null }) => ({
    file,
    finding,
    level,
    since,
    reason,
  }))
  return {
    baseline: {
      framework: data.framework,
      packVersion: data.pack,
      entries: entries.sort(compareEntries),
    },
    diagnostics: problems,
  }
}

function headProblems(
  data: BaselineData,
  root: DocumentNode,
  framework: string,
  version: string,
): LazyDraft[] {
  const format = data['ims-gap-baseline']
  if (format !== formatVersion)
    return [
      {
        code: 'baseline/format-version',
        message: `the baseline has format ${format}; this version of ims-gap reads format ${formatVersion}`,
        hint: format > formatVersion ? 'upgrade ims-gap' : `write ${formatVersion}`,
        at: valueSpan(root, ['ims-gap-baseline']),
      },
    ]
  if (data.framework !== framework)
    return [
      {
        code: 'baseline/other-framework',
        message: `the baseline is for ${quote(data.framework)}, but the pack in use is for ${quote(framework)}`,
        hint: 'use the pack it was written with, or delete the file and write it again',
        at: valueSpan(root, ['framework']),
      },
    ]
  if (data.pack === version) return []
  return [
    {
      code: 'baseline/other-pack-version',
      severity: 'warning',
      message: `the baseline was written with pack version ${quote(data.pack)}, and ${quote(version)} is in use: new findings may come from new rules`,
      hint: 'review the findings, then write the baseline again',
      at: valueSpan(root, ['pack']),
    },
  ]
}

/** `pack` undefined: it was another version of it, whose rules and elements are not known here. */
function entryProblems(
  { findings }: BaselineData,
  root: DocumentNode,
  pack: { readonly framework: Framework; readonly ruleIds: readonly string[] } | undefined,
): LazyDraft[] {
  const first = new Map<string, number>()
  return findings.flatMap(({ file, finding }, index): LazyDraft[] => {
    const at = valueSpan(root, ['findings', index, 'finding'])
    const key = JSON.stringify([file, finding])
    const same = first.get(key)
    if (same !== undefined)
      return [
        {
          code: 'baseline/duplicate-finding',
          message: `duplicate entry ${quote(finding)} for ${quote(file)}`,
          hint: 'remove one of the two lines',
          at,
          related: [{ message: 'first entry', at: keySpan(root, ['findings', same, 'finding']) }],
        },
      ]
    first.set(key, index)
    const [, rule, place = ''] = /^([a-z0-9-]+\/[a-z0-9-]+)@([^@#]+)(?:#[\s\S]+)?$/.exec(finding) ?? []
    if (rule === undefined)
      return [
        {
          code: 'baseline/unknown-finding',
          message: `${quote(finding)} is not the id of a finding`,
          hint: 'write it as the assessment prints it: rule@element',
          at,
        },
      ]
    if (!pack) return []
    const { framework, ruleIds } = pack
    const unknown = place === 'organization' ? undefined : unknownElement(place, framework)
    if (ruleIds.includes(rule) && !unknown) return []
    return [
      {
        code: 'baseline/unknown-finding',
        message: unknown ? unknown.message : `there is no rule ${quote(rule)}`,
        hint: unknown ? () => unknown.hint() : () => didYouMean(rule, ruleIds) ?? 'remove the line',
        at,
      },
    ]
  })
}
