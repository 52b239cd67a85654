/** Checks that every id in a pack leads somewhere and that what needs what has no circle. Conditions are checked by `rules/`. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { MappingNode } from '../types/document.ts'
import { quote } from '../util/show.ts'
import { clauseOf } from './clause-of.ts'
import type { ElementData, PackData } from './pack-data.ts'
import { Reporter } from './reporter.ts'

/** Checks what a pack calls itself: its id, edition and version stand in every description and result. */
const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/
const versionForm = /^[A-Za-z0-9][A-Za-z0-9.+_-]*$/

function checkPackNames({ pack }: PackData, report: Reporter): void {
  if (!idForm.test(pack.id))
    report.value(
      ['pack', 'id'],
      'pack/bad-name',
      `${quote(pack.id)} is no id of a pack`,
      'small letters, digits and dashes, such as iso-56002',
    )
  for (const key of ['edition', 'version'] as const)
    if (!versionForm.test(pack[key]))
      report.value(
        ['pack', key],
        'pack/bad-name',
        `${quote(pack[key])} is no ${key} of a pack`,
        `letters, digits and dots, such as ${key === 'edition' ? '2019' : '1.0.0'}`,
      )
}

/** Checks each element: its number and heading, stage, principles, criteria and efforts. */
const numberForm = /^[0-9A-Za-z]{1,8}(\.[0-9A-Za-z]{1,8}){0,5}$/
const criterionForm = /^([1-5])[a-z]$/

function checkElements(data: PackData, report: Reporter): void {
  const { clauses, stages } = data.pack
  const principles = Object.keys(data.principles)
  const served = new Set<string>()
  for (const [id, element] of Object.entries(data.elements)) {
    const path = ['elements', id] as const
    if (!numberForm.test(id))
      report.key(path, 'pack/bad-number', `${quote(id)} is no number of an element`, 'such as 4.1.2')
    else if (Object.hasOwn(clauses, id))
      report.key(
        path,
        'pack/duplicate-id',
        `${quote(id)} is a heading in pack.yaml and cannot be an element too`,
      )
    else if (clauseOf(id, clauses) === undefined) {
      report.key(
        path,
        'pack/unknown-clause',
        `element ${id} stands under no heading`,
        `add the heading its number begins with to clauses in pack.yaml`,
      )
    }
    report.known([...path, 'stage'], element.stage, 'stage', stages)
    const { main, also = [] } = element.principle
    for (const [place, principle] of [
      [['main'], main],
      ...also.map((name, index) => [['also', index], name]),
    ] as [(string | number)[], string][]) {
      if (report.known([...path, 'principle', ...place], principle, 'principle', principles))
        served.add(principle)
    }
    also.forEach((name, index) => {
      if (name === main || also.indexOf(name) < index) {
        report.value(
          [...path, 'principle', 'also', index],
          'pack/duplicate-id',
          `${quote(name)} is named twice for element ${id}`,
        )
      }
    })
    checkCriteria(id, element, report)
    checkEfforts(id, element, data, report)
  }
  for (const principle of principles) {
    if (!served.has(principle)) {
      report.warn(
        ['principles', principle],
        'pack/unreachable',
        `no element serves the principle ${quote(principle)}`,
        'it will have no score',
      )
    }
  }
  for (const stage of stages) {
    if (!Object.values(data.elements).some((element) => element.stage === stage)) {
      report.warn(
        ['pack', 'stages', stages.indexOf(stage)],
        'pack/unreachable',
        `no element is of the stage ${quote(stage)}`,
      )
    }
  }
}

/** None at all is fine (the element is then stated by level); with some, every level needs one. */
function checkCriteria(id: string, { criteria }: ElementData, report: Reporter): void {
  if (!criteria) return
  const levels = new Set<string>()
  for (const criterion of Object.keys(criteria)) {
    const match = criterionForm.exec(criterion)
    if (match) levels.add(match[1]!)
    else {
      report.key(
        ['elements', id, 'criteria', criterion],
        'pack/bad-criterion',
        `${quote(criterion)} is no id of a criterion`,
        'a level from 1 to 5 and a letter, such as 2a',
      )
    }
  }
  const missing = ['1', '2', '3', '4', '5'].filter((level) => !levels.has(level))
  if (missing.length > 0) {
    report.key(
      ['elements', id, 'criteria'],
      'pack/missing-criterion',
      `element ${id} has no criterion for level ${missing.join(', ')}`,
    )
  }
}

