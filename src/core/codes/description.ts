/** The diagnostic codes of the area `description`: title, and what `explain` says of each. */
import type { CodeTable } from './table.ts'

export const descriptionCodes = {} as const satisfies CodeTable
