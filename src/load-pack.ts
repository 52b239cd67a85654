/** Makes a pack ready to assess with out of its files: compiles it, checks every condition and runs every example. */

import { diagnose } from './diagnostics/diagnose.ts'
import { compareDiagnostics, type Diagnostic, hasErrors } from './diagnostics/diagnostic.ts'
import type { DiagnosticCode } from './diagnostics/diagnostic-codes.ts'
import { type CompiledPack, compilePack } from './packs/compile-pack.ts'
import type { PackFolder } from './packs/pack-folder.ts'
import { keySpan } from './packs/pack-place.ts'
import { checkRules } from './rules/check-rules.ts'
import { runExample } from './rules/run-example.ts'
import { tooManyExamples, tooMuchWork } from './rules/too-much-work.ts'
import type { Pack } from './types/framework.ts'

/**
 * `folders` in order: the first stands alone, each later one that says `extends` is laid over what came before.
 * Never throws for anything the files hold; without `pack` there is at least one error.
 */
export function loadPack(folders: readonly PackFolder[]): {
  pack?: Pack
  diagnostics: readonly Diagnostic[]
} {
  const { compiled, diagnostics: uncompiled } = compilePack(folders)
  if (!compiled) return { diagnostics: uncompiled }
  const { framework, rules, texts } = compiled
  // Registers come with a description; without any, concluding must be possible at least.
  const tooMuch =
    tooManyExamples(rules, texts.rules, framework) ??
    tooMuchWork(rules, framework, { registers: new Map(), standings: new Map() })
  const problems = [...checkConditions(compiled), ...(tooMuch ? [tooMuch] : [])]
  const diagnostics = [
    ...uncompiled,
    ...(hasErrors(problems) ? problems : [...problems, ...runExamples(compiled)]),
  ].sort(compareDiagnostics)
  if (hasErrors(diagnostics)) return { diagnostics }
  return { pack: { framework, rules, texts: () => texts }, diagnostics }
}

function checkConditions({ framework, rules, texts, root }: CompiledPack): Diagnostic[] {
  return checkRules(rules, texts.rules, framework).map(({ rule, path, code, message, hint }) =>
    diagnose({
      code: code as DiagnosticCode,
      message: `${message}, in rule ${rule}`,
      ...(hint !== undefined && { hint }),
      at: keySpan(root, ['rules', rule, ...path]),
    }),
  )
}

function runExamples({ framework, rules, texts, root }: CompiledPack): Diagnostic[] {
  return rules.flatMap((rule) =>
    texts.rules[rule.id]!.examples.flatMap((example, index) => {
      const outcome = runExample(rule, example, framework)
      if (outcome === example.outcome) return []
      const message = `example ${index + 1} of rule ${rule.id} says ${example.outcome}, but the rule concludes ${outcome}`
      return [
        diagnose({
          code: 'pack/wrong-example',
          message,
          at: keySpan(root, ['rules', rule.id, 'examples', index, 'outcome']),
        }),
      ]
    }),
  )
}
