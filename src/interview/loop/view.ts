/** What a sitting shows and asks: plain data that a front end lays out, for the eye or for the ear. */
import type { Assessment } from '../../types/assessment.ts'
import type { ElementId } from '../../types/framework.ts'

/** Texts may come from the file or the pack: whoever prints them makes them safe. */
export type Part =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'question'; readonly text: string }
  | { readonly type: 'text'; readonly text: string }
  /** Quieter than a text. */
  | { readonly type: 'hint'; readonly text: string }
  /** What came of the last line. */
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'problem'; readonly text: string }
  | { readonly type: 'choices'; readonly choices: readonly Choice[] }
  | { readonly type: 'pairs'; readonly title: string; readonly pairs: readonly (readonly [string, string])[] }
  /** To be copied: never broken. */
  | { readonly type: 'commands'; readonly title: string; readonly commands: readonly string[] }
  /** `intervals`: a scan, which never claims a level of the whole. */
  | { readonly type: 'result'; readonly assessment: Assessment; readonly intervals: boolean }

export interface Choice {
  /** What is typed to take it. */
  readonly key: string
  readonly name: string
  readonly text?: string
  /** What the file says today. */
  readonly current?: boolean
}

export interface View {
  readonly parts: readonly Part[]
  readonly ask: Ask
}

export interface Ask {
  /** Short, in front of the line: `4.1.2 level`. */
  readonly label: string
  /** What may be typed, as a sentence; shown with a fresh question. */
  readonly hint: string
  /** What up and down go through; empty where a text is asked. */
  readonly choices: readonly Choice[]
  /** A text is an answer: what is pasted with line breaks is one. */
  readonly takesText: boolean
  /** Tab completes names of files. */
  readonly files: boolean
  /** Left out before there is a file. */
  readonly about?: About
}

export interface About {
  readonly question: string
  readonly element?: ElementId
  readonly criterion?: string
  /** `kind` or another fact of the organization; `practice`, `owner` or `note` of an element. */
  readonly field?: string
}
