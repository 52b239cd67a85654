/** Every diagnostic code with what `explain` says about it. Codes are never renamed and never reused. */
import { checkCodes } from './codes/check.ts'
import { descriptionCodes } from './codes/description.ts'
import { packCodes } from './codes/pack.ts'
import { sourceCodes } from './codes/source.ts'
import { usageCodes } from './codes/usage.ts'

export const diagnosticCodes = {
  ...sourceCodes,
  ...descriptionCodes,
  ...packCodes,
  ...checkCodes,
  ...usageCodes,
}

export type DiagnosticCode = keyof typeof diagnosticCodes
