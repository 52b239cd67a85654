// The licences of the packages whose code is inside our bundles, as those licences ask for.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** One text with name, version and licence of every package among `modules` (absolute file names). */
export function collectLicences(root, modules) {
  const names = new Set()
  for (const id of modules) {
    const parts = relative(root, id).split(sep)
    const at = parts.lastIndexOf('node_modules')
    if (at < 0) continue
    names.add(parts.slice(0, at + (parts[at + 1].startsWith('@') ? 3 : 2)).join('/'))
  }
  const texts = [...names].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry))
    if (!file || !existsSync(join(root, folder, file))) return `${name} ${version} (${license})\n`
    return `${name} ${version} (${license})\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`
  })
  return `Code of these packages is part of the bundles in this folder.\n\n${texts.join(`\n${'-'.repeat(78)}\n\n`)}`
}
