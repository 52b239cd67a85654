/** Chooses how to meet the person, and ties the front to the signals of the terminal. */
import type { World } from '../io/world.ts'
import type { TerminalOptions } from '../options.ts'
import { terminalOf } from '../terminal.ts'
import type { Front } from './front.ts'

export interface FrontOptions extends TerminalOptions {
  readonly jsonLines?: true | undefined
  readonly accessible?: true | undefined
}

/** `folder`: what names of evidence files are relative to. `close` gives the terminal back and ends the watch. */
export async function openFront(options: FrontOptions, folder: string, world: World): Promise<Front> {
  const { watchSignals } = await import('../io/signals.ts')
  if (options.jsonLines) {
    const { openJsonFront } = await import('./json-front.ts')
    const watch = watchSignals()
    const front = openJsonFront(world, watch.signal)
    return {
      ...front,
      close: () => {
        front.close()
        watch.end()
      },
    }
  }
  if (isPlain(options, world)) {
    const { openPlainFront } = await import('./plain-front.ts')
    const watch = watchSignals(() => front.again())
    const front = openPlainFront(world, watch.signal, () => terminalOf(world.stdout, world, options))
    return {
      ...front,
      edit: (text) => watch.lend(() => front.edit(text)),
      close: () => {
        front.close()
        watch.end()
      },
    }
  }
  const [{ openRichFront }, { openKeys }] = await Promise.all([
    import('./rich-front.ts'),
    import('../io/terminal-keys.ts'),
  ])
  const watch = watchSignals(() => keys.redraw())
  const keys = openKeys()
  const terminal = () => terminalOf(world.stdout, world, options)
  const front = openRichFront(world, keys, watch.signal, { terminal, folder })
  return {
    ...front,
    edit: (text) => watch.lend(() => front.edit(text)),
    close: () => {
      front.close()
      watch.end()
    },
  }
}

/** A terminal that cannot move its cursor gets plain sentences too. */
function isPlain(options: FrontOptions, { env }: World): boolean {
  const asked = env['IMS_GAP_ACCESSIBLE']
  return (
    options.accessible === true ||
    (asked !== undefined && !['', '0', 'false'].includes(asked)) ||
    env['TERM'] === 'dumb' ||
    // Windows sets none, and its terminals can.
    (env['TERM'] === undefined && process.platform !== 'win32')
  )
}
