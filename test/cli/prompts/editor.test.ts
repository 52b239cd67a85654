/** The user's own editor in a real terminal: handed over, taken back, and no answer lost on the way. Needs the build. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, small } from '../run.ts'
import { interview, open, type Terminal, tool } from './pseudo-terminal.ts'

/** `script`: what the editor does with `$file`. Its temporary files go to a folder of their own. */
const withEditor = (
  script: string,
  use: (at: {
    folder: string
    env: Record<string, string>
    text: () => string
    left: () => string[]
  }) => Promise<void>,
) =>
  inFolder(async (folder) => {
    const path = join(folder, 'org.yaml')
    const temporary = join(folder, 'temporary')
    writeFileSync(path, small)
    mkdirSync(temporary)
    writeFileSync(join(folder, 'an-editor'), `#!/bin/bash\nfile="\${@: -1}"\n${script}\n`, { mode: 0o755 })
    await use({
      folder,
      env: { EDITOR: `${join(folder, 'an-editor')}  --wait`, TMPDIR: temporary },
      text: () => readFileSync(path, 'utf8'),
      left: () => readdirSync(temporary),
    })
  })

async function toNote(terminal: Terminal) {
  await terminal.see('4.1.1 level')
  terminal.type('2\r')
  await terminal.see('4.1.1 details')
  terminal.type(':note\r')
  await terminal.see('4.1.1 note')
  terminal.type(':edit\r')
}

describe.runIf(process.platform === 'linux')('an editor for long texts', () => {
  it.each([
    ['for the eye', {}],
    ['for screen readers', { IMS_GAP_ACCESSIBLE: '1' }],
  ])('%s: has the terminal, a private file and its own words; then the sitting goes on', (_, more) =>
    withEditor(
      'stat -c %a "$file" "$(dirname "$file")" > modes; echo "$1" >> modes; stty -a | grep -o -e "-*icanon" >> modes\n' +
        'read -p "in the editor: " line; echo "$line; \\$(touch no)" > "$file"',
      async ({ folder, env, text, left }) => {
        const terminal = interview(['org.yaml'], folder, { env: { ...env, ...more } })
        await toNote(terminal)
        await terminal.see('in the editor: ')
        terminal.type('a longer note\r')
        await terminal.see('note saved.')
        expect(text()).toContain('note: a longer note; $(touch no)\n')
        expect(readFileSync(join(folder, 'modes'), 'utf8')).toBe('600\n700\n--wait\nicanon\n')
        expect(left()).toEqual([])
        await terminal.see('details')
        terminal.type(':q\r')
        expect((await terminal.ended).code).toBe(0)
      },
    ),
  )

  it('VISUAL comes before EDITOR, and without either the sentence names both', () =>
    withEditor('echo from the editor > "$file"', async ({ folder, env, text }) => {
      const first = interview(['org.yaml'], folder, { env: { ...env, VISUAL: '/no/such -x' } })
      await toNote(first)
      await first.see('Editor /no/such (from VISUAL or EDITOR) not found; nothing was changed.')
      first.type(':q\r')
      await first.ended
      const second = interview(['org.yaml', '--from', '4.1.1'], folder, { env: { ...env, EDITOR: ' ' } })
      await toNote(second)
      await second.see('set VISUAL or EDITOR (for example')
      second.type('typed instead\r')
      await second.see('note saved.')
      second.type(':q\r')
      expect((await second.ended).code).toBe(0)
      expect(text()).toContain('note: typed instead')
    }))

  it('Ctrl-C is the editor’s own: one that goes on keeps the sitting, one that dies of it ends it with 130', () =>
    withEditor(
      '[ -e once ] || { trap "" INT; echo "ready"; touch once; read -t 20 line; echo kept > "$file"; exit; }\necho again; exec sleep 20',
      async ({ folder, env, text, left }) => {
        const shell = open('bash', ['--norc', '-i'], folder, { env: { ...env, PS1: 'prompt:' } })
        await shell.see('prompt:')
        shell.type('stty -a > before\r')
        await shell.see('prompt:')
        shell.type(`'${process.execPath}' '${tool}' interview org.yaml\r`)
        await toNote(shell)
        await shell.see('ready')
        shell.type('\u0003\r')
        await shell.see('note saved.')
        expect(text()).toContain('note: kept')
        await shell.see('4.1.1 details >')
        shell.type(':edit\r')
        await shell.see('again')
        shell.type('\u0003')
        await shell.see('Interrupted; every answer given is saved.')
        await shell.see('prompt:')
        shell.type('echo code $?; stty -a > after\r')
        await shell.see('code 130')
        await shell.see('prompt:')
        expect(readFileSync(join(folder, 'after'), 'utf8')).toBe(readFileSync(join(folder, 'before'), 'utf8'))
        expect(left()).toEqual([])
        shell.type('exit\r')
        await shell.ended
      },
    ))

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('%s meanwhile: answers are saved, and what the editor wrote is kept and named', (signal, code) =>
    withEditor(
      'echo written so far > "$file"; echo ready; exec sleep 20',
      async ({ folder, env, text, left }) => {
        const terminal = interview(['org.yaml'], folder, { env })
        await toNote(terminal)
        await terminal.see('ready')
        terminal.kill(signal)
        expect((await terminal.ended).code).toBe(code)
        expect(text()).toContain('4.1.1:\n    level: 2\n')
        const [kept] = left()
        const file = join(env['TMPDIR']!, kept!, 'text.txt')
        expect(terminal.text().replaceAll('\n', '')).toContain(`the text from the editor is in ${file}`)
        expect(readFileSync(file, 'utf8')).toBe('written so far\n')
      },
    ),
  )

  it.each([
    ['is not UTF-8', `printf 'a\\377' > "$file"`, /is not valid UTF-8; it is kept in/, true],
    ['is taken away', 'rm "$file"', 'The editor removed its file; nothing was changed.', false],
    ['comes with an error', 'exit 3', 'exited with code 3; nothing was changed.', false],
  ])('a text that %s changes nothing', (_, script, said, kept) =>
    withEditor(script, async ({ folder, env, text, left }) => {
      const terminal = interview(['org.yaml'], folder, { env })
      await toNote(terminal)
      await terminal.see(said)
      await terminal.see('4.1.1 note >')
      terminal.type(':q\r')
      expect((await terminal.ended).code).toBe(0)
      expect(text()).not.toContain('note')
      expect(left().length > 0).toBe(kept)
    }),
  )

  it('a folder for temporary files that is none is told', () =>
    withEditor('touch ran', async ({ folder, env }) => {
      // One that is not there would be made by the engine from Node 22 on.
      const none = join(folder, 'org.yaml', 'none')
      const terminal = interview(['org.yaml'], folder, { cols: 250, env: { ...env, TMPDIR: none } })
      await toNote(terminal)
      await terminal.see('Cannot create a temporary file for the editor (a part of the path is not a')
      terminal.type(':q\r')
      await terminal.ended
      expect(existsSync(join(folder, 'ran'))).toBe(false)
    }))
})
