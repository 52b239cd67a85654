/** A baseline as a file: one finding a line, in an order of its own, so that mending one gap changes one line. */
import { replaceUnsafe } from '../util/show.ts'
import { type Baseline, type BaselineEntry, formatVersion } from './baseline.ts'

const head = `# Findings that were accepted on a day; ims-gap check fails for what is new or worse. Written by
# "ims-gap baseline write"; a reason may be added by hand.
`

export function renderBaseline({ framework, packVersion, entries }: Baseline): string {
  const lines = entries.map((entry) => `  - ${line(entry)}\n`)
  return `${head}ims-gap-baseline: ${formatVersion}
framework: ${scalar(framework)}
pack: ${quoted(packVersion)}
findings:${entries.length === 0 ? ' []' : ''}
${lines.join('')}`
}

function line({ file, finding, level, since, reason }: BaselineEntry): string {
  const parts = [
    `file: ${scalar(file)}`,
    `finding: ${scalar(finding)}`,
    ...(level === null ? [] : [`level: ${level}`]),
    ...(since === null ? [] : [`since: ${since}`]),
    ...(reason === null ? [] : [`reason: ${quoted(reason)}`]),
  ]
  return `{ ${parts.join(', ')} }`
}

/** Plain where every reader of YAML takes it for the same text. */
function scalar(text: string): string {
  return /^[A-Za-z][\w./@:-]*[\w]$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : quoted(text)
}

/** Double quotes of YAML take what JSON writes, once nothing invisible is left in it. */
function quoted(text: string): string {
  return replaceUnsafe(JSON.stringify(text), (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}
