/** The compiled code that the command keeps beside the program: that it is used, never wrongly, and costs nobody anything. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, repository, small } from '../cli/run.ts'

const { openProgram } = createRequire(import.meta.url)('../../bin/compiled-code.cjs')

/** Where compiled code of a program is kept, by command. */
const keptFile = (program: string, command: string) =>
  join(program, 'compiled', `${process.version}-${process.arch}`, `${command}.bin`)

/** A program of one file whose function says this word. */
function programOf(folder: string, word: string): void {
  writeFileSync(join(folder, 'start.cjs'), `exports.say=()=>"${word}"`)
}

/** Loads the program as the command does, lets it speak and keeps what was compiled. */
function speak(folder: string, ...words: string[]): string {
  const { load, keep } = openProgram(folder, words)
  const said = load('start.cjs').say()
  keep()
  return said
}

describe('compiled code', () => {
  it('is what runs next time, for the very same program', () =>
    inFolder(async (folder) => {
      programOf(folder, 'one')
      expect(speak(folder, 'assess')).toBe('one')
      const file = keptFile(folder, 'assess')
      // As if it had been compiled from another program of the same length: that shows which of both speaks.
      writeFileSync(file, readFileSync(file, 'latin1').replaceAll('"one"', '"two"'), 'latin1')
      programOf(folder, 'two')
      expect(speak(folder, 'assess')).toBe('one')
    }))

  it('of another program of the same length is not run', () =>
    inFolder(async (folder) => {
      programOf(folder, 'one')
      speak(folder, 'assess')
      programOf(folder, 'two')
      expect(speak(folder, 'assess')).toBe('two')
      expect(speak(folder, 'assess')).toBe('two')
    }))

  it('is written once for calls of a kind, and again for another kind, up to twenty', () =>
    inFolder(async (folder) => {
      programOf(folder, 'one')
      const file = keptFile(folder, 'assess')
      const isWritten = (...words: string[]) => {
        if (existsSync(file)) utimesSync(file, 0, 0)
        speak(folder, 'assess', ...words)
        return statSync(file).mtimeMs > 0
      }
      expect(isWritten('a.yaml')).toBe(true)
      expect(isWritten('b.yaml')).toBe(false)
      expect(isWritten('b.yaml', '--format', 'json')).toBe(true)
      expect(isWritten('--format', 'json', 'a.yaml')).toBe(false)
      expect(isWritten('b.yaml', '--format', 'json')).toBe(false)
      expect(isWritten('b.yaml', '--as-of', '2026-01-01')).toBe(true)
      expect(isWritten('b.yaml', '--as-of', '2027-12-31')).toBe(false)
      for (const letter of 'abcdefghijklmnopq') expect(isWritten(`--${letter}`)).toBe(true)
      expect(isWritten('b.csv', '--top', '3')).toBe(false)
    }))

  it('that is damaged is not run but written anew', () =>
    inFolder(async (folder) => {
      programOf(folder, 'one')
      speak(folder, 'assess')
      const file = keptFile(folder, 'assess')
      const right = readFileSync(file)
      const damaged = [
        Buffer.alloc(0),
        Buffer.alloc(3),
        Buffer.alloc(right.length),
        right.subarray(0, right.length - 1),
        Buffer.concat([right, Buffer.alloc(1)]),
        Buffer.from(right.map((byte) => byte ^ 255)),
        Buffer.from('\u0002\0\0\0[]\u0002\0\0\0[]'),
        Buffer.from(`${'\u0017\0\0\0{"kinds":7,"sizes":[]} '.repeat(2)}`),
        ...Array.from({ length: 40 }, (_, part) => {
          const bytes = Buffer.from(right)
          bytes[Math.floor((right.length * part) / 40)]! ^= 1 << (part % 8)
          return bytes
        }),
      ]
      for (const bytes of damaged) {
        writeFileSync(file, bytes)
        expect(speak(folder, 'assess')).toBe('one')
        const written = readFileSync(file)
        expect(written.length).toBeGreaterThan(right.length / 2)
        expect(speak(folder, 'assess')).toBe('one')
        expect(readFileSync(file).equals(written)).toBe(true)
      }
    }))

  it.skipIf(process.platform === 'win32')(
    'that others may write is not run, and none is made that they may',
    () =>
      inFolder(async (folder) => {
        programOf(folder, 'one')
        const code = `require(process.argv[1]).openProgram(process.argv[2], ['assess'])`
        const program = `const program = ${code}; program.load('start.cjs').say(); program.keep()`
        const starter = join(repository, 'bin', 'compiled-code.cjs')
        const words = ['-c', 'umask 0; exec "$@"', 'sh', process.execPath, '-e', program, starter, folder]
        execFileSync('sh', words)
        const file = keptFile(folder, 'assess')
        for (const place of [file, dirname(file), dirname(dirname(file))])
          expect(statSync(place).mode & 0o022).toBe(0)
        writeFileSync(file, readFileSync(file, 'latin1').replaceAll('"one"', '"two"'), 'latin1')
        programOf(folder, 'two')
        chmodSync(file, 0o666)
        expect(speak(folder, 'assess')).toBe('two')
        expect(statSync(file).mode & 0o022).toBe(0)
      }),
  )

  it.runIf(process.platform === 'linux')('is not waited for where something else stands in its place', () =>
    inFolder(async (folder) => {
      programOf(folder, 'one')
      const file = keptFile(folder, 'assess')
      mkdirSync(dirname(file), { recursive: true })
      for (const make of [
        () => execFileSync('mkfifo', [file]),
        () => symlinkSync('/dev/zero', file),
        () => mkdirSync(file),
      ]) {
        make()
        expect(speak(folder, 'assess')).toBe('one')
        rmSync(file, { recursive: true, force: true })
      }
    }),
  )

  it('knows of the words of a call no more than which kind of call they make', () =>
    inFolder(async (folder) => {
      programOf(folder, 'one')
      const words = [
        'Dr. Smith',
        '--set',
        '4.1.2.note=Umsatz. Größe',
        'Secret.plan',
        '--by',
        'J. Doe',
        '-oDeal.md',
      ]
      for (let call = 0; call < 30; call++) speak(folder, 'interview', ...words, `Страница. ${call}`)
      const file = keptFile(folder, 'interview')
      const kept = readFileSync(file, 'utf8')
      for (const word of ['Smith', 'Secret', 'plan', 'Doe', 'Deal', 'set', 'Страница'])
        expect(kept).not.toContain(word)
      expect(statSync(file).size).toBeLessThan(10_000)
    }))

  it('is not kept where nothing can be written', () =>
    inFolder(async (folder) => {
      programOf(folder, 'one')
      writeFileSync(join(folder, 'compiled'), 'a file where the folder would be')
      expect(speak(folder, 'assess')).toBe('one')
    }))

  it('is left to the process that writes it, unless that was ended long ago', () =>
    inFolder(async (folder) => {
      programOf(folder, 'one')
      const file = keptFile(folder, 'assess')
      const unfinished = `${file}.new`
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(unfinished, 'half')
      speak(folder, 'assess')
      expect(readdirSync(dirname(file))).toEqual(['assess.bin.new'])
      utimesSync(unfinished, 0, 0)
      speak(folder, 'assess')
      speak(folder, 'assess')
      expect(readdirSync(dirname(file))).toEqual(['assess.bin'])
    }))
})

