/** Colour, or none: only the eight basic colours, and never the only carrier of a meaning. */
import { Chalk } from 'chalk'
import type { Severity } from '../../types/framework.ts'

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
  return color ? colored : plain
}

const plain = paletteOf(new Chalk({ level: 0 }))
const colored = paletteOf(new Chalk({ level: 1 }))

function paletteOf(chalk: InstanceType<typeof Chalk>): Palette {
  // Wrapped, so that a paint can be handed to `map`: chalk would print the further arguments too.
  const paint =
    (style: Paint): Paint =>
    (text) =>
      style(text)
  return {
    bold: paint(chalk.bold),
    dim: paint(chalk.dim),
    heading: paint(chalk.bold.cyan),
    good: paint(chalk.green),
    middling: paint(chalk.yellow),
    bad: paint(chalk.red),
    severity: {
      high: paint(chalk.bold.red),
      medium: paint(chalk.bold.yellow),
      low: paint(chalk.bold.blue),
      error: paint(chalk.bold.red),
      warning: paint(chalk.bold.yellow),
    },
  }
}
