/** The way in: arguments and a world go in, an exit code comes out. Nothing here ends the process. */
import { showSafely } from '../util/show.ts'
import { toolVersion } from '../version.ts'
import { assessCommand } from './commands/assess.ts'
import { baselineCommand } from './commands/baseline.ts'
import { checkCommand } from './commands/check.ts'
import { diffCommand } from './commands/diff.ts'
import { explainCommand } from './commands/explain.ts'
import { initCommand } from './commands/init.ts'
import { interviewCommand } from './commands/interview.ts'
import { schemaCommand } from './commands/schema.ts'
import { trendCommand } from './commands/trend.ts'
import { validateCommand } from './commands/validate.ts'
import { exitCode, Stop } from './exit-code.ts'
import { inertOutput } from './inert-output.ts'
import { realWorld } from './io/real-world.ts'
import type { World } from './io/world.ts'
import { runProgram } from './program.ts'

export const commands = [
  initCommand,
  interviewCommand,
  validateCommand,
  assessCommand,
  explainCommand,
  checkCommand,
  baselineCommand,
  diffCommand,
  trendCommand,
  schemaCommand,
]

const summary = 'Finds the gaps between what an organization does to innovate and the guidance of ISO 56002.'
const examples = `  ims-gap init org.yaml         # write a description to fill in
  ims-gap interview org.yaml    # or be asked, element by element
  ims-gap assess org.yaml       # find the gaps and what to improve first`

/** Runs one call of the tool. Never throws and never ends the process. */
export async function main(argv: readonly string[], given: World): Promise<number> {
  const world = { ...given, stdout: inertOutput(given.stdout), stderr: inertOutput(given.stderr) }
  try {
    const code = await runProgram(commands, argv.length === 0 ? ['--help'] : argv, world, {
      version: toolVersion,
      summary,
      examples,
    })
    return code
  } catch (error) {
    if (error instanceof Stop) {
      world.stderr.write(`error: ${error.message}\n${error.hint === undefined ? '' : `  ${error.hint}\n`}`)
      return error.code
    }
    return reportBug(error, argv.includes('--debug'), world)
  }
}

function reportBug(error: unknown, debug: boolean, world: World): number {
  const message = error instanceof Error ? error.message.split('\n')[0]! : String(error)
  world.stderr.write(
    `ims-gap failed: ${showSafely(message)}. This is a defect of the tool; please report it.\n`,
  )
  if (debug && error instanceof Error && error.stack) world.stderr.write(`${error.stack}\n`)
  return exitCode.bug
}

/** `main` on the real process; what `bin/ims-gap.cjs` calls. A result that could not be written is no success. */
export async function runProcess(argv: readonly string[]): Promise<number> {
  const code = await main(argv, realWorld())
  return Number(process.exitCode ?? code)
}
