/** What `npm pack` makes: that it holds what users need and no more, and works in an empty project. Needs the build. */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { small } from './cli/run.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'ims-gap-tarball-'))
const project = join(folder, 'project')
let packed: { filename: string; size: number; files: { path: string }[] }

const npm = (argv: readonly string[], cwd: string) =>
  execFileSync('npm', [...argv, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })

beforeAll(() => {
  packed = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root))[0]
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }')
  npm(['install', '--offline', '--ignore-scripts', join(folder, packed.filename)], project)
  writeFileSync(join(project, 'org.yaml'), small)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the package', () => {
  it('holds the program, types, schemas, packs, examples, pages and licences, and nothing else', () => {
    const tops = new Set(packed.files.map(({ path }) => path.split('/')[0]))
    expect([...tops].sort()).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'LICENSE-packs',
        'README.md',
        'bin',
        'dist',
        'docs',
        'examples',
        'package.json',
        'packs',
        'schemas',
      ].sort(),
    )
    expect(
      packed.files
        .map(({ path }) => path)
        .filter((path) => /test|\.map$|\.tsbuildinfo|(?<!\.d)\.ts$/.test(path)),
    ).toEqual([])
    const types = packed.files.filter(({ path }) => path.endsWith('.d.ts')).map(({ path }) => path)
    expect(types).toContain('dist/types/types/assessment.d.ts')
    expect(types.filter((path) => /types\/(?:cli|report|schema)\//.test(path))).toEqual([])
  })

  it('holds every page that its pages, its README and its help speak of', () => {
    const inside = new Set(packed.files.map(({ path }) => path))
    const at = (path: string) => readFileSync(join(project, 'node_modules', 'ims-gap', path), 'utf8')
    const pages = [...inside].filter((path) => /^(?:README|docs\/.*)\.md$/.test(path))
    const linked = pages.flatMap((page) =>
      [...at(page).matchAll(/\]\((?!\w+:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) => ({
        page,
        target: posix.join(posix.dirname(page), target!),
      })),
    )
    expect(linked.length).toBeGreaterThan(30)
    const programs = [...inside].filter((path) => /^dist\/.*\.c?js$/.test(path)).map(at)
    const named = programs
      .flatMap((text) => text.match(/\bdocs\/[a-z-]+\.md\b/g) ?? [])
      .map((target) => ({ page: 'the program', target }))
    expect(named.map(({ target }) => target)).toContain('docs/check.md')
    const isThere = (target: string) =>
      existsSync(join(project, 'node_modules', 'ims-gap', target)) || target === 'CONTRIBUTING.md'
    expect([...linked, ...named].filter(({ target }) => !isThere(target))).toEqual([])
  })

  it('is little more than a megabyte and installs nothing besides itself', () => {
    expect(packed.size).toBeLessThan(1_100_000)
    expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'ims-gap',
    ])
  })

  it('runs as a command', () => {
    const output = execFileSync(
      process.execPath,
      [join(project, 'node_modules', 'ims-gap', 'bin', 'ims-gap.cjs'), 'assess', 'org.yaml'],
      { cwd: project, encoding: 'utf8' },
    )
    expect(output).toContain('Small Firm')
    expect(existsSync(join(project, 'node_modules', '.bin', 'ims-gap'))).toBe(true)
  })

  it('works as a library, with types', () => {
    writeFileSync(
      join(project, 'use.ts'),
      `import { type Assessment, assess, builtinPack } from 'ims-gap'
import { readFileSync } from 'node:fs'
const { assessment, diagnostics } = assess(readFileSync('org.yaml'), { file: 'org.yaml', today: '2026-11-24' })
const level: Assessment['scores']['overall']['level'] = assessment?.scores.overall.level ?? null
console.log(JSON.stringify({ level, errors: diagnostics.length, elements: builtinPack().framework.elements.length }))
`,
    )
    cpSync(join(root, 'node_modules', '@types'), join(project, 'node_modules', '@types'), { recursive: true })
    cpSync(join(root, 'node_modules', 'undici-types'), join(project, 'node_modules', 'undici-types'), {
      recursive: true,
    })
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const options = [
      '--target',
      'es2022',
      '--module',
      'nodenext',
      '--strict',
      '--types',
      'node',
      '--outDir',
      '.',
      'use.ts',
    ]
    execFileSync(process.execPath, [tsc, ...options], { cwd: project, encoding: 'utf8' })
    const output = JSON.parse(execFileSync(process.execPath, ['use.js'], { cwd: project, encoding: 'utf8' }))
    expect(output).toEqual({ level: null, errors: 0, elements: 52 })
  })

  it('can validate and use a pack of one’s own', () => {
    mkdirSync(join(project, 'mine'))
    writeFileSync(join(project, 'mine', 'pack.yaml'), 'extends: iso-56002:2019\nversion: 9.9.9\n')
    const tool = join(project, 'node_modules', 'ims-gap', 'bin', 'ims-gap.cjs')
    const run = (...argv: string[]) =>
      execFileSync(process.execPath, [tool, ...argv], { cwd: project, encoding: 'utf8' })
    expect(run('validate', 'mine')).toContain('valid')
    expect(
      JSON.parse(run('assess', 'org.yaml', '--pack', 'mine', '--format', 'json')).framework.packVersion,
    ).toBe('9.9.9')
  })

  it('names no address of a registry', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"')
  })
})
