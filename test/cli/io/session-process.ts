/** What the tests run as processes of their own, so that they can be killed, raced and starved: `node <bundle> <task> <folder>`. */
import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Stop } from '../../../src/cli/exit-code.ts'
import { openAnswerFile } from '../../../src/cli/io/answer-file.ts'
import { pause, takeLock } from '../../../src/cli/io/lock-file.ts'
import { watchSignals } from '../../../src/cli/io/signals.ts'
import type { World } from '../../../src/cli/io/world.ts'
import { writeWhole } from '../../../src/cli/io/write-file.ts'
import { answerNumber, countIn } from './answers.ts'
import * as editing from './plain-editing.ts'

const [, , task = '', folder = '', given = ''] = process.argv
const world = { folder } as World
const open = () => openAnswerFile('org.yaml', world, () => [], editing)
const say = (text: string) => writeSync(1, `${text}\n`)

/** Tries again as long as another process is in the way. */
function patiently<T>(work: () => T): T {
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof Stop) || error.code !== 5) throw error
      pause(Math.random() * 3)
    }
  }
}

const tasks: Record<string, () => void> = {
  /** Saves answers for ever, saying the number of each after it is saved. */
  answer: () => {
    say('ready')
    const file = open()
    for (let number = Number(given); ; number++) {
      file.save([answerNumber(number)])
      say(String(number))
    }
  },
  /** Saves as many answers as asked, then ends. */
  'answer some': () => {
    const file = open()
    for (let number = 0; number < Number(given); number++) file.save([answerNumber(number)])
    file.close()
  },
  /** Adds one to a number in the file, as often as asked, opening it again each time. */
  count: () => {
    for (let round = 0; round < Number(given); round++) {
      const file = patiently(open)
      file.save([{ path: ['practices', '6.4', 'owner'], value: countIn(file.text) + 1 }])
      file.close()
    }
  },
  /** Takes a lock that its holder, killed, seems to have left behind; fails when two hold it at once. */
  'take over': () => {
    const lock = join(folder, '.lock')
    const inside = join(folder, 'inside')
    for (let round = 0; round < Number(given); round++) {
      patiently(() => takeLock(lock, { subject: 'it', lock }))
      writeFileSync(inside, '', { flag: 'wx' })
      pause(Math.random())
      rmSync(inside)
      const dead = { ...JSON.parse(readFileSync(lock, 'utf8')), pid: 99_999_999 }
      dead.token = randomBytes(4).toString('hex')
      writeFileSync(lock, JSON.stringify(dead))
    }
  },
  /** One answer; the code is that of the command. */
  'save once': () => void open().save([answerNumber(1)]),
  'write once': () => void writeWhole('org.yaml', 'new', folder),
  /** A prompt: raw, cursor hidden, paste in brackets, waiting for a signal. A deaf one does not listen to being aborted. */
  prompt: () => {
    const watch = watchSignals(() => say(`goes on ${++pauses}, ${process.stdin.isRaw ? 'raw' : 'not raw'}`))
    let pauses = 0
    const file = open()
    file.save([answerNumber(1)])
    process.stdin.resume()
    const stay = setInterval(() => {}, 1000)
    if (process.stdin.isTTY) {
      process.stdin.setRawMode(true)
      say('\u001b[?25l\u001b[?2004h')
    }
    watch.signal.addEventListener('abort', () => {
      if (given === 'deaf') return
      clearInterval(stay)
      process.stdin.pause()
      file.close()
      watch.end()
    })
    if (given === 'crash') throw new Error('crash')
    say(`process ${process.pid} ready`)
  },
  /** A line is asked with node's own reader, which prompts are built on. */
  line: () => {
    const watch = watchSignals()
    const reader = createInterface({ input: process.stdin, output: process.stdout, terminal: true })
    reader.question(`process ${process.pid} ready`, (line) => {
      say(`got ${line}`)
      reader.close()
      watch.end()
    })
  },
}

try {
  tasks[task]!()
} catch (error) {
  if (!(error instanceof Stop)) throw error
  say(`${error.message}; ${error.hint}`)
  process.exitCode = error.code
}
