/** Asks for one line after the other without redrawing anything: the terminal itself edits the line. For screen readers. */
import { createInterface } from 'node:readline'
import { exitCode, Stop } from '../exit-code.ts'

export interface PlainLines {
  /**
   * `undefined` once there are no more. Rejects with the reason of `signal`. Where a text is asked, lines that come at once
   * are one text: they were pasted.
   */
  next(prompt: string, takesText: boolean, signal: AbortSignal): Promise<string | undefined>
  /** Says what is asked once more, where something is: after Ctrl-Z and `fg`. */
  again(): void
  /** Reads nothing while another program has the terminal. */
  lend<T>(work: () => Promise<T>): Promise<T>
  close(): void
}

/** In milliseconds: nobody types two lines in it. */
const pasteTime = 30

/** Systems pass on no more bytes than this of a line that the terminal edits. */
const longestLine = 4095

/** As much as a whole description may have. */
const longestInput = 1024 * 1024

export function openPlainLines(): PlainLines {
  const { stdin, stdout } = process
  const lines = createInterface({ input: stdin, terminal: false })
  const waiting: string[] = []
  let ended = false
  let length = 0
  let isTooLong = false
  let asking: string | undefined
  let wake = () => {}
  // The line reader would collect a line without end until there is no memory left.
  const measure = (chunk: Buffer | string) => {
    const end = chunk.lastIndexOf('\n')
    length = end === -1 ? length + chunk.length : chunk.length - end - 1
    if (length <= longestInput) return
    isTooLong = true
    stdin.off('data', measure)
    lines.close()
    stdin.destroy()
  }
  stdin.on('data', measure)
  lines.on('line', (line) => {
    waiting.push(line)
    wake()
  })
  lines.on('close', () => {
    ended = true
    wake()
  })
  stdin.on('error', () => lines.close())
  return {
    next: async (prompt, takesText, signal) => {
      stdout.write(prompt)
      asking = prompt
      if (waiting.length === 0 && !ended) {
        await new Promise<void>((resolve, reject) => {
          const abort = () => reject(signal.reason)
          if (signal.aborted) return abort()
          signal.addEventListener('abort', abort, { once: true })
          wake = () => {
            signal.removeEventListener('abort', abort)
            resolve()
          }
        })
      }
      if (takesText && (waiting[0]?.length ?? 0) > 2) {
        await new Promise((resolve) => setTimeout(resolve, pasteTime))
        waiting.splice(0, waiting.length, waiting.join(' '))
      }
      asking = undefined
      if (isTooLong)
        throw new Stop(exitCode.invalidInput, `a line of standard input has more than ${longestInput} bytes`)
      const line = waiting.shift()
      if (line !== undefined && stdin.isTTY && Buffer.byteLength(line) >= longestLine - 1)
        stdout.write(
          `The terminal truncates lines at ${longestLine} bytes: check the end of your text. Use :edit for longer texts.\n`,
        )
      return line
    },
    again: () => {
      if (asking !== undefined) stdout.write(asking)
    },
    lend: async (work) => {
      lines.pause()
      const result = await work()
      lines.resume()
      return result
    },
    close: () => {
      stdin.off('data', measure)
      lines.close()
    },
  }
}
