/** `ims-gap explain`: the manual, offline, and how a result of one description came about. */

import { assessWithInputs } from '../../assess.ts'
import { unknownElement } from '../../description/unknown-element.ts'
import { type ExplainResult, explain } from '../../explain/explain.ts'
import { explainAll } from '../../explain/explain-all.ts'
import { explainResult } from '../../explain/explain-result.ts'
import { renderExplanationMarkdown, renderExplanationText } from '../../report/explanation.ts'
import { stringifySafely } from '../../report/stringify-safely.ts'
import type { Pack } from '../../types/framework.ts'
import { quote, showSafely } from '../../util/show.ts'
import { withDescription } from '../description-input.ts'
import { exitCode, usageStop } from '../exit-code.ts'
import type { World } from '../io/world.ts'
import { nextCommand } from '../next-command.ts'
import * as shared from '../options.ts'
import { findPack } from '../pack-folder.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { type Call, command, type OptionsOf } from '../program.ts'
import { terminalOf } from '../terminal.ts'

export function explainCommand({ world, exitWith }: Call) {
  return definition().action((word, file, options) => exitWith(run(word, file, options, world)))
}

function definition() {
  return command(
    'explain',
    'Explains an element (6.4), a clause (8.3), a principle (culture), a rule (objectives/without-plan), a term, a level or a diagnostic code. With a description, explains how the result of an element, clause, principle or rule, or "overall", came about, input by input.',
    [
      { command: 'ims-gap explain 6.4', about: 'an element: criteria, evidence, how to raise it' },
      { command: 'ims-gap explain 6.4 examples/manufacturer.yaml', about: 'how its result came about' },
      { command: 'ims-gap explain objectives/without-plan', about: 'a rule' },
      { command: 'ims-gap explain', about: 'list everything that can be explained' },
    ],
  )
    .argument('[word]', 'what to explain: an id, a number or a title; default: list what there is')
    .argument('[file]', 'a practice description; - reads standard input')
    .addOption(shared.formatOption(['terminal', 'markdown', 'json']))
    .addOption(shared.targetOption)
    .addOption(shared.asOfOption)
    .addOption(shared.evidenceOption)
    .addOption(shared.packOption)
    .addOption(shared.stdinNameOption)
}

type Options = OptionsOf<typeof definition>

async function run(
  word: string | undefined,
  path: string | undefined,
  options: Options,
  world: World,
): Promise<number> {
  const { pack, diagnostics } = await findPack(options.pack, world)
  await printDiagnostics(diagnostics, world, options)
  if (!pack) return exitCode.invalidInput
  if (word !== undefined && path !== undefined) await checkOrder(word, path, pack, options, world)
  const result =
    word === undefined || path === undefined
      ? await explainWord(word, pack)
      : await explainIn(word, path, pack, options, world)
  if (!result) return exitCode.invalidInput
  const { explanation, suggestions } = result
  if (!explanation) {
    // A number of a neighbouring document is better answered than met with numbers that look like it.
    const elsewhere = pack.framework.crosswalk.some(({ from }) => from === word)
    const unknown = elsewhere ? unknownElement(word!, pack.framework) : undefined
    if (unknown) throw usageStop(showSafely(unknown.message), showSafely(unknown.hint() ?? ''))
    const names = suggestions.map((name) => `"${name}"`).join(' or ')
    throw usageStop(
      `there is nothing to explain for ${quote(word ?? '')}`,
      names === '' ? 'ims-gap explain lists everything there is' : `did you mean ${names}?`,
    )
  }
  if (options.format === 'json') {
    world.stdout.write(stringifySafely(explanation))
    return exitCode.ok
  }
  const terminal = terminalOf(world.stdout, world, options)
  const render = () =>
    options.format === 'markdown'
      ? renderExplanationMarkdown(explanation)
      : renderExplanationText(explanation, terminal)
  world.stdout.write(render())
  return exitCode.ok
}

/** The file before the word is an easy slip, and "no such file: 6.4" does not help out of it. */
async function checkOrder(
  word: string,
  path: string,
  pack: Pack,
  options: Options,
  world: World,
): Promise<void> {
  const isKnown = (text: string) => text === 'overall' || explain(text, pack).explanation !== undefined
  if (isKnown(word) || !isKnown(path)) return
  throw usageStop(
    'what to explain comes first, then the file',
    nextCommand(['explain', path], word, options, world),
  )
}

async function explainWord(word: string | undefined, pack: Pack): Promise<ExplainResult> {
  if (word === undefined) {
    return { explanation: explainAll(pack), suggestions: [] }
  }
  return explain(word, pack)
}

/** `undefined` where the description has errors; they are printed by then. */
async function explainIn(
  word: string,
  path: string,
  pack: Pack,
  options: Options,
  world: World,
): Promise<ExplainResult | undefined> {
  const { assessed, diagnostics } = await withDescription(path, pack, options, world, assessWithInputs)
  await printDiagnostics(diagnostics, world, options)
  return assessed && explainResult(word, assessed)
}
