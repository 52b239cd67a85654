/** The way in: arguments and a world go in, an exit code comes out. Nothing here ends the process. */
import { showSafely } from '../util/show.ts'
import { toolVersion } from '../version.ts'
import { exitCode, Stop } from './exit-code.ts'
import { inertOutput } from './io/inert-output.ts'
import { realWorld } from './io/real-world.ts'
import type { World } from './io/world.ts'
import { type ListedCommand, runProgram } from './program.ts'

export const commands: readonly ListedCommand[] = [
  {
    name: 'init',
    summary: 'write a practice description to fill in',
    load: async () => (await import('./commands/init.ts')).initCommand,
  },
  {
    name: 'interview',
    summary: 'answer the questions of the guidance one by one and save the answers',
    load: async () => (await import('./commands/interview.ts')).interviewCommand,
  },
  {
    name: 'validate',
    summary: 'check descriptions or guidance packs for errors',
    load: async () => (await import('./commands/validate.ts')).validateCommand,
  },
  {
    name: 'assess',
    summary: 'find the gaps of a practice description and what to improve first',
    load: async () => (await import('./commands/assess.ts')).assessCommand,
  },
  {
    name: 'explain',
    summary: 'explain an element, principle, rule, term or diagnostic code, or a result',
    load: async () => (await import('./commands/explain.ts')).explainCommand,
  },
  {
    name: 'check',
    summary: 'check whether descriptions pass the gates that were set for them',
    load: async () => (await import('./commands/check.ts')).checkCommand,
  },
  {
    name: 'baseline',
    summary: "accept today's findings, so that check fails only for new or worse ones",
    load: async () => (await import('./commands/baseline.ts')).baselineCommand,
  },
  {
    name: 'diff',
    summary: 'show what changed between two versions of a description, and why',
    load: async () => (await import('./commands/diff.ts')).diffCommand,
  },
  {
    name: 'trend',
    summary: "show how a description's levels changed along its history in git",
    load: async () => (await import('./commands/trend.ts')).trendCommand,
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of a description, a result or a pack',
    load: async () => (await import('./commands/schema.ts')).schemaCommand,
  },
]

const summary = 'Finds the gaps between what an organization does to innovate and the guidance of ISO 56002.'
const examples = [
  { command: 'ims-gap init org.yaml', about: 'write a description to fill in' },
  { command: 'ims-gap interview org.yaml', about: 'or answer questions, element by element' },
  { command: 'ims-gap assess org.yaml', about: 'find the gaps and what to improve first' },
]

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
