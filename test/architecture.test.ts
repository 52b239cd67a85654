/** Checks the architecture: layers, allowed importers per dependency, no cycles, process and clock only in cli/. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const layers = [
  ['util', 'types', 'diagnostics', 'version.ts', 'generated'],
  ['yaml', 'schema', 'i18n', 'solver'],
  ['packs'],
  ['description'],
  ['rules'],
  ['scoring'],
  ['assess.ts', 'builtin.ts', 'load-pack.ts'],
  ['yaml-edit'],
  ['interview', 'check', 'plan', 'diff', 'explain', 'respondents'],
  ['portfolio'],
  ['report'],
  ['cli', 'index.ts'],
]
/** The one folder or file that may import each dependency. */
const allowedImporters: Record<string, string> = {
  ajv: 'schema/',
  'js-yaml': 'yaml/',
  '@commander-js/extra-typings': 'cli/program.ts cli/options.ts cli/commands/ cli/check/gate-options.ts',
  '@inquirer/core': 'cli/io/',
  yaml: 'yaml-edit/',
  chalk: 'report/terminal/',
  'string-width': 'report/terminal/',
  'cli-table3': 'report/terminal/',
  'node:crypto': 'util/digest.ts cli/io/',
  'node:child_process': 'cli/io/run-git.ts cli/io/run-editor.ts',
  'node:fs': 'cli/',
  'node:os': 'cli/io/',
  'node:path': 'cli/',
  'node:readline': 'cli/io/',
  'node:stream': 'cli/io/',
  'node:url': 'cli/io/',
}

const root = join(import.meta.dirname, '..', 'src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.startsWith('generated'),
)
const textOf = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
const importsOf = new Map(
  files.map((file) => [
    file,
    [
      ...textOf
        .get(file)!
        .matchAll(/^(?:import|export)\s(?:[\w*{}\s,$]+?\sfrom\s)?'([^'\n]+)'$|\bimport\('([^']+)'\)/gm),
    ]
      .map(([, fixed, lazy]) => fixed ?? lazy!)
      .map((target) => (target.startsWith('.') ? normalize(join(dirname(file), target)) : target)),
  ]),
)
const room = (file: string) => file.split('/')[0]!
const layerOf = (file: string) => layers.findIndex((layer) => layer.includes(room(file)))

describe('the architecture', () => {
  it('puts every file on a layer and imports only from the layers below', () => {
    expect(files.filter((file) => layerOf(file) === -1)).toEqual([])
    const within = [layers.findIndex((layer) => layer.includes('util')), layerOf('assess.ts')]
    const wrong = files.flatMap((file) =>
      importsOf
        .get(file)!
        .filter(
          (target) =>
            /\.[tj]s$/.test(target) &&
            room(target) !== room(file) &&
            layerOf(target) >= layerOf(file) &&
            !(layerOf(target) === layerOf(file) && within.includes(layerOf(file))),
        )
        .map((target) => `${file} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('lets only the allowed folders import each dependency', () => {
    const wrong = files.flatMap((file) =>
      importsOf
        .get(file)!
        .filter((target) => !target.endsWith('.ts') && !target.endsWith('.js'))
        .filter((target) => {
          const allowed = allowedImporters[target.startsWith('ajv/') ? 'ajv' : target]
          return !allowed?.split(' ').some((prefix) => file.startsWith(prefix))
        })
        .map((target) => `${file} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('has no import cycles, type imports included', () => {
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (file: string, trail: readonly string[]) => {
      if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '))
      else if (!done.has(file)) {
        for (const target of importsOf.get(file) ?? []) visit(target, [...trail, file])
        done.add(file)
      }
    }
    for (const file of files) visit(file, [])
    expect(cycles).toEqual([])
  })

  it('keeps process, console and the clock in cli/', () => {
    const wrong = files.filter(
      (file) =>
        !file.startsWith('cli/') &&
        /\bprocess\.|\bconsole\.|\bnew Date\(\)|Date\.now|performance\.now|localeCompare/.test(
          textOf.get(file)!,
        ),
    )
    expect(wrong).toEqual([])
  })

  it('never runs text as code and never ends the process', () => {
    const wrong = files.filter((file) =>
      /\beval\(|new Function\(|node:vm|process\.exit\(|shell: true/.test(textOf.get(file)!),
    )
    expect(wrong).toEqual([])
    // What starts the program runs the program's own files, by node:vm as that keeps what was compiled of them.
    const bin = join(root, '..', 'bin')
    for (const file of readdirSync(bin))
      expect(readFileSync(join(bin, file), 'utf8')).not.toMatch(/\beval\(|new Function\(|process\.exit\(/)
  })
})
