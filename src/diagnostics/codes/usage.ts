/** The diagnostic codes of the area `usage`: title, and what `explain` says of each. */
import type { CodeTable } from './table.ts'

export const usageCodes = {} as const satisfies CodeTable
