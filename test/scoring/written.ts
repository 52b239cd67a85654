/** A description written as YAML, read and bound as a user's file is; throws where it has errors. */

import { bindDescription } from '../../src/description/bind-description.ts'
import { hasErrors } from '../../src/diagnostics/diagnostic.ts'
import { checkDescriptionShape } from '../../src/schema/check-description-shape.ts'
import type { Description } from '../../src/types/description.ts'
import type { Framework } from '../../src/types/framework.ts'
import { readYaml } from '../../src/yaml/read-yaml.ts'

const head = `ims-gap: 1
framework: small:1
organization: { name: Harbour Pumps, kind: established, size: medium }
assessment: { date: 2026-06-30 }
`

/** `text` begins on line 5 of the file, `org.yaml`. */
export function describeText(framework: Framework, text: string): Description {
  const { root } = readYaml(head + text, 'org.yaml')
  const { data, diagnostics: misshapen } = checkDescriptionShape(root!)
  const { description, diagnostics } = bindDescription(root!, data!, framework, {
    file: 'org.yaml',
    sha256: () => '1'.repeat(64),
  })
  const all = [...misshapen, ...diagnostics]
  if (!description || hasErrors(all)) throw new Error(all.map(({ message }) => message).join('; '))
  return description
}
