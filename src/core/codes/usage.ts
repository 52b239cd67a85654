/** The diagnostic codes of the area `usage`: title, and what `explain` says of each. */
import { codeTable } from './table.ts'

export const usageCodes = codeTable({})
