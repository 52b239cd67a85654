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
  back: 'go to the previous question; answers are kept',
  skip: 'leave this question unchanged and go on',
  jump: 'go to another element, for example :jump 6.4',
  flag: 'flag this element for review, or remove the flag',
  undo: 'undo the last answer',
  why: 'why this matters: principles, prerequisites and dependents',
  again: 'repeat the question',
  practice: 'what is done today, in a sentence',
  evidence: 'add a piece of evidence',
  owner: 'the responsible role',
  confidence: 'how certain the answer is',
  note: 'add a note',
  edit: 'write a long text in your editor',
  result: 'show the assessment so far',
  review: 'list what is open, flagged or contradictory, then finish',
  depth: 'change to scan, levels or criteria',
  help: 'list the commands',
  quit: 'stop; all answers are saved',
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
      why: `Answers cannot contain control characters (found ${code}); nothing was saved.`,
    }
  }
  if (/[\ufffe\uffff]|\p{Cs}/u.test(text))
    return { type: 'refused', why: 'The answer contains an invalid character; nothing was saved.' }
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
    why: `Unknown command :${name.slice(0, 40)}${hint === undefined ? '.' : `; ${hint}`} :help lists the commands. To enter a text that begins with a colon, type two colons.`,
  }
}
