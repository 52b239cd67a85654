/** An interview from the first question to the last word: the file, begun where it is not there yet, the sitting, what is next. */
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Diagnostic, hasErrors } from '../../core/diagnostic.ts'
import type { Pack } from '../../core/framework.ts'
import { chooseElements, type Wanted } from '../../interview/choose-elements.ts'
import type { Depth } from '../../interview/depth.ts'
import type { Setting } from '../../interview/loop/state.ts'
import type { Call } from '../command.ts'
import { draftText, isOwnCopy, schemaFor, schemaName, writeDraft } from '../draft-file.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import type { World } from '../world/world.ts'
import { closingParts } from './closing.ts'
import type { Front } from './front.ts'
import { openFront } from './open-front.ts'
import { runSitting } from './run-sitting.ts'
import { type OpenedFile, openSaving, type Reading } from './saving.ts'

/** Returns the exit code. */
export async function interview(
  path: string,
  pack: Pack,
  options: Call['options'],
  world: World,
): Promise<number> {
  const reading = {
    file: path,
    pack,
    today: world.today(),
    ...(typeof options['asOf'] === 'string' && { asOf: options['asOf'] }),
  }
  let file: OpenedFile | undefined
  let front: Front | undefined
  try {
    if (existsSync(resolve(world.folder, path))) {
      file = openSaving(path, reading, world)
      const diagnostics = await file.check()
      await printDiagnostics(diagnostics.filter(isError), world, options)
      if (hasErrors(diagnostics)) return exitCode.invalidInput
      checkNames(file, reading, options)
    }
    front = await openFront(options, dirname(resolve(world.folder, path)), world)
    file ??= await beginFile(path, reading, front, options, world)
    return await sit(file, reading, front, options, world)
  } finally {
    front?.close()
    file?.close()
  }
}
