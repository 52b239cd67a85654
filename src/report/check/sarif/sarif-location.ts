/** A place in a file as SARIF writes it: a relative address and a region. */
import type { Location } from '../../../types/location.ts'
import type { CheckReportOptions } from '../check-report-options.ts'
import { repositoryPath } from '../repository-path.ts'

export interface SarifPlace {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string }
    readonly region: {
      readonly startLine: number
      readonly startColumn: number
      readonly endLine?: number
      readonly endColumn?: number
    }
  }
}

/** What addresses are relative to: the root of the repository, wherever it is checked out. */
export const sourceRoot = '%SRCROOT%'

/** `file` is where a finding without a place of its own is shown: at the top. */
export function sarifPlace(location: Location | null, file: string, options: CheckReportOptions): SarifPlace {
  return {
    physicalLocation: {
      artifactLocation: { uri: addressOf(location?.file ?? file, options), uriBaseId: sourceRoot },
      region: location
        ? {
            startLine: location.line,
            startColumn: location.column,
            endLine: location.endLine,
            endColumn: location.endColumn,
          }
        : { startLine: 1, startColumn: 1 },
    },
  }
}

function addressOf(file: string, options: CheckReportOptions): string {
  return repositoryPath(file, options)
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, percent))
    .join('/')
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
