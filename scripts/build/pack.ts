/** Build step: reads the built-in pack, checks it and compiles it to modules. A defect stops the build with file and line. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, hasErrors } from '../../src/diagnostics/diagnostic.ts'
import { loadPack } from '../../src/load-pack.ts'
import type { PackFile } from '../../src/packs/pack-folder.ts'
import { renderPackModules } from '../../src/packs/render-modules.ts'
import { renderDiagnostics } from '../../src/report/diagnostics.ts'
import { readYaml } from '../../src/yaml/read-yaml.ts'

const name = 'packs/iso-56002'

export function packModules(root: string): { path: string; text: string }[] {
  const problems: Diagnostic[] = []
  const files: PackFile[] = []
  for (const path of yamlFiles(join(root, name))) {
    const bytes = readFileSync(join(root, name, path))
    const { root: tree, diagnostics } = readYaml(bytes, `${name}/${path}`, { anyRoot: true })
    problems.push(...diagnostics)
    files.push({ path, root: tree, bytes })
  }
  const { pack, diagnostics } = hasErrors(problems)
    ? { pack: undefined, diagnostics: [] }
    : loadPack([{ name, files }])
  problems.push(...diagnostics)
  if (problems.length > 0)
    process.stderr.write(renderDiagnostics(problems, { color: false, unicode: true, width: 120 }))
  if (!pack) throw new Error(`${name} has errors`)
  return renderPackModules({ ...pack, texts: pack.texts() }, 'src/generated/iso-56002')
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml') && statSync(join(folder, path)).isFile())
    .sort()
}
