/** Fills the placeholders of a rule's message with what the description says. */
import type { Description, Standing } from '../types/description.ts'
import type { Framework } from '../types/framework.ts'
import { listWords, showSafely } from '../util/show.ts'
import type { Conclusion } from './conclude-subject.ts'
import { type FrameworkIndex, indexFramework } from './framework-index.ts'
import { itemValue, shown } from './operands/field.ts'

/** Every `{…}`; what is inside is checked when a pack loads. */
export const placeholder = /\{([^{}]*)\}/g

/** A filled message is never longer, whatever a description or a pack repeats in it. */
const longestMessage = 2000

/** `{6.2.1}`, `{this.level}`, `{item.title}` and the like; a placeholder that means nothing stays as it is. */
export function messageOf(
  template: string,
  description: Description,
  { element, item }: Conclusion,
  framework: Framework,
): string {
  const index = indexFramework(framework)
  const { positions, elements } = index
  let added = 0
  const filled = template.replace(placeholder, (written, name: string) => {
    if (added > longestMessage) return ''
    const text = fill(written, name)
    added += text.length
    return text
  })
  return filled.length <= longestMessage
    ? filled
    : `${filled.slice(0, longestMessage - 1).replace(/[\ud800-\udbff]$/, '')}…`

  function fill(written: string, name: string): string {
    const named = description.standings.get(name)
    if (named) return levelText(named)
    if (name.startsWith('item.'))
      return item ? valueText(itemValue(item, name.slice('item.'.length))) : written
    const standing = element === null ? undefined : description.standings.get(element)
    if (!standing || element === null) return written
    if (name === 'this') return element
    if (name === 'this.title') return elements[positions.get(element)!]!.title
    if (name === 'this.freshness') return String(elements[positions.get(element)!]!.freshness)
    if (name === 'this.weakest') return weakestOf(positions.get(element)!, index, description)
    return thisText(name, standing) ?? written
  }
}

/** What `{this…}` can name beside its number and title. */
export const thisFields = [
  'this',
  'this.title',
  'this.level',
  'this.target',
  'this.evidenced',
  'this.cited',
  'this.owner',
  'this.planned',
  'this.freshness',
  'this.weakest',
]

function thisText(name: string, standing: Standing): string | undefined {
  if (name === 'this.level') return levelText(standing)
  if (name === 'this.target') return String(standing.target)
  if (name === 'this.evidenced' || name === 'this.cited') {
    const carried = standing[name === 'this.cited' ? 'cited' : 'evidenced']
    return carried === null ? levelText(standing) : String(carried)
  }
  if (name === 'this.planned') return valueText(standing.planned)
  return name === 'this.owner' ? valueText(standing.owner) : undefined
}

/** `5.1.4 Culture (level 1)`: the lowest of what an element needs first, all of them where several stand as low. */
function weakestOf(position: number, { needs, elements }: FrameworkIndex, description: Description): string {
  const needed = needs[position]!.map((other) => ({
    ...elements[other]!,
    standing: description.standings.get(elements[other]!.id)!,
  })).filter(({ standing }) => standing.state !== 'not-applicable')
  const lowest = Math.min(...needed.map(({ standing }) => standing.highest))
  const weakest = needed.filter(({ standing }) => standing.highest === lowest)
  if (weakest.length === 0) return 'nothing'
  return listWords(
    weakest.map(({ id, title, standing }) =>
      standing.state === 'not-assessed' && lowest === 5
        ? `${id} ${title} (not assessed)`
        : `${id} ${title} (level ${levelText(standing)})`,
    ),
  )
}

/** A level that is known only within bounds is said so. */
function levelText({ state, level, lowest, highest }: Standing): string {
  if (state === 'not-applicable') return 'not applicable'
  if (level !== null) return String(level)
  return lowest === 0 && highest === 5 ? 'not assessed' : `${lowest} to ${highest}`
}

function valueText(value: unknown): string {
  const text = shown(value)
  return text === null || text === '' ? 'not stated' : showSafely(String(text).slice(0, longestMessage))
}
