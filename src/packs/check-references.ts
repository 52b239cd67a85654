/** Checks that every id in a pack leads somewhere and that what needs what has no circle. Conditions are checked by `rules/`. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { MappingNode } from '../types/document.ts'
import { checkElements } from './check-elements.ts'
import { checkNeeds } from './check-needs.ts'
import { checkPackNames } from './check-pack-names.ts'
import { checkProfiles } from './check-profiles.ts'
import { checkRuleIds } from './check-rule-ids.ts'
import { checkTexts } from './check-texts.ts'
import type { PackData } from './pack-data.ts'
import { Reporter } from './reporter.ts'

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
