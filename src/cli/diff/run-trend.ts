/** Runs `ims-gap trend`: reads the versions out of git, assesses them and prints what came out. */

import { lastOfEach, pointsOf } from '../../diff/trend.ts'
import { trendReporters } from '../../report/trend/trend-reporters.ts'
import type { Every, Trend } from '../../types/trend.ts'
import { toolVersion } from '../../version.ts'
import type { Call } from '../command.ts'
import { findDestinations, writeResults } from '../destinations.ts'
import { exitCode } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import { findPack } from '../pack-folder.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { withFullReader } from '../with-full-reader.ts'
import { readVersions } from './versions.ts'

type Format = keyof typeof trendReporters
const endings = { txt: 'terminal', csv: 'csv', json: 'json' } as const

export async function runTrend({ arguments: [path = ''], options }: Call, world: World): Promise<number> {
  const destinations = await findDestinations<Format>(options, 'terminal', endings, world)
  const { pack, diagnostics } = await findPack(options['pack'] as string[] | undefined, world)
  await printDiagnostics(diagnostics, world, options)
  if (!pack) return exitCode.invalidInput

  const every = (options['every'] as Every | undefined) ?? 'commit'
  const versions = readVersions(path, options, world, (all) => lastOfEach(all, every))
  const points = await withFullReader(() => pointsOf(versions, pack))
  const { id, edition, title, version: packVersion, sha256, principles } = pack.framework
  const trend: Trend = {
    schemaVersion: 1,
    tool: { name: 'ims-gap', version: toolVersion },
    framework: { id, edition, title, packVersion, sha256 },
    evidence: 'declared',
    file: path,
    every,
    principles: principles.map((principle) => ({ id: principle.id, title: principle.title })),
    points,
  }
  const all = options['all'] === true
  await writeResults(destinations, [path], options, world, (format, terminal) =>
    trendReporters[format](trend, { ...terminal, all }),
  )
  return exitCode.ok
}
