/** What to say where parsing stopped and no usual mistake was found: the parser's reasons in human words. */

import type { DiagnosticDraft } from '../diagnostics/diagnose.ts'
import type { Source } from '../types/document.ts'
import { anchorRefused, tagRefused } from './refuse-properties.ts'
import { isGap } from './skip-blank.ts'

type Words = Pick<DiagnosticDraft, 'code' | 'message' | 'hint'>

/** The first entry whose pattern fits the parser's reason. */
const explanations: readonly (readonly [reason: RegExp, words: Words])[] = [
  [
    /directive|%YAML/,
    {
      code: 'source/directive',
      message: 'directives such as %YAML are not supported',
      hint: 'delete this line',
    },
  ],
  [
    /alias/,
    {
      code: 'source/reserved-start',
      message: 'an unquoted text cannot begin with "*"',
      hint: 'put the whole text in quotes',
    },
  ],
  [
    /tab characters/,
    {
      code: 'source/tab',
      message: 'the line is indented with a tab',
      hint: 'use spaces: two for each level',
    },
  ],
  [
    /deficient indentation/,
    {
      code: 'source/indentation',
      message:
        'this line belongs to a text or brackets opened above, but is not indented deeper than their key',
      hint: 'indent it, or close the quote or bracket above',
    },
  ],
  [
    /escape sequence|hexadecimal/,
    {
      code: 'source/escape',
      message: 'the backslash begins an escape that means nothing',
      hint: 'double the backslash, or use single quotes',
    },
  ],
  [
    /quoted scalar/,
    {
      code: 'source/unclosed-quote',
      message: 'a quote is not closed',
      hint: 'close it at the end of the text',
    },
  ],
  [
    /within a flow collection/,
    { code: 'source/unclosed-bracket', message: 'a bracket is not closed', hint: 'write ] or } at its end' },
  ],
  [
    /missed comma/,
    {
      code: 'source/missing-comma',
      message: 'a comma is missing between two entries in brackets',
      hint: 'write "," before this',
    },
  ],
  [
    /found ','/,
    {
      code: 'source/missing-comma',
      message: 'there is nothing between two commas',
      hint: 'delete one of them',
    },
  ],
  [
    /whitespace character is expected after the key/,
    {
      code: 'source/space-after-colon',
      message: 'a space is missing after the colon',
      hint: 'write a space after it',
    },
  ],
  [
    /expected ':'|multiline key/,
    { code: 'source/missing-colon', message: 'a key without a colon', hint: 'write "key: value"' },
  ],
  [
    /block scalar|chomping|indentation width|line break is expected/,
    {
      code: 'source/reserved-start',
      message: 'an unquoted text cannot begin with "|" or ">", which announce a text on the lines below',
      hint: 'put the whole text in quotes',
    },
  ],
  [
    /sequence entry/,
    {
      code: 'source/indentation',
      message: 'this does not fit the list above',
      hint: 'indent every entry of a list alike and begin it with "- "',
    },
  ],
  [
    /mapping entry/,
    {
      code: 'source/indentation',
      message: 'this does not fit the keys above',
      hint: 'indent keys of one mapping alike; put texts with special characters in quotes',
    },
  ],
]

const general: Words = {
  code: 'source/syntax',
  message: 'the text cannot be read from here on',
  hint: 'look at indentation, quotes, brackets and colons here and on the line above',
}

export function explainSyntaxError(source: Source, reason: string, position: number): DiagnosticDraft {
  const { text } = source
  const end = Math.min(Math.max(position, 0), text.length)
  const isTag = /\btag\b/.test(reason) || text[end] === '!'
  if (isTag || /anchor/.test(reason) || text[end] === '&') {
    let start = end
    let stop = end
    while (start > 0 && !isGap(text[start - 1])) start--
    while (!isGap(text[stop])) stop++
    return isTag ? tagRefused(source, start, stop) : anchorRefused(source, start, stop)
  }
  const words = explanations.find(([pattern]) => pattern.test(reason))?.[1] ?? general
  return { ...words, at: { source, start: end, end: Math.min(end + 1, text.length) } }
}
