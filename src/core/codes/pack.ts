/** The diagnostic codes of the area `pack`: title, and what `explain` says of each. */
import type { CodeTable } from './table.ts'

export const packCodes = {} as const satisfies CodeTable
