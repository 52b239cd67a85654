/** What `explain` says, as plain data: a small document that a reporter lays out for a terminal, Markdown or JSON. */

export interface Explanation {
  readonly kind:
    | 'pack'
    | 'element'
    | 'clause'
    | 'principle'
    | 'rule'
    | 'diagnostic'
    | 'term'
    | 'level'
    | 'score'
  readonly id: string
  readonly title: string
  readonly sections: readonly Section[]
}

export interface Section {
  /** Null for the opening, which needs no heading. */
  readonly heading: string | null
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  /** Pairs of a short label and a text. */
  | { readonly type: 'pairs'; readonly pairs: readonly (readonly [label: string, text: string])[] }
  | {
      readonly type: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly type: 'code'; readonly text: string }

/** A section, or nothing where it would be empty. */
export function section(heading: string | null, ...blocks: readonly (Block | undefined)[]): Section[] {
  const filled = blocks.filter((block) => block !== undefined).filter((block) => !isEmpty(block))
  return filled.length === 0 ? [] : [{ heading, blocks: filled }]
}

export const paragraph = (text: string | null | undefined): Block => ({ type: 'paragraph', text: text ?? '' })
export const list = (items: readonly string[]): Block => ({ type: 'list', items })
export const pairs = (...entries: readonly (readonly [string, string] | undefined)[]): Block => ({
  type: 'pairs',
  pairs: entries.filter((entry) => entry !== undefined && entry[1] !== '') as (readonly [string, string])[],
})

function isEmpty(block: Block): boolean {
  if (block.type === 'paragraph' || block.type === 'code') return block.text === ''
  if (block.type === 'list') return block.items.length === 0
  if (block.type === 'pairs') return block.pairs.length === 0
  return block.rows.length === 0
}
