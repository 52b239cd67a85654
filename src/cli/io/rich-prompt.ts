/** A line to type with the choices at hand: up and down go through them, and what is typed is spelled out below. */
import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isTabKey,
  isUpKey,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core'
import type { Choice } from '../../interview/loop/view.ts'
import { replaceUnsafe } from '../../util/show.ts'
import type { TerminalKeys } from './terminal-keys.ts'

export interface RichAsk {
  /** Ready to print, in front of the line. */
  readonly label: string
  readonly choices: readonly Choice[]
  readonly keys: TerminalKeys
  /** What the typed beginning of a file's name becomes, and what else it could become. */
  readonly complete:
    | ((typed: string) => { readonly line: string; readonly others: readonly string[] })
    | undefined
  /** A line below the prompt for what is typed, on one line, or nothing. */
  below(line: string): string
  /** For a hint of the prompt's own. */
  quiet(text: string): string
}

/** `undefined` for the end of input (Ctrl-D on an empty line). */
export const richPrompt: (
  config: RichAsk,
  context: { readonly input: NodeJS.ReadableStream; readonly signal: AbortSignal },
) => Promise<string | undefined> = createPrompt<string | undefined, RichAsk>((config, done) => {
  const { label, choices, keys, complete, below, quiet } = config
  const [line, setLine] = useState('')
  const [hint, setHint] = useState('')
  const [, setTick] = useState(0)
  const [isDone, setDone] = useState(false)
  const ended = useRef(false)
  // Keys can come faster than states are drawn.
  const typed = useRef('')

  const show = (text: string) => {
    typed.current = text
    setLine(text)
  }

  useKeypress((key, rl) => {
    if (ended.current) return
    const replace = (text: string) => {
      rl.clearLine(0)
      rl.write(text)
      show(text)
    }
    if (isEnterKey(key)) {
      ended.current = true
      setDone(true)
      done(typed.current)
    } else if ((isUpKey(key) || isDownKey(key)) && choices.length > 0) {
      const at = choices.findIndex((choice) => choice.key === typed.current)
      const step = isUpKey(key) ? -1 : 1
      const next =
        at < 0 ? (step > 0 ? 0 : choices.length - 1) : (at + step + choices.length) % choices.length
      replace(choices[next]!.key)
    } else if (isTabKey(key)) {
      const completed = complete?.(typed.current)
      replace(completed?.line ?? typed.current)
      setHint(completed ? completed.others.join('  ') : '')
    } else {
      setHint('')
      show(rl.line)
    }
  })

  // Last, so that what was typed ahead finds everything in place.
  useEffect((rl) => {
    const finish = () => {
      if (ended.current) return
      ended.current = true
      setDone(true)
      done(undefined)
    }
    rl.on('close', finish)
    keys.listen({
      paste: (text) => {
        const flat = text.replace(/[\t\r\n]+/g, ' ').trimEnd()
        if (/[\u0000-\u001f\u007f-\u009f]/.test(flat)) {
          setHint('The pasted text contains control characters; it was ignored.')
          return
        }
        rl.write(flat)
        setHint('')
        show(rl.line)
      },
      redraw: () => setTick(Date.now()),
    })
    return () => rl.removeListener('close', finish)
  }, [])

  // As many units as were typed, so that the cursor stays where it is.
  const safe = replaceUnsafe(line, (character) => '?'.repeat(character.length))
  const under = isDone ? '' : hint === '' ? below(line) : quiet(hint)
  return [`${label}${safe}`, under]
})
