/** `ims-gap assess`: the main job. Reads a description, assesses it and prints or writes the result. */
import type { Assessed } from '../../assess.ts'
import { hasErrors } from '../../diagnostics/diagnostic.ts'
import { didYouMean } from '../../diagnostics/suggest.ts'
import { narrowAssessment } from '../../report/narrow-assessment.ts'
import type { Assessment } from '../../types/assessment.ts'
import type { Pack, Severity } from '../../types/framework.ts'
import { quote } from '../../util/show.ts'
import type { Call, Command } from '../command.ts'
import { type Destination, findDestinations, writeResults } from '../destinations.ts'
import { exitCode, usageStop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import { nextCommand } from '../next-command.ts'
import * as shared from '../options.ts'
import { findPack } from '../pack-folder.ts'

const formats = ['terminal', 'json', 'markdown', 'csv'] as const
type Format = (typeof formats)[number]
const severities = ['high', 'medium', 'low'] as const

export const assessCommand: Command = {
  name: 'assess',
  summary: 'find the gaps of a practice description and what to improve first',
  description:
    'Assesses a practice description: levels and gaps per principle, findings, and a prioritized improvement list. Gaps are what an assessment is for: they never change the exit code unless --fail-on asks for it.',
  arguments: [{ name: '<file>', about: 'the practice description; - reads standard input' }],
  options: [
    {
      flags: '--format <name>',
      about: 'what to print: terminal, json, markdown or csv',
      parse: shared.oneOf('--format', formats),
    },
    {
      flags: '-o, --output <file>',
      about:
        'write to a file; its ending (.txt .json .md .csv) names the format; may be repeated; - is standard output',
      parse: (text) => text,
      repeatable: true,
    },
    {
      flags: '--all',
      about: 'show every improvement, finding and element; in Markdown also what was said of each element',
    },
    {
      flags: '--top <count>',
      about: 'how many improvements to show (default 5, in Markdown 10)',
      parse: shared.wholeNumber('--top', 0, 999),
    },
    {
      flags: '--principle <id>',
      about: 'show only what concerns this principle, such as culture',
      parse: (text) => text,
    },
    shared.targetOption,
    shared.asOfOption,
    shared.evidenceOption,
    shared.packOption,
    {
      flags: '--fail-on <severity>',
      about:
        'exit with 1 when a finding is at least that severe (high, medium, low) and neither waived nor planned',
      parse: shared.oneOf('--fail-on', severities),
    },
    shared.stdinNameOption,
    shared.forceResultOption,
  ],
  examples: [
    { command: 'ims-gap assess examples/manufacturer.yaml', about: 'the result in the terminal' },
    {
      command: 'ims-gap assess examples/manufacturer.yaml --top 10 --principle culture',
      about: 'one principle, more of it',
    },
    {
      command: 'ims-gap assess examples/manufacturer.yaml -o report.md -o improvements.csv',
      about: 'files from one evaluation',
    },
  ],
  run,
}

async function run({ arguments: [path = '-'], options }: Call, world: World): Promise<number> {
  const destinations = await findDestinations(options, 'terminal', endings, world)
  const { pack, diagnostics: packProblems } = await findPack(options['pack'] as string[] | undefined, world)
  const { printDiagnostics } = await import('../print-diagnostics.ts')
  await printDiagnostics(packProblems, world, options)
  if (!pack) return exitCode.invalidInput
  checkPrinciple(options['principle'], pack)

  const { assessWithInputs } = await import('../../assess.ts')
  const { withDescription } = await import('../description-input.ts')
  const { assessed, diagnostics } = await withDescription(path, pack, options, world, assessWithInputs)
  await printDiagnostics(diagnostics, world, options)
  if (!assessed || hasErrors(diagnostics)) return exitCode.invalidInput

  await deliver(assessed, destinations, path, options, world)
  return gate(assessed.assessment, options['failOn'] as Severity | undefined, world)
}

const endings: Readonly<Record<string, Format>> = {
  txt: 'terminal',
  json: 'json',
  md: 'markdown',
  markdown: 'markdown',
  csv: 'csv',
}

function checkPrinciple(id: unknown, { framework }: Pack): void {
  if (typeof id !== 'string') return
  const known = framework.principles.map((principle) => principle.id)
  if (known.includes(id)) return
  throw usageStop(
    `--principle does not know ${quote(id)}`,
    didYouMean(id, known) ?? `principles: ${known.join(', ')}`,
  )
}

async function deliver(
  { assessment, pack, description }: Assessed,
  destinations: readonly Destination<Format>[],
  path: string,
  options: Call['options'],
  world: World,
): Promise<void> {
  const { reporters } = await import('../../report/reporters.ts')
  const further = {
    all: options['all'] === true,
    standings: description.standings,
    ...(typeof options['top'] === 'number' && { top: options['top'] }),
    ...(typeof options['principle'] === 'string' && { principle: options['principle'] }),
    next: options['quiet'] === true ? [] : nextCommands(assessment, pack, path, options, world),
    ruleTitle: (rule: string) => pack.texts().rules[rule]?.title,
  }
  await writeResults(destinations, [path], options, world, (format, terminal) =>
    reporters[format].render(assessment, { ...terminal, ...further }),
  )
}

/** At most two commands that lead on and work when pasted. */
function nextCommands(
  assessment: Assessment,
  { framework }: Pack,
  path: string,
  options: Call['options'],
  world: World,
): string[] {
  if (path === '-') return []
  const principle = options['principle'] as string | undefined
  const { improvements, scores, coverage } = narrowAssessment(assessment, principle)
  const commands: (string | undefined)[] = []
  if (coverage.assessed === 0 && coverage.inScope > 0) {
    // It asks for the answers, so it takes no option that only judges them.
    const { pack, asOf } = options
    commands.push(nextCommand(['interview'], path, { pack, asOf }, world))
  } else {
    const serving = new Set(
      framework.elements
        .filter(({ main, also }) => principle === undefined || main === principle || also.includes(principle))
        .map(({ id }) => id),
    )
    const open = scores.elements.find(({ id, state }) => state === 'not-assessed' && serving.has(id))
    const first = improvements[0]?.element ?? open?.id
    if (first !== undefined) commands.push(nextCommand(['explain', first], path, options, world))
    if (options['all'] !== true && improvements.length > 0) {
      const narrowed = principle === undefined ? [] : ['--principle', principle]
      commands.push(nextCommand(['assess', '--all', ...narrowed], path, options, world))
    }
  }
  return commands.filter((command) => command !== undefined)
}

function gate({ findings }: Assessment, failOn: Severity | undefined, world: World): number {
  if (!failOn) return exitCode.ok
  const severe = severities.slice(0, severities.indexOf(failOn) + 1)
  const failing = findings.filter(
    ({ severity, waived, planned }) => severe.includes(severity) && !waived && !planned,
  )
  if (failing.length === 0) return exitCode.ok
  const count = `${failing.length} ${failing.length === 1 ? 'finding is' : 'findings are'}`
  world.stderr.write(
    `gate failed: ${count} ${severe.join(' or ')} and neither waived nor planned (--fail-on ${failOn})\n`,
  )
  return exitCode.gateFailed
}
