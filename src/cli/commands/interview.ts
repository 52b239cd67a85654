/** `ims-gap interview`: asks about the elements one by one, and the description fills. */

import { depths } from '../../interview/depth.ts'
import { type Duration, readDuration } from '../../util/calendar.ts'
import { quote } from '../../util/show.ts'
import type { Call, Command } from '../command.ts'
import { exitCode, usageStop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import * as shared from '../options.ts'
import { findPack } from '../pack-folder.ts'

export const interviewCommand: Command = {
  name: 'interview',
  summary: 'answer the questions of the guidance one by one; the description fills',
  description:
    'Asks about the elements one by one and writes every answer into the description at once, changing no other line. Stop whenever you like: the next call goes on where you were. A file that is not there yet is begun as init does.',
  arguments: [{ name: '[file]', about: 'the practice description (default org.yaml)' }],
  options: [
    {
      flags: '--depth <depth>',
      about:
        'scan (the elements that tell most, about 15 minutes), levels (every element; the default) or criteria (yes, partly or no for each, and the level is computed)',
      parse: shared.oneOf('--depth', depths),
    },
    { flags: '--next', about: 'ask first what would tell most about the result, and say why' },
    {
      flags: '--only <id>',
      about: 'only this element, clause or principle, as 6.4, 6 or culture; may be repeated',
      parse: (text) => text,
      repeatable: true,
    },
    { flags: '--from <element>', about: 'begin at this element', parse: (text) => text },
    { flags: '--unanswered', about: 'only what has no answer yet' },
    { flags: '--flagged', about: 'only what is flagged for review' },
    {
      flags: '--stale <age>',
      about: 'only answers older than this, as 180d or 6m; what is answered counts as reviewed today',
      parse: readAge,
    },
    {
      flags: '--set <answer>',
      about: 'give an answer without being asked, as 4.1.2.level=3; may be repeated',
      parse: (text) => text,
      repeatable: true,
    },
    {
      flags: '--answers <file>',
      about:
        'take answers, written as in a description, from a file without being asked; - is standard input',
      parse: (text) => text,
    },
    {
      flags: '--accessible',
      about: 'plain sentences and typed lines only, for screen readers (or set IMS_GAP_ACCESSIBLE=1)',
    },
    {
      flags: '--json-lines',
      about:
        'for other programs: questions come as lines of JSON on standard output, answers go to standard input',
    },
    {
      flags: '--audit <file>',
      about: 'add a line of JSON to this file for every answer: when, who, and what it changed',
      parse: shared.text('--audit'),
    },
    { flags: '--by <name>', about: 'who answers, for --audit', parse: shared.text('--by') },
    shared.asOfOption,
    shared.packOption,
  ],
  examples: [
    { command: 'ims-gap interview org.yaml', about: 'begins, or goes on where you were' },
    { command: 'ims-gap interview org.yaml --depth scan', about: 'a first picture in about 15 minutes' },
    { command: 'ims-gap interview org.yaml --only culture --flagged', about: 'look at some answers again' },
    {
      command: 'ims-gap interview examples/manufacturer.yaml --set 7.5.2.level=2',
      about: 'an answer without being asked',
    },
  ],
  run,
}

function readAge(text: string): Duration {
  const [, count, unit] = /^(\d+)\s*(d|days?|m|months?)$/i.exec(text) ?? []
  const age = readDuration(`${count} ${unit?.toLowerCase().startsWith('m') ? 'months' : 'days'}`)
  if (age) return age
  throw usageStop(`--stale takes an age in days or months, as 180d or 6m, not ${quote(text)}`)
}

/** They say what to ask, and nothing is asked. */
function refuseAsking(options: Call['options']): void {
  const asking = [
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
  const given = asking.find((name) => options[name] !== undefined)
  if (given !== undefined)
    throw usageStop(
      `--${given === 'jsonLines' ? 'json-lines' : given} says what to ask, but with --set or --answers nothing is asked`,
      'leave one out',
    )
}

async function run({ arguments: [path = 'org.yaml'], options }: Call, world: World): Promise<number> {
  if (path === '-') throw usageStop('an interview writes into a file and cannot work on standard input')
  const set = (options['set'] as string[] | undefined) ?? []
  const answers = options['answers'] as string | undefined
  if (set.length > 0 || answers !== undefined) {
    refuseAsking(options)
    const { answerWithoutPrompts } = await import('../prompts/answer-without-prompts.ts')
    return answerWithoutPrompts(path, { set, answers }, world, options)
  }
  if (options['jsonLines'] !== true) {
    const { checkCanAsk } = await import('../prompts/can-ask.ts')
    checkCanAsk(path, world)
  } else if (options['accessible'] === true)
    throw usageStop('--json-lines is for programs and --accessible for people', 'leave one out')
  const { pack, diagnostics } = await findPack(options['pack'] as string[] | undefined, world)
  const { printDiagnostics } = await import('../print-diagnostics.ts')
  await printDiagnostics(diagnostics, world, options)
  if (!pack) return exitCode.invalidInput

  const { interview } = await import('../prompts/interview.ts')
  return interview(path, pack, options, world)
}
