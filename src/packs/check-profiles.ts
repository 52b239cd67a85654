/** Checks the target profiles and constants of a pack. */
import { quote } from '../util/show.ts'
import type { PackData } from './pack-data.ts'
import type { Reporter } from './reporter.ts'

export function checkProfiles({ pack, principles, elements, rules }: PackData, report: Reporter): void {
  const { profiles, ranking } = pack
  profiles.forEach(({ id, for: audience, ...profile }, index) => {
    const path = ['pack', 'profiles', index]
    if (profiles.findIndex((other) => other.id === id) < index) {
      report.value([...path, 'id'], 'pack/duplicate-id', `there are two profiles ${quote(id)}`)
    }
    for (const name of Object.keys(profile.principles ?? {})) {
      report.known([...path, 'principles', name], name, 'principle', Object.keys(principles), 'key')
    }
    for (const number of Object.keys(profile.elements ?? {})) {
      report.known([...path, 'elements', number], number, 'element', Object.keys(elements), 'key')
    }
    const forEverybody = !audience.kind && !audience.size
    const isLast = index === profiles.length - 1
    if (isLast && !forEverybody) {
      report.value(
        [...path, 'for'],
        'pack/unreachable',
        'the last profile must fit everybody',
        'write "for: {}"',
      )
    } else if (!isLast && forEverybody) {
      report.value(
        [...path, 'for'],
        'pack/unreachable',
        `the profile ${quote(id)} fits everybody: the ones after it are never used`,
      )
    }
  })
  if (ranking.gate.foundation >= ranking.gate.from) {
    report.value(
      ['pack', 'ranking', 'gate'],
      'pack/cyclic',
      'the gate asks for more from the foundation than it lets others reach',
    )
  }
  report.known(['pack', 'ranking', 'plainGap'], ranking.plainGap, 'rule', Object.keys(rules))
}
