// Which declarations the public ones lead to. The compiler writes one for every source file; nobody can reach the others.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

export function pruneTypes(folder) {
  const wanted = new Set()
  const visit = (file) => {
    if (wanted.has(file)) return
    wanted.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [, target] of text.matchAll(/(?:\bfrom |\bimport |\bimport\()['"](\.[^'"]+)['"]/g))
      visit(join(dirname(file), target.replace(/\.[jt]s$/, '.d.ts')))
  }
  visit(join(folder, 'index.d.ts'))
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.d.ts') && !wanted.has(join(folder, name))) rmSync(join(folder, name))
}
