/** Asks for the facts a new description cannot do without. The only place that knows the prompt library. */
import { input, select } from '@inquirer/prompts'
import type { OrganizationKind, OrganizationSize } from '../../core/framework.ts'
import { exitCode, Stop } from '../exit-code.ts'

interface Facts {
  readonly name: string
  readonly kind: OrganizationKind
  readonly size: OrganizationSize
}

const about: Readonly<Record<string, string>> = {
  established: 'here to stay: a firm, an agency, an institute',
  temporary: 'ends with its purpose: a consortium, a programme',
  'start-up': 'still looking for what it will become',
  micro: 'fewer than 10 people',
  small: '10 to 49 people',
  medium: '50 to 249 people',
  large: '250 people or more',
}

/** Asks what is missing. Stops with code 130 when the user breaks off; nothing was written by then. */
export async function askFacts(
  given: Partial<Facts>,
  kinds: readonly string[],
  sizes: readonly string[],
): Promise<Facts> {
  const choices = (values: readonly string[]) =>
    values.map((value) => ({ value, name: `${value}: ${about[value]}`, short: value }))
  // When the terminal is closed under a prompt, nothing after it runs any more: the process ends with this code.
  process.exitCode = exitCode.interrupted
  try {
    const name =
      given.name ??
      (await input({
        message: 'Name of the organization',
        validate: (text) => text.trim() !== '' || 'A name is needed',
      }))
    const kind = given.kind ?? (await select({ message: 'Kind', choices: choices(kinds) }))
    const size = given.size ?? (await select({ message: 'Size', choices: choices(sizes) }))
    process.exitCode = undefined
    return { name: name.trim(), kind: kind as OrganizationKind, size: size as OrganizationSize }
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') {
      throw new Stop(exitCode.interrupted, 'stopped; nothing was written')
    }
    throw error
  }
}
