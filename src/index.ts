/** The public library: what `import … from 'ims-gap'` offers, and nothing else. */

export { type AssessOptions, type AssessResult, assess } from './assess.ts'
export { builtinPack } from './builtin.ts'
export type { Diagnostic } from './diagnostics/diagnostic.ts'
export type * from './types/assessment.ts'
export type {
  CheckedFinding,
  CheckReport,
  FileCheck,
  GateResult,
  KnownFinding,
  ResolvedFinding,
  Weakened,
} from './types/check-report.ts'
export type { Path } from './types/document.ts'
export type * from './types/file-facts.ts'
export type {
  Confidence,
  ElementId,
  Framework,
  FrameworkElement,
  Level,
  Pack,
  PrincipleId,
  Rule,
  Severity,
  Texts,
} from './types/framework.ts'
export type { Location } from './types/location.ts'
export { toolVersion } from './version.ts'
