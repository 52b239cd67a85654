/** One call of `check`, from the flags to the exit code. */

import { defaultGates, mergeGates } from '../../check/gates.ts'
import type { CheckReport, FileCheck } from '../../types/check-report.ts'
import { toolVersion } from '../../version.ts'
import type { Call } from '../command.ts'
import { findDestinations } from '../destinations.ts'
import { exitCode, usageStop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import { askedGates } from './asked-gates.ts'
import { ratchet } from './change-baseline.ts'
import { checkFiles } from './check-files.ts'
import { checkEndings } from './check-formats.ts'
import { deliverCheck } from './deliver-check.ts'
import { openBase } from './open-base.ts'
import { nothingNamed, prepareCheck } from './prepare-check.ts'

export async function runCheck({ arguments: paths, options: given }: Call, world: World): Promise<number> {
  const destinations = await findDestinations(given, 'terminal', checkEndings, world)
  if (given['base'] !== undefined && given['baseline'] !== undefined)
    throw usageStop('--base and --baseline name two things to compare with', 'name one of them')
  if (given['ratchet'] === true && given['base'] !== undefined)
    throw usageStop(
      '--ratchet tightens a baseline, and --base compares with a revision',
      'leave one of them out',
    )
  const setting = await prepareCheck(paths, given, world)
  if (setting.files.length === 0) throw nothingNamed()
  const { pack, configuration, options } = setting
  const asked = askedGates(options, pack.framework)
  const wanted = mergeGates(mergeGates(defaultGates, configuration.gates), asked)
  const { base, baseline } = await openBase(setting, world)
  if (base.about.kind === 'none' && (asked.failOnNew ?? 'none') !== 'none')
    throw usageStop('--fail-on-new has nothing to compare with', 'add --base or --baseline')
  if (asked.failOnWithdrawn && base.about.kind !== 'revision')
    throw usageStop(
      '--fail-on-withdrawn has nothing to compare with',
      'add --base: only a revision says what was said',
    )
  if (options['ratchet'] === true && base.about.kind !== 'baseline')
    throw usageStop('--ratchet tightens a baseline, and there is none', 'ims-gap baseline write makes one')

  const remembers = base.about.kind === 'revision'
  if (wanted.failOnWithdrawn && !remembers && options['quiet'] !== true)
    world.stderr.write('note: failOnWithdrawn has nothing to compare with: only --base says what was said\n')
  const gates = { ...wanted, failOnWithdrawn: wanted.failOnWithdrawn && remembers }

  const files: FileCheck[] = []
  const worst = await checkFiles(setting, gates, base, world, (file) => files.push(file))
  const goneFails = gates.failOnWithdrawn && base.about.gone !== undefined
  const code = goneFails ? Math.max(worst, exitCode.gateFailed) : worst
  const report: CheckReport = {
    schemaVersion: 1,
    tool: { name: 'ims-gap', version: toolVersion },
    asOf: setting.asOf,
    base: { ...base.about, ...(goneFails && { goneFails }) },
    files,
    passed: code === exitCode.ok,
  }
  await deliverCheck(report, destinations, setting, given, world)
  if (options['ratchet'] === true && baseline?.baseline)
    ratchet(report, { ...baseline, baseline: baseline.baseline }, options, world)
  return code
}
