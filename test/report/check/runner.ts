/**
 * How the runner of GitHub Actions reads the log of a step: both grammars of commands, written after the behaviour of
 * its source. A line that begins with `::` (blanks aside), or one in which `##[` stands anywhere.
 */
export interface RunnerCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

const names = new Set(
  'add-mask add-matcher add-path debug echo endgroup error group internal-set-repo-path notice remove-matcher save-state set-env set-output stop-commands warning'.split(
    ' ',
  ),
)

/** The runner takes several characters for the end of a line. */
export function commandsIn(log: string): RunnerCommand[] {
  return log.split(/\r\n|[\n\r]/).flatMap((line) => newer(line) ?? older(line) ?? [])
}

function newer(line: string): RunnerCommand | undefined {
  const text = line.trimStart()
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  if (end < 0) return undefined
  return command(text.slice(2, end), ',', text.slice(end + 2), ['%0D', '\r'], ['%0A', '\n'])
}

function older(line: string): RunnerCommand | undefined {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return undefined
  return command(line.slice(start + 3, end), ';', line.slice(end + 1), ['%3B', ';'], ['%5D', ']'])
}

function command(
  info: string,
  separator: string,
  data: string,
  ...escapes: [string, string][]
): RunnerCommand | undefined {
  const space = info.indexOf(' ')
  const name = space < 0 ? info : info.slice(0, space)
  if (!names.has(name.toLowerCase())) return undefined
  const read = (text: string, more: [string, string][]) =>
    [...more, ['%25', '%'] as const].reduce((rest, [from, to]) => rest.replaceAll(from, to), text)
  const pairs = (space < 0 ? '' : info.slice(space + 1).trim()).split(separator).flatMap((pair) => {
    const at = pair.indexOf('=')
    return at < 1 || at === pair.length - 1
      ? []
      : [[pair.slice(0, at), read(pair.slice(at + 1), [...escapes, ['%3A', ':'], ['%2C', ',']])]]
  })
  return { name, properties: Object.fromEntries(pairs), data: read(data, escapes) }
}
