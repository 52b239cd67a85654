/** Colour, or none: only the eight basic colours, and never the only carrier of a meaning. */
import { Chalk } from 'chalk'
import type { Severity } from '../../core/framework.ts'

export type Paint = (text: string) => string

export interface Palette {
  readonly bold: Paint
  readonly dim: Paint
  readonly heading: Paint
  readonly good: Paint
  readonly middling: Paint
  readonly bad: Paint
  readonly severity: Readonly<Record<Severity | 'error' | 'warning', Paint>>
}

export function paletteFor(color: boolean): Palette {
  const chalk = new Chalk({ level: color ? 1 : 0 })
  return {
    bold: chalk.bold,
    dim: chalk.dim,
    heading: chalk.bold.cyan,
    good: chalk.green,
    middling: chalk.yellow,
    bad: chalk.red,
    severity: {
      high: chalk.bold.red,
      medium: chalk.bold.yellow,
      low: chalk.bold.blue,
      error: chalk.bold.red,
      warning: chalk.bold.yellow,
    },
  }
}
