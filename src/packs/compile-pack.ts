/** The way from a pack's files to a framework, rules and texts: merge, check the shape, check references, compile. */
import { compareDiagnostics, type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import type { MappingNode } from '../types/document.ts'
import type { Framework, Rule, Texts } from '../types/framework.ts'
import { sha256Hex } from '../util/digest.ts'
import { checkPackShape } from './check-pack-shape.ts'
import { checkReferences } from './check-references.ts'
import { compileFramework } from './compile-framework.ts'
import { compileRulesData } from './compile-rules-data.ts'
import { compileTexts } from './compile-texts.ts'
import { mergeFolders } from './merge-folders.ts'
import type { PackFolder } from './pack-folder.ts'
import { spellOutCriteria } from './spell-out-criteria.ts'

export interface CompiledPack {
  readonly framework: Framework
  readonly rules: readonly Rule[]
  readonly texts: Texts
  /** The merged tree, for places of what is found out later. */
  readonly root: MappingNode
}

/** `folders` in order, the last has the last word. What conditions say is not checked here: `rules/` stands above. */
export function compilePack(folders: readonly PackFolder[]): {
  compiled?: CompiledPack
  diagnostics: readonly Diagnostic[]
} {
  const { root: merged, folders: used, diagnostics: unmerged } = mergeFolders(folders)
  if (!merged) return { diagnostics: unmerged }
  const root = spellOutCriteria(merged)
  const { data, diagnostics: misshapen } = checkPackShape(root)
  if (!data || hasErrors(unmerged))
    return { diagnostics: [...unmerged, ...misshapen].sort(compareDiagnostics) }
  const diagnostics = [...unmerged, ...misshapen, ...checkReferences(data, root)].sort(compareDiagnostics)
  if (hasErrors(diagnostics)) return { diagnostics }
  const { rules, texts } = compileRulesData(data, root)
  return {
    compiled: {
      framework: compileFramework(data, digestOf(used)),
      rules,
      texts: compileTexts(data, texts),
      root,
    },
    diagnostics,
  }
}

/** Of all files that made the pack, by path and content, so that the same content has the same digest wherever it lies. */
function digestOf(folders: readonly PackFolder[]): string {
  const files = folders.flatMap(({ files }) =>
    files.map(({ path, bytes }) => `${path} ${sha256Hex(bytes)}\n`),
  )
  return sha256Hex(files.join(''))
}
