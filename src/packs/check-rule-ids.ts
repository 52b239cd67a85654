/** Checks what a rule says of itself: its id, where it points and the principles it names. Its conditions are for `rules/`. */
import { quote } from '../util/show.ts'
import type { PackData } from './pack-data.ts'
import type { Reporter } from './reporter.ts'

export function checkRuleIds({ rules, elements, principles }: PackData, report: Reporter): void {
  for (const [id, { about, each, principles: named = [] }] of Object.entries(rules)) {
    const path = ['rules', id]
    if (!/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      report.value(
        [...path, 'id'],
        'pack/bad-rule-id',
        `${quote(id)} is no id of a rule`,
        'theme/problem-in-two-or-three-words',
      )
    }
    if (about !== 'organization' && about !== 'this') {
      report.known([...path, 'about'], about, 'element', Object.keys(elements))
    } else if (about === 'this' && each !== 'elements' && each !== 'evidence') {
      report.value(
        [...path, 'about'],
        'pack/misplaced-this',
        '"this" is the element a rule speaks about, so the rule needs "each: elements" or "each: evidence"',
      )
    }
    for (const [index, name] of named.entries())
      report.known([...path, 'principles', index], name, 'principle', Object.keys(principles))
  }
}