describe('the command', () => {
  it('says the same with and without compiled code, and keeps none of a call that failed', () =>
    inFolder(async (folder) => {
      for (const name of ['bin', 'dist']) {
        const isProgram = (path: string) => !/dist[\\/](types|compiled)/.test(path)
        cpSync(join(repository, name), join(folder, name), { recursive: true, filter: isProgram })
      }
      writeFileSync(join(folder, 'unheard-of.yaml'), small.replace('Small Firm', 'A Name Nobody Else Has'))
      const dist = join(folder, 'dist')
      const call = (words: string[], env: Record<string, string> = {}) => {
        const { status, stdout, stderr } = spawnSync(
          process.execPath,
          [join(folder, 'bin', 'ims-gap.cjs'), ...words],
          {
            cwd: folder,
            env: { PATH: process.env['PATH'], ...env },
            encoding: 'utf8',
          },
        )
        return { status, stdout, stderr }
      }
      const plain = call(['assess', 'unheard-of.yaml'], { NODE_DISABLE_COMPILE_CACHE: '1' })
      expect(plain).toMatchObject({ status: 0, stderr: '' })
      expect(call(['assess', 'nowhere.yaml']).status).toBe(4)
      expect(call(['asess', 'unheard-of.yaml']).status).toBe(2)
      expect(existsSync(join(dist, 'compiled'))).toBe(false)

      expect(call(['assess', 'unheard-of.yaml'])).toEqual(plain)
      const kept = readFileSync(keptFile(dist, 'assess'))
      expect(call(['assess', 'unheard-of.yaml'])).toEqual(plain)
      expect(readFileSync(keptFile(dist, 'assess')).equals(kept)).toBe(true)
      // Nothing of what was assessed is in it.
      for (const text of ['A Name Nobody Else Has', 'unheard-of.yaml']) {
        expect(kept.includes(text, 0, 'latin1')).toBe(false)
        expect(kept.includes(text, 0, 'utf16le')).toBe(false)
      }
    }))
})
