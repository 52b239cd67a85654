/** `ims-gap interview`: asks about the elements one by one, and the description fills. */

import { Option } from '@commander-js/extra-typings'
import { depths } from '../../interview/depth.ts'
import { type Duration, readDuration } from '../../util/calendar.ts'
import { quote } from '../../util/show.ts'
import { exitCode, usageStop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import * as shared from '../options.ts'
import { findPack } from '../pack-folder.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { type Call, command, type OptionsOf } from '../program.ts'
import { answerWithoutPrompts } from '../prompts/answer-without-prompts.ts'
import { checkCanAsk } from '../prompts/can-ask.ts'

export function interviewCommand({ world, exitWith }: Call) {
  return definition().action((file, options) => exitWith(run(file, options, world)))
}

function definition() {
  return command(
    'interview',
    'Asks about the elements one by one and writes every answer into the description at once, without changing any other line. Stop whenever you like: the next call continues where you stopped. If the file does not exist yet, it is created as init does.',
    [
      { command: 'ims-gap interview org.yaml', about: 'start, or continue where you stopped' },
      { command: 'ims-gap interview org.yaml --depth scan', about: 'a first picture in about 15 minutes' },
      { command: 'ims-gap interview org.yaml --only culture --flagged', about: 'review some answers' },
      {
        command: 'ims-gap interview examples/manufacturer.yaml --set 7.5.2.level=2',
        about: 'set an answer without being asked',
      },
    ],
  )
    .argument('[file]', 'the practice description (default org.yaml)')
    .addOption(
      new Option(
        '--depth <depth>',
        'scan (the most informative elements, about 15 minutes), levels (every element; the default) or criteria (yes, partly or no for each criterion; the level is computed)',
      ).argParser(shared.once('--depth', shared.oneOf('--depth', depths))),
    )
    .option('--next', 'ask first what would tell most about the result, and say why')
    .addOption(
      new Option(
        '--only <id>',
        'only this element, clause or principle, for example 6.4, 6 or culture; may be repeated',
      ).argParser(shared.repeated((id) => id)),
    )
    .addOption(
      new Option('--from <element>', 'begin at this element').argParser(shared.once('--from', (id) => id)),
    )
    .option('--unanswered', 'only elements without an answer')
    .option('--flagged', 'only answers flagged for review')
    .addOption(
      new Option(
        '--stale <age>',
        'only answers older than this, for example 180d or 6m; what you answer counts as reviewed today',
      ).argParser(shared.once('--stale', readAge)),
    )
    .addOption(
      new Option(
        '--set <answer>',
        'set an answer without being asked, for example 4.1.2.level=3; may be repeated',
      )
        .argParser(shared.repeated((answer) => answer))
        .conflicts(whatToAsk),
    )
    .addOption(
      new Option(
        '--answers <file>',
        'take answers, written as in a description, from a file without being asked; - is standard input',
      )
        .argParser(shared.once('--answers', (file) => file))
        .conflicts(whatToAsk),
    )
    .option(
      '--accessible',
      'plain sentences and typed lines only, for screen readers (or set IMS_GAP_ACCESSIBLE=1)',
    )
    .addOption(
      new Option(
        '--json-lines',
        'for other programs: questions are lines of JSON on standard output, answers go to standard input',
      ).conflicts('accessible'),
    )
    .addOption(
      new Option(
        '--audit <file>',
        'append a line of JSON to this file for every answer: when, who, and what it changed',
      ).argParser(shared.once('--audit', shared.text('--audit'))),
    )
    .addOption(
      new Option('--by <name>', 'who answers, for --audit').argParser(
        shared.once('--by', shared.text('--by')),
      ),
    )
    .addOption(shared.asOfOption)
    .addOption(shared.packOption)
}

/** Options that make no sense when nothing is asked. */
const whatToAsk = [
  'depth',
  'next',
  'only',
  'from',
  'unanswered',
  'flagged',
  'stale',
  'accessible',
  'jsonLines',
]

type Options = OptionsOf<typeof definition>

function readAge(text: string): Duration {
  const [, count, unit] = /^(\d+)\s*(d|days?|m|months?)$/i.exec(text) ?? []
  const age = readDuration(`${count} ${unit?.toLowerCase().startsWith('m') ? 'months' : 'days'}`)
  if (age) return age
  throw usageStop(`--stale takes an age in days or months, as 180d or 6m, not ${quote(text)}`)
}

async function run(path = 'org.yaml', options: Options, world: World): Promise<number> {
  if (path === '-') throw usageStop('an interview writes into a file and cannot work on standard input')
  const { set = [], answers } = options
  if (set.length > 0 || answers !== undefined) {
    return answerWithoutPrompts(path, { set, answers }, world, options)
  }
  if (!options.jsonLines) {
    checkCanAsk(path, world)
  }
  const { pack, diagnostics } = await findPack(options.pack, world)
  await printDiagnostics(diagnostics, world, options)
  if (!pack) return exitCode.invalidInput

  const { interview } = await import('../prompts/interview.ts')
  return interview(path, pack, options, world)
}
