/** What a typed line is: a command, or an answer. The same everywhere, whatever is asked. */
import { didYouMean } from '../../diagnostics/suggest.ts'

export type CommandName =
  | 'back'
  | 'skip'
  | 'jump'
  | 'flag'
  | 'undo'
  | 'why'
  | 'again'
  | 'help'
  | 'result'
  | 'review'
  | 'depth'
  | 'quit'
  | 'practice'
  | 'evidence'
  | 'owner'
  | 'confidence'
  | 'note'
  | 'edit'

export type Line =
  | { readonly type: 'command'; readonly name: CommandName; readonly argument: string }
  | { readonly type: 'answer'; readonly text: string }
  | { readonly type: 'refused'; readonly why: string }

/** What each command does, in the order in which help lists them. */
export const commandHelp: Readonly<Record<CommandName, string>> = {
  back: 'to the question before; nothing is discarded',
  skip: 'leave this question as it is and go on',
  jump: 'to another element, as in :jump 6.4',
  flag: 'mark this element for review, or take the mark away',
  undo: 'take the last answer back',
  why: 'why this is asked, what it serves and what depends on it',
  again: 'show the question again',
  practice: 'what is done today, in a sentence',
  evidence: 'add a piece of evidence',
  owner: 'who answers for it',
  confidence: 'how sure the answer is',
  note: 'a remark',
  edit: 'where a text is asked: write it in your editor',
  result: 'the assessment as it stands now',
  review: 'what is open, flagged or contradictory, and finish',
  depth: 'scan, levels or criteria, as in :depth criteria',
  help: 'this list',
  quit: 'stop here; everything answered is saved',
}

/** Single letters, where a choice is asked. The letters that answers use are left out. */
const letters: Readonly<Record<string, CommandName>> = {
  b: 'back',
  s: 'skip',
  j: 'jump',
  g: 'jump',
  f: 'flag',
  u: 'undo',
  h: 'help',
  '?': 'why',
  r: 'result',
  v: 'review',
  q: 'quit',
}
const shortened: Readonly<Record<string, CommandName>> = { ...letters, exit: 'quit', '?': 'why', w: 'why' }

/** `choosing`: a choice is asked, so that single letters are commands unless they are among `keys`. */
export function readLine(
  line: string,
  { choosing, keys }: { readonly choosing: boolean; readonly keys: readonly string[] },
): Line {
  // Tabs come with pasted tables; they are blanks to us.
  const text = line.replaceAll('\t', ' ').trim()
  const control = /[\u0000-\u001f\u007f-\u009f]/.exec(text)
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).padStart(2, '0')
    return {
      type: 'refused',
      why: `That held a control character (${code}), which no answer may hold. Nothing was taken.`,
    }
  }
  if (/[\ufffe\uffff]|\p{Cs}/u.test(text))
    return { type: 'refused', why: 'That held something that is no character. Nothing was taken.' }
  if (text.startsWith('::')) return { type: 'answer', text: text.slice(1) }
  if (text.startsWith(':')) return readCommand(text.slice(1))
  if (text === '?') return { type: 'command', name: 'why', argument: '' }
  const letter = text.toLowerCase()
  if (choosing && !keys.includes(letter) && Object.hasOwn(letters, letter))
    return { type: 'command', name: letters[letter]!, argument: '' }
  return { type: 'answer', text }
}

function readCommand(text: string): Line {
  const [, word = '', argument = ''] = /^\s*(\S*)\s*(.*)$/su.exec(text)!
  const name = word.toLowerCase()
  if (Object.hasOwn(commandHelp, name)) return { type: 'command', name: name as CommandName, argument }
  if (Object.hasOwn(shortened, name)) return { type: 'command', name: shortened[name]!, argument }
  const hint = didYouMean(name, Object.keys(commandHelp))?.replaceAll(/"(\w+)"/g, ':$1')
  return {
    type: 'refused',
    why: `There is no command :${name.slice(0, 40)}${hint === undefined ? '' : `; ${hint}`} :help lists them. A text that begins with a colon is typed with two.`,
  }
}
