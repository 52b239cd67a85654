/** The public library: what `import … from 'ims-gap'` offers, and nothing else. */
import './source/full-reader.ts'

export { type AssessOptions, type AssessResult, assess } from './assess.ts'
export { builtinPack } from './builtin.ts'
export type * from './core/assessment.ts'
export type {
  CheckedFinding,
  CheckReport,
  FileCheck,
  GateResult,
  GoneFinding,
  KnownFinding,
  LessSaid,
  UnmendedFinding,
} from './core/check-report.ts'
export type { Diagnostic } from './core/diagnostic.ts'
export type { Path } from './core/document.ts'
export type * from './core/file-facts.ts'
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
} from './core/framework.ts'
export type { Location } from './core/location.ts'
export { toolVersion } from './version.ts'
