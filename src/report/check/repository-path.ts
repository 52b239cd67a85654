/** The path under which a service that shows findings on lines of code knows a file: relative, with forward slashes. */
import type { Location } from '../../types/location.ts'
import { placeText } from '../phrases.ts'
import type { CheckReportOptions } from './check-report-options.ts'

/** Paths that lead out of the repository cannot be shown there; what is left of them is the part that could. */
export function repositoryPath(file: string, options: CheckReportOptions): string {
  const path = fileIdentity(file, options)
  const inside = isAbsolute(path) ? path.slice(path.lastIndexOf('/') + 1) : path
  const segments = inside.split('/').filter((segment) => !['', '.', '..'].includes(segment))
  return segments.join('/') || '-'
}

/** What tells one file from another, wherever it lies; two names of one file in the repository are the same. */
export function fileIdentity(file: string, { pathInRepository }: CheckReportOptions): string {
  return pathInRepository?.(file) ?? file
}

/** `units/org.yaml:41:5` */
export function repositoryPlace(location: Location, options: CheckReportOptions): string {
  return placeText({ ...location, file: repositoryPath(location.file, options) })
}

/** As an absolute path names a machine, only the name of the file is kept. */
function isAbsolute(path: string): boolean {
  return /^(\/|[A-Za-z]:\/)/.test(path)
}
