/** Nothing is lost: processes killed at any moment, racing each other, or read while they write. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { describe as readDescription } from '../../../src/assess.ts'
import { openAnswerFile } from '../../../src/cli/io/answer-file.ts'
import { inFolder } from '../run.ts'
import { countIn, fileAfter } from './answers.ts'
import * as editing from './plain-editing.ts'
import { bundleSessions, ended, startSession } from './start-session.ts'

const started = { code: 0, signal: null, stderr: '' }
const inFile = (folder: string) => readFileSync(join(folder, 'org.yaml'), 'utf8')
const putFile = (folder: string) => writeFileSync(join(folder, 'org.yaml'), editing.head)
const world = (folder: string) => ({ folder }) as Parameters<typeof openAnswerFile>[1]

/** One life of a session: it goes on after `number`, is killed after a while, and the last answer known to be saved comes back. */
async function killOnce(folder: string, number: number): Promise<number> {
  const child = startSession(['answer', folder, String(number + 1)])
  const end = ended(child)
  let told = 0
  const enough = Math.floor(Math.random() * 8)
  await new Promise<void>((resolve) => {
    child.stdout!.on('data', (chunk) => {
      told += String(chunk).split('\n').length - 1
      if (told > enough) resolve()
    })
  })
  await wait(Math.random() * 5)
  child.kill('SIGKILL')
  const { signal, stdout, stderr } = await end
  expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' })
  const numbers = stdout.split('\n').slice(1, -1)
  expect(numbers.filter((line) => !/^\d+$/.test(line))).toEqual([])
  return numbers.length === 0 ? number : Number(numbers.at(-1))
}

describe.runIf(process.platform === 'linux')('a session that is killed', () => {
  bundleSessions()

  it('200 times at any moment loses no answer, leaves a whole file, and the next one goes on', async () => {
    const lives = Array.from({ length: 4 }, () =>
      inFolder(async (folder) => {
        putFile(folder)
        let number = -1
        for (let life = 0; life < 50; life++) {
          const told = await killOnce(folder, number)
          const text = inFile(folder)
          // It may have been killed between saving an answer and saying so.
          number = text === fileAfter(told) ? told : told + 1
          expect(text).toBe(fileAfter(number))
          expect(readDescription(text, { file: 'org.yaml' }).diagnostics).toEqual([])
          expect(readdirSync(folder).length).toBeLessThanOrEqual(4)
        }
        const file = openAnswerFile('org.yaml', world(folder), () => [], editing)
        expect(readdirSync(folder).sort()).toEqual(['.org.yaml.lock', 'org.yaml'])
        file.close()
        expect(readdirSync(folder)).toEqual(['org.yaml'])
        return number
      }),
    )
    expect(Math.min(...(await Promise.all(lives)))).toBeGreaterThan(50)
  }, 180_000)

  it('is never seen with half a file by who reads all the time', async () => {
    await inFolder(async (folder) => {
      putFile(folder)
      const whole = new Set(Array.from({ length: 151 }, (_, index) => fileAfter(index - 1)))
      const child = startSession(['answer some', folder, '150'])
      const end = ended(child)
      const seen = new Set<string>()
      while (child.exitCode === null) {
        for (let time = 0; time < 50; time++) seen.add(inFile(folder))
        await wait(0)
      }
      expect(await end).toMatchObject(started)
      expect([...seen].filter((text) => !whole.has(text))).toEqual([])
      expect(seen.size).toBeGreaterThan(20)
      expect(inFile(folder)).toBe(fileAfter(149))
    })
  })
})

describe.runIf(process.platform === 'linux')('two sessions at once', () => {
  bundleSessions()

  it('lose no update in 50 rounds each', async () => {
    await inFolder(async (folder) => {
      putFile(folder)
      const both = [1, 2].map(() => ended(startSession(['count', folder, '50'])))
      for (const end of await Promise.all(both)) expect(end).toMatchObject(started)
      expect(countIn(inFile(folder))).toBe(100)
      expect(readdirSync(folder)).toEqual(['org.yaml'])
    })
  })

  it('never both take over the same stale lock', async () => {
    await inFolder(async (folder) => {
      const three = [1, 2, 3].map(() => ended(startSession(['take over', folder, '40'])))
      for (const end of await Promise.all(three)) expect(end).toMatchObject(started)
      expect(readdirSync(folder)).toEqual(['.lock'])
    })
  })
})
