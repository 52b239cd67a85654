/** Checks what a pack calls itself: its id, edition and version stand in every description and result. */
import { quote } from '../util/show.ts'
import type { PackData } from './pack-data.ts'
import type { Reporter } from './reporter.ts'

const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/
const versionForm = /^[A-Za-z0-9][A-Za-z0-9.+_-]*$/

export function checkPackNames({ pack }: PackData, report: Reporter): void {
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
