/**
 * The keyboard during a sitting, between the terminal and the prompts: raw from the first question to the last, so that nothing
 * typed while an answer is saved is lost or echoed twice. What is pasted comes as one piece, whatever it holds.
 */
import { PassThrough } from 'node:stream'

export interface TerminalKeys {
  /** What prompts read from. Gets at most one line per prompt. */
  readonly input: PassThrough
  /** Called by a prompt once it listens; `paste` gets whole pastes, `redraw` is called after a pause. */
  listen(prompt: { paste(text: string): void; redraw(): void }): void
  /** The screen may be gone: after Ctrl-Z and `fg`. */
  redraw(): void
  /** For another program that needs the terminal as it was. Where `work` fails, nobody reads any more. */
  lend<T>(work: () => Promise<T>): Promise<T>
  /** Gives the terminal back. */
  close(): void
}

const pasteStart = '\u001b[200~'
const pasteEnd = '\u001b[201~'
const bracketedOn = '\u001b[?2004h'
const bracketedOff = '\u001b[?2004l'

interface Piece {
  readonly pasted: boolean
  readonly text: string
}

/** Several lines, or one without any key that edits: letter by letter, a long line would be drawn thousands of times. */
function isPasted(text: string): boolean {
  return /[\r\n][^\r\n]/.test(text) || !/[^\P{Cc}\t\r\n]/u.test(text)
}

/** Ctrl-C and Ctrl-Z become the signals they are where the terminal itself edits lines; `signals.ts` says what follows. */
export function openKeys(): TerminalKeys {
  const { stdin, stdout } = process
  const input = new PassThrough()
  const queue: Piece[] = []
  let prompt: { paste(text: string): void; redraw(): void } | undefined
  /** What came of a paste whose end is still on its way. */
  let pasting: string | undefined
  let isLent = false

  const deliver = () => {
    while (prompt && queue.length > 0) {
      const { pasted, text } = queue.shift()!
      if (pasted) prompt.paste(text)
      else {
        // The line is done with it, and the prompt.
        if (/[\r\n]$/.test(text)) prompt = undefined
        input.write(text)
      }
    }
  }
  const read = (chunk: string) => {
    const text = (pasting ?? '') + chunk
    if (pasting !== undefined || text.includes(pasteStart)) readPastes(text)
    // Terminals that do not mark what is pasted send it all at once; nobody types that fast.
    else if (text.length > 100 && isPasted(text)) readUnmarkedPaste(text)
    else readKeys(text)
    deliver()
  }
  const readPastes = (text: string) => {
    const inside = pasting !== undefined
    const start = inside ? 0 : text.indexOf(pasteStart)
    if (start < 0) return readKeys(text)
    readKeys(text.slice(0, start))
    const from = start + (inside ? 0 : pasteStart.length)
    const end = text.indexOf(pasteEnd, from)
    pasting = end < 0 ? text.slice(from) : undefined
    if (end < 0) return
    queue.push({ pasted: true, text: text.slice(from, end) })
    readPastes(text.slice(end + pasteEnd.length))
  }
  const readUnmarkedPaste = (text: string) => {
    const [, lines = text, end = ''] = /^(.*?)([\r\n]*)$/su.exec(text) ?? []
    queue.push({ pasted: true, text: lines })
    if (end !== '') queue.push({ pasted: false, text: '\r' })
  }
  const readKeys = (text: string) => {
    for (const part of text.split(/(?<=[\r\n\u0003\u001a])/)) {
      if (part.endsWith('\u0003')) {
        queue.length = 0
        // Not sent: Windows would end the process on the spot.
        process.emit('SIGINT', 'SIGINT')
      } else if (part.endsWith('\u001a')) {
        if (part.length > 1) queue.push({ pasted: false, text: part.slice(0, -1) })
        // Windows knows no pauses.
        if (process.platform !== 'win32') process.kill(process.pid, 'SIGTSTP')
      } else if (part !== '') queue.push({ pasted: false, text: part })
    }
  }
  const end = () => void input.end()

  const begin = () => {
    stdin.setRawMode(true)
    stdout.write(bracketedOn)
    stdin.on('data', read)
    stdin.resume()
  }
  const pause = () => {
    stdin.off('data', read)
    stdin.pause()
    stdin.setRawMode(false)
    stdout.write(bracketedOff)
  }

  stdin.setEncoding('utf8')
  stdin.on('end', end)
  stdin.on('error', end)
  begin()
  return {
    input,
    listen: (next) => {
      prompt = next
      deliver()
    },
    redraw: () => {
      if (isLent) return
      stdout.write(bracketedOn)
      prompt?.redraw()
    },
    lend: async (work) => {
      isLent = true
      pause()
      const result = await work()
      begin()
      isLent = false
      return result
    },
    close: () => {
      stdin.off('end', end)
      pause()
    },
  }
}
