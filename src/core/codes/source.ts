/** The diagnostic codes of reading YAML: title, and what `explain` says of each. */
import type { CodeTable } from './table.ts'

export const sourceCodes = {
  'source/empty': {
    title: 'Empty document',
    about: 'The file holds no data. `ims-gap init org.yaml` writes a description to fill in.',
  },
} as const satisfies CodeTable
