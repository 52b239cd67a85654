/** `ims-gap diff`: what moved between two versions of a description, and why. */
import type { Comparison, ComparisonReport } from '../../core/comparison.ts'
import type { Pack } from '../../core/framework.ts'
import { showSafely } from '../../core/show.ts'
import { toolVersion } from '../../version.ts'
import type { Call, Command } from '../command.ts'
import type { ComparedFile, ComparedFiles } from '../compared-files.ts'
import { exitCode, usageStop } from '../exit-code.ts'
import * as shared from '../options.ts'
import { findPack } from '../pack-folder.ts'
import { terminalOf } from '../terminal.ts'
import type { World } from '../world/world.ts'

export const diffCommand: Command = {
  name: 'diff',
  summary: 'show what moved between two versions of a description, and why',
  description:
    'Compares two descriptions, two folders of them, or a description at two revisions of git: what moved per principle, which answers, targets, weights or pieces of evidence did it, and which findings came and went. With one file, the earlier side is where HEAD left the default branch, and the later side the file as it lies there. Each side is taken at its own day. It never fails because of what it finds.',
  arguments: [
    {
      name: '<before>',
      about: 'a file, a folder, a revision (main), two revisions (main..HEAD); or the only file',
    },
    { name: '[after]', about: 'a file or folder' },
  ],
  options: [
    {
      flags: '--base <revision>',
      about: 'compare one file with where HEAD left this revision',
      parse: (text) => text,
    },
    {
      flags: '--format <name>',
      about: 'what to print: terminal, json or markdown',
      parse: shared.oneOf('--format', ['terminal', 'json', 'markdown']),
    },
    { flags: '--all', about: 'show every answer and finding, and the causes by principle' },
    { ...shared.asOfOption, about: 'take this day (YYYY-MM-DD) for both sides; default: each its own' },
    shared.packOption,
    {
      flags: '--old-pack <folder>',
      about: 'use another guidance pack for the earlier side; may be repeated',
      parse: (text) => text,
      repeatable: true,
    },
  ],
  examples: [
    {
      command: 'ims-gap diff examples/two-rounds/2025.yaml examples/two-rounds/2026.yaml',
      about: 'two files',
    },
    {
      command: 'ims-gap diff examples/two-rounds/2025.yaml examples/two-rounds/2026.yaml --format markdown',
      about: 'for a pull request',
    },
  ],
  run,
}

async function run({ arguments: words, options }: Call, world: World): Promise<number> {
  const { printDiagnostics } = await import('../print-diagnostics.ts')
  const packs = await packsOf(options, world, printDiagnostics)
  if (!packs) return exitCode.invalidInput

  const { findPlaces } = await import('../compared-places.ts')
  const { readPlace } = await import('../compared-files.ts')
  const places = findPlaces(words, options['base'] as string | undefined, world)
  const { pairs, added, removed } = pairUp(
    await readPlace(places.before, world),
    await readPlace(places.after, world),
  )

  const comparisons: Comparison[] = []
  let code: number = exitCode.ok
  for (const pair of pairs) {
    const { comparison, diagnostics } = await comparePair(pair, packs, options)
    await printDiagnostics(diagnostics, world, options)
    if (comparison) comparisons.push(comparison)
    else code = exitCode.invalidInput
  }
  if (comparisons.length > 0 || code === exitCode.ok) {
    const tool = { name: 'ims-gap', version: toolVersion } as const
    await print({ schemaVersion: 1, tool, comparisons, added, removed }, options, world)
  }
  return code
}

interface Packs {
  readonly before: Pack
  readonly after: Pack
}

/** `undefined` where one of them has errors, after they were printed. */
async function packsOf(
  options: Call['options'],
  world: World,
  printDiagnostics: typeof import('../print-diagnostics.ts').printDiagnostics,
): Promise<Packs | undefined> {
  const later = await findPack(options['pack'] as string[] | undefined, world)
  const old = options['oldPack'] as string[] | undefined
  const earlier = old ? await findPack(old, world) : { ...later, diagnostics: [] }
  await printDiagnostics([...earlier.diagnostics, ...later.diagnostics], world, options)
  return earlier.pack && later.pack && { before: earlier.pack, after: later.pack }
}

interface Pair {
  readonly before: ComparedFile
  readonly after: ComparedFile
}

function pairUp(before: ComparedFiles, after: ComparedFiles) {
  if (before.single !== after.single)
    throw usageStop('a file cannot be compared with a folder', 'name two files or two folders')
  const earlier = new Map(before.files.map((file) => [file.relative, file]))
  const later = new Set(after.files.map(({ relative }) => relative))
  const pairs = after.files.flatMap((file): Pair[] => {
    const old = earlier.get(file.relative)
    return old ? [{ before: old, after: file }] : []
  })
  return {
    pairs,
    added: after.files.filter(({ relative }) => !earlier.has(relative)).map(({ relative }) => relative),
    removed: before.files.filter(({ relative }) => !later.has(relative)).map(({ relative }) => relative),
  }
}

async function comparePair(pair: Pair, packs: Packs, options: Call['options']) {
  const { readSide } = await import('../../history/side.ts')
  const { compare } = await import('../../history/compare.ts')
  const { withFullReader } = await import('../with-full-reader.ts')
  const sideOf = (which: keyof Pair) => {
    const { bytes, name: _, relative: __, ...file } = pair[which]
    return withFullReader(() =>
      readSide(bytes, {
        ...file,
        name: showSafely(pair[which].name),
        pack: packs[which],
        ...(typeof options['asOf'] === 'string' && { asOf: options['asOf'] }),
      }),
    )
  }
  const [before, after] = [await sideOf('before'), await sideOf('after')]
  // What is merely odd about an earlier or a committed version is past.
  const isPast = pair.after.commit !== undefined
  const diagnostics = [
    ...before.diagnostics.filter(({ severity }) => severity === 'error'),
    ...after.diagnostics.filter(({ severity }) => severity === 'error' || !isPast),
  ]
  if (!before.side || !after.side) return { diagnostics }
  return { comparison: compare({ before: before.side, after: after.side }), diagnostics }
}

async function print(report: ComparisonReport, options: Call['options'], world: World): Promise<void> {
  const all = options['all'] === true
  if (options['format'] === 'json') {
    const { renderComparisonJson } = await import('../../report/comparison/render-comparison-json.ts')
    world.stdout.write(renderComparisonJson(report))
  } else if (options['format'] === 'markdown') {
    const { renderComparisonMarkdown } = await import('../../report/comparison/render-comparison-markdown.ts')
    world.stdout.write(renderComparisonMarkdown(report, { all }))
  } else {
    const { renderComparisonTerminal } = await import('../../report/comparison/render-comparison-terminal.ts')
    const { layOut } = await import('../../report/terminal/lay-out.ts')
    const terminal = terminalOf(world.stdout, world, options)
    world.stdout.write(await layOut(() => renderComparisonTerminal(report, { ...terminal, all }), terminal))
  }
}
