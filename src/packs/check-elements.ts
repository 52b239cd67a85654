/** Checks each element: its number and heading, stage, principles, criteria and efforts. */
import { quote } from '../util/show.ts'
import { clauseOf } from './clause-of.ts'
import type { ElementData, PackData } from './pack-data.ts'
import type { Reporter } from './reporter.ts'

const numberForm = /^[0-9A-Za-z]{1,8}(\.[0-9A-Za-z]{1,8}){0,5}$/
const criterionForm = /^([1-5])[a-z]$/

export function checkElements(data: PackData, report: Reporter): void {
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
