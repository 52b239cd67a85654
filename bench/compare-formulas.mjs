// Prints the table of formulas, or writes it into docs/scoring.md with --write.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runTypeScript } from '../scripts/run-typescript.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { compareFormulas } = await runTypeScript('bench/compare-formulas.ts')
const table = compareFormulas(root)
process.stdout.write(`${table}\n`)
if (process.argv.includes('--write')) {
  const file = join(root, 'docs', 'scoring.md')
  const [before, after] = readFileSync(file, 'utf8').split('<!-- compare-formulas -->\n')
  const rest = after.replace(/^(\n?\|.*\n)+/gm, '').replace(/^\n+/, '')
  writeFileSync(file, `${before}<!-- compare-formulas -->\n\n${table}\n\n${rest}`)
}
