/** Runs `ims-gap diff`: reads the two sides, compares them pair by pair and prints what came out. */

import { compare } from '../../diff/compare.ts'
import { readSide } from '../../diff/side.ts'
import { comparisonReporters } from '../../report/comparison/comparison-reporters.ts'
import type { Comparison, ComparisonReport } from '../../types/comparison.ts'
import type { Pack } from '../../types/framework.ts'
import { showSafely } from '../../util/show.ts'
import { toolVersion } from '../../version.ts'
import type { Call } from '../command.ts'
import { type Destination, findDestinations, writeResults } from '../destinations.ts'
import { exitCode, usageStop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import { findPack } from '../pack-folder.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { withFullReader } from '../with-full-reader.ts'
import { type ComparedFile, type ComparedFiles, readPlace } from './compared-files.ts'
import { findPlaces } from './compared-places.ts'

type Format = keyof typeof comparisonReporters
const endings = { txt: 'terminal', json: 'json', md: 'markdown', markdown: 'markdown' } as const

export async function runDiff({ arguments: words, options }: Call, world: World): Promise<number> {
  const destinations = await findDestinations<Format>(options, 'terminal', endings, world)
  const packs = await packsOf(options, world)
  if (!packs) return exitCode.invalidInput

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
    const report = { schemaVersion: 1, tool, comparisons, added, removed } as const
    await print(report, words, destinations, options, world)
  }
  return code
}

interface Packs {
  readonly before: Pack
  readonly after: Pack
}

/** `undefined` where one of them has errors, after they were printed. */
async function packsOf(options: Call['options'], world: World): Promise<Packs | undefined> {
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

async function print(
  report: ComparisonReport,
  inputs: readonly string[],
  destinations: readonly Destination<Format>[],
  options: Call['options'],
  world: World,
): Promise<void> {
  const all = options['all'] === true
  await writeResults(destinations, inputs, options, world, (format, terminal) =>
    comparisonReporters[format](report, { ...terminal, all }),
  )
}
