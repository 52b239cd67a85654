/** `ims-gap assess`: the main job. Reads a description, assesses it and prints or writes the result. */

import { Option } from '@commander-js/extra-typings'
import { type Assessed, assessWithInputs } from '../../assess.ts'
import { hasErrors } from '../../diagnostics/diagnostic.ts'
import { didYouMean } from '../../diagnostics/suggest.ts'
import { narrowAssessment } from '../../report/narrow-assessment.ts'
import { packNames } from '../../report/report-options.ts'
import { reporters } from '../../report/reporters.ts'
import { improvementOrders, sortImprovements } from '../../scoring/improvements.ts'
import type { Assessment } from '../../types/assessment.ts'
import type { Pack } from '../../types/framework.ts'
import { quote } from '../../util/show.ts'
import { withDescription } from '../description-input.ts'
import { type Destination, findDestinations, writeResults } from '../destinations.ts'
import { exitCode, usageStop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import { nextCommand } from '../next-command.ts'
import * as shared from '../options.ts'
import { findPack } from '../pack-folder.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { type Call, command, type OptionsOf } from '../program.ts'

const formats = ['terminal', 'json', 'markdown', 'csv'] as const
type Format = keyof typeof reporters
const separators = { comma: ',', semicolon: ';', tab: '\t' } as const
const separatorNames = ['comma', 'semicolon', 'tab'] as const
const severities = ['high', 'medium', 'low'] as const

export function assessCommand({ world, exitWith }: Call) {
  return definition().action((file, options) => exitWith(run(file, options, world)))
}

function definition() {
  return command(
    'assess',
    'Assesses a practice description: levels and gaps per principle, findings, and a prioritized improvement list. Gaps are what an assessment is for: they never change the exit code unless --fail-on asks for it.',
    [
      { command: 'ims-gap assess examples/manufacturer.yaml', about: 'the result in the terminal' },
      {
        command: 'ims-gap assess examples/manufacturer.yaml --top 10 --principle culture',
        about: 'more improvements, for one principle',
      },
      {
        command: 'ims-gap assess examples/manufacturer.yaml -o report.md -o improvements.csv',
        about: 'write several files',
      },
    ],
  )
    .argument('<file>', 'the practice description; - reads standard input')
    .addOption(shared.formatOption(formats))
    .addOption(shared.outputOption('.txt .json .md .csv'))
    .option('--full', 'show every section: scores, reasons, steps, findings and coverage')
    .option('--brief', 'show three lines: the result, what to improve first and the worst findings')
    .option(
      '--all',
      'show every improvement, finding and element; in Markdown also the answers for each element',
    )
    .addOption(
      new Option('--top <count>', 'how many improvements to show (default 5, in Markdown 10)').argParser(
        shared.once('--top', shared.wholeNumber('--top', 0, 999)),
      ),
    )
    .addOption(
      new Option(
        '--sort <order>',
        'order of the improvements shown: value, effort (fewest days first) or quick (gain per day of what can start now); JSON is always by value',
      ).argParser(shared.once('--sort', shared.oneOf('--sort', improvementOrders))),
    )
    .addOption(
      new Option('--principle <id>', 'show only what concerns this principle, for example culture').argParser(
        shared.once('--principle', (id) => id),
      ),
    )
    .addOption(shared.targetOption)
    .addOption(shared.asOfOption)
    .addOption(shared.evidenceOption)
    .addOption(shared.packOption)
    .addOption(
      new Option(
        '--fail-on <severity>',
        'exit with 1 when a finding is at least this severe (high, medium, low) and neither waived nor planned',
      ).argParser(shared.once('--fail-on', shared.oneOf('--fail-on', severities))),
    )
    .addOption(
      new Option(
        '--csv-separator <name>',
        'what separates the columns of CSV: comma, semicolon or tab (default comma)',
      ).argParser(shared.once('--csv-separator', shared.oneOf('--csv-separator', separatorNames))),
    )
    .option('--csv-bom', 'start CSV with a byte order mark, which some spreadsheets need to read UTF-8')
    .addOption(shared.stdinNameOption)
    .addOption(shared.forceResultOption)
}

type Options = OptionsOf<typeof definition>

async function run(path: string, options: Options, world: World): Promise<number> {
  const destinations = await findDestinations(options, 'terminal', endings, world)
  const { pack, diagnostics: packProblems } = await findPack(options.pack, world)
  await printDiagnostics(packProblems, world, options)
  if (!pack) return exitCode.invalidInput
  checkPrinciple(options.principle, pack)

  const { assessed, diagnostics } = await withDescription(path, pack, options, world, assessWithInputs)
  await printDiagnostics(diagnostics, world, options)
  if (!assessed || hasErrors(diagnostics)) return exitCode.invalidInput

  await deliver(assessed, destinations, path, options, world)
  return gate(assessed.assessment, options.failOn, world)
}

const endings: Readonly<Record<string, Format>> = {
  txt: 'terminal',
  json: 'json',
  md: 'markdown',
  markdown: 'markdown',
  csv: 'csv',
  'improvements.csv': 'csv',
  'elements.csv': 'elements-csv',
  'findings.csv': 'findings-csv',
}

function checkPrinciple(id: string | undefined, { framework }: Pack): void {
  if (id === undefined) return
  const known = framework.principles.map((principle) => principle.id)
  if (known.includes(id)) return
  throw usageStop(
    `unknown principle: ${quote(id)}`,
    didYouMean(id, known) ?? `principles: ${known.join(', ')}`,
  )
}

async function deliver(
  { assessment, pack, description }: Assessed,
  destinations: readonly Destination<Format>[],
  path: string,
  options: Options,
  world: World,
): Promise<void> {
  const further = {
    all: options.all === true,
    standings: description.standings,
    ...(options.top !== undefined && { top: options.top }),
    ...(options.principle !== undefined && { principle: options.principle }),
    next: options.quiet ? [] : nextCommands(assessment, pack, path, options, world),
    names: packNames(pack.framework, pack.texts),
    ...((options.full || options.brief) && { detail: options.full ? ('full' as const) : ('brief' as const) }),
    csv: {
      ...(options.csvSeparator !== undefined && { separator: separators[options.csvSeparator] }),
      byteOrderMark: options.csvBom === true,
    },
  }
  const sorted = {
    ...assessment,
    improvements: sortImprovements(assessment.improvements, options.sort ?? 'value'),
  }
  await writeResults(destinations, [path], options, world, (format, terminal) =>
    reporters[format].render(format === 'json' ? assessment : sorted, { ...terminal, ...further }),
  )
}

/** At most two commands that lead on and work when pasted. */
function nextCommands(
  assessment: Assessment,
  { framework }: Pack,
  path: string,
  options: Options,
  world: World,
): string[] {
  if (path === '-') return []
  const principle = options.principle
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
    if (!options.all && improvements.length > 0) {
      const narrowed = principle === undefined ? [] : ['--principle', principle]
      const more = options.full ? '--all' : '--full'
      commands.push(nextCommand(['assess', more, ...narrowed], path, options, world))
    }
  }
  return commands.filter((command) => command !== undefined)
}

function gate({ findings }: Assessment, failOn: Options['failOn'], world: World): number {
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
