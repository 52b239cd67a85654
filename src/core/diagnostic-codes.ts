/** Every diagnostic code with what `explain` says about it. Codes are never renamed and never reused. */
import { checkCodes } from './codes/check.ts'
import { descriptionCodes } from './codes/description.ts'
import { packCodes } from './codes/pack.ts'
import { sourceCodes } from './codes/source.ts'
import type { CodeTable } from './codes/table.ts'
import { usageCodes } from './codes/usage.ts'

export type DiagnosticCode =
  | keyof typeof sourceCodes
  | keyof typeof descriptionCodes
  | keyof typeof packCodes
  | keyof typeof checkCodes
  | keyof typeof usageCodes

export const diagnosticCodes: CodeTable<DiagnosticCode> = {
  ...sourceCodes,
  ...descriptionCodes,
  ...packCodes,
  ...checkCodes,
  ...usageCodes,
}