function checkEfforts(id: string, { steps }: ElementData, { pack }: PackData, report: Reporter): void {
  if (!steps && !pack.defaultEffort) {
    report.key(
      ['elements', id],
      'pack/missing-steps',
      `element ${id} has no steps`,
      'add steps, or a defaultEffort to pack.yaml',
    )
  }
  for (const [level, { effort }] of Object.entries(steps ?? {})) {
    if (effort.low > effort.likely || effort.likely > effort.high) {
      report.value(
        ['elements', id, 'steps', level, 'effort'],
        'pack/bad-effort',
        `the effort of element ${id} to level ${level} is not in order: low ${effort.low}, likely ${effort.likely}, high ${effort.high}`,
      )
    }
  }
}

export function checkReferences(data: PackData, root: MappingNode): Diagnostic[] {
  const report = new Reporter(root)
  checkPackNames(data, report)
  checkElements(data, report)
  checkNeeds(data, report)
  checkProfiles(data, report)
  checkRuleIds(data, report)
  checkTexts(data, report)
  return report.list()
}

/** Checks prerequisites: that they exist, are named once, and that nothing waits for itself, the foundation's gate included. */
function checkNeeds({ elements }: PackData, report: Reporter): void {
  const ids = Object.keys(elements)
  for (const [id, { needs = [], foundation }] of Object.entries(elements)) {
    needs.forEach(({ element }, index) => {
      const path = ['elements', id, 'needs', index, 'element']
      if (!report.known(path, element, 'element', ids)) return
      if (needs.findIndex((other) => other.element === element) < index) {
        report.value(path, 'pack/duplicate-id', `element ${id} names ${quote(element)} twice`)
      } else if (foundation && !elements[element]!.foundation) {
        report.value(
          path,
          'pack/cyclic',
          `${id} belongs to the foundation and cannot need ${element}, which itself waits for the foundation`,
          'make both part of the foundation, or drop the prerequisite',
        )
      }
    })
  }
  const circle = findCircle(elements)
  if (circle) {
    report.key(
      ['elements', circle[0]!, 'needs'],
      'pack/cyclic',
      `these elements wait for each other: ${showCircle(circle)}`,
      'drop one of these prerequisites',
    )
  }
}

function showCircle(circle: readonly string[]): string {
  const shown = circle.length > 10 ? [...circle.slice(0, 9), '…'] : circle
  return [...shown, circle[0]!].join(' -> ')
}

/** One circle of prerequisites, if there is any, starting at its first element in pack order. */
function findCircle(elements: PackData['elements']): string[] | undefined {
  const done = new Set<string>()
  const visit = (id: string, trail: string[]): string[] | undefined => {
    if (trail.includes(id)) return trail.slice(trail.indexOf(id))
    if (done.has(id)) return undefined
    for (const { element } of elements[id]?.needs ?? []) {
      const circle = visit(element, [...trail, id])
      if (circle) return circle
    }
    done.add(id)
    return undefined
  }
  for (const id of Object.keys(elements)) {
    const circle = visit(id, [])
    if (circle) return circle
  }
  return undefined
}

/** Checks the target profiles and constants of a pack. */
function checkProfiles({ pack, principles, elements, rules }: PackData, report: Reporter): void {
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

/** Checks what a rule says of itself: its id, where it points and the principles it names. Its conditions are for `rules/`. */
function checkRuleIds({ rules, elements, principles }: PackData, report: Reporter): void {
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

/** Checks where terms and the crosswalk lead. */
function checkTexts({ terms, crosswalk, elements }: PackData, report: Reporter): void {
  const known = Object.keys(terms?.terms ?? {})
  const numbers = Object.keys(elements)
  for (const [term, { see = [] }] of Object.entries(terms?.terms ?? {})) {
    for (const [index, other] of see.entries())
      report.known(['terms', 'terms', term, 'see', index], other, 'term', known)
  }
  for (const [number, { to }] of Object.entries(crosswalk?.entries ?? {})) {
    for (const [index, element] of to.entries())
      report.known(['crosswalk', 'entries', number, 'to', index], element, 'element', numbers)
  }
}
