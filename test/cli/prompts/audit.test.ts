/** `--audit`: who answered what and when, a line each, and nothing of it where nobody asks. Needs the build. */
import { existsSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { World } from '../../../src/cli/io/world.ts'
import { openAudit } from '../../../src/cli/prompts/audit.ts'
import { toolVersion } from '../../../src/version.ts'
import { inFolder, run, small } from '../run.ts'
import { interview } from './pseudo-terminal.ts'

const withFile = (
  use: (at: { folder: string; audit: string; lines: () => Record<string, unknown>[] }) => Promise<void>,
) =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, 'org.yaml'), small)
    const audit = join(folder, 'audit.jsonl')
    const lines = () =>
      readFileSync(audit, 'utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line))
    await use({ folder, audit, lines })
  })
const by = ['--audit', 'audit.jsonl', '--by', 'Ana \u202eLima']

describe('the audit file', () => {
  it('gets a line for each call that saves: when, who, with what, and every change', () =>
    withFile(async ({ folder, audit, lines }) => {
      const set = ['--set', '6.2.1.level=3', '--set', '4.1.2.owner=Head of strategy']
      expect((await run(['interview', 'org.yaml', ...set, ...by], { folder })).code).toBe(0)
      expect((await run(['interview', 'org.yaml', ...set, ...by], { folder })).code).toBe(0)
      const later = ['--set', '4.1.2.owner=']
      expect(
        (await run(['interview', 'org.yaml', ...later, ...by], { folder, today: '2026-11-25' })).code,
      ).toBe(0)
      expect(lines()).toEqual([
        {
          when: '2026-11-24T09:30:00Z',
          by: 'Ana \u202eLima',
          tool: `ims-gap ${toolVersion}`,
          file: 'org.yaml',
          changes: [
            { path: ['practices', '6.2.1', 'level'], before: 2, after: 3 },
            { path: ['practices', '4.1.2', 'owner'], before: null, after: 'Head of strategy' },
          ],
        },
        {
          when: '2026-11-25T09:30:00Z',
          by: 'Ana \u202eLima',
          tool: `ims-gap ${toolVersion}`,
          file: 'org.yaml',
          changes: [{ path: ['practices', '4.1.2', 'owner'], before: 'Head of strategy', after: null }],
        },
      ])
      expect(readFileSync(audit, 'utf8')).not.toContain('\u202e')
      expect(statSync(audit).mode & 0o777).toBe(0o600)
      expect(readFileSync(join(folder, 'org.yaml'), 'utf8')).not.toMatch(/Ana|2026-11/)
    }))

  it('goes on after a line that was cut off', () =>
    withFile(async ({ folder, audit }) => {
      writeFileSync(audit, '{"when":"2026-01-01T00:00:00Z","by":"An')
      await run(['interview', 'org.yaml', '--set', '6.2.1.level=3', ...by], { folder })
      const [cut, whole, rest] = readFileSync(audit, 'utf8').split('\n')
      expect(cut).toBe('{"when":"2026-01-01T00:00:00Z","by":"An')
      expect(JSON.parse(whole!)).toMatchObject({ when: '2026-11-24T09:30:00Z' })
      expect(rest).toBe('')
    }))

  it.each([
    [['--audit', 'audit.jsonl'], 2, '--audit needs --by'],
    [['--by', 'Ana'], 2, '--by needs --audit'],
    [['--audit', 'audit.jsonl', '--by', ' '], 2, '--by is empty'],
    [['--audit', './org.yaml', '--by', 'Ana'], 2, '--audit must not be the description itself'],
    [['--audit', 'other.yaml', '--by', 'Ana'], 2, 'other.yaml is not an audit file; nothing was added'],
    [['--audit', 'no/audit.jsonl', '--by', 'Ana'], 4, 'no such file: no/audit.jsonl'],
    [['--audit', '.', '--by', 'Ana'], 4, '. is not a regular file'],
  ])('%j ends with %i, and nothing is answered', (argv, code, message) =>
    withFile(async ({ folder }) => {
      writeFileSync(join(folder, 'other.yaml'), 'a: 1\n')
      const ended = await run(['interview', 'org.yaml', '--set', '6.2.1.level=3', ...argv], { folder })
      expect(ended).toMatchObject({ code, stderr: expect.stringContaining(message) })
      expect(readFileSync(join(folder, 'org.yaml'), 'utf8')).toBe(small)
      expect(readFileSync(join(folder, 'other.yaml'), 'utf8')).toBe('a: 1\n')
      expect(existsSync(join(folder, 'audit.jsonl'))).toBe(false)
    }),
  )

  it.runIf(process.platform === 'linux')(
    'a sitting adds its answers, the beginning and what is undone too',
    () =>
      withFile(async ({ folder, lines }) => {
        const terminal = interview(['new.yaml', '--audit', 'audit.jsonl', '--by', 'Ana Lima'], folder)
        for (const [label, typed] of [
          ['name >', 'Harbour'],
          ['kind >', '1'],
          ['size >', '1'],
          ['depth >', ':jump 6.4'],
          ['6.4 level >', '2'],
          ['6.4 details >', ':undo'],
          ['6.4 level >', ':q'],
        ] as const) {
          await terminal.see(label)
          terminal.type(`${typed}\r`)
        }
        await terminal.see("ims-gap interview --audit audit.jsonl --by 'Ana Lima' new.yaml")
        expect((await terminal.ended).code).toBe(0)
        expect(lines().map(({ changes }) => changes)).toEqual([
          [
            { path: ['organization', 'name'], before: null, after: 'Harbour' },
            { path: ['organization', 'kind'], before: null, after: 'established' },
            { path: ['organization', 'size'], before: null, after: 'micro' },
          ],
          [{ path: ['practices', '6.4', 'level'], before: null, after: 2 }],
          [{ path: ['practices', '6.4', 'level'], before: 2, after: null }],
        ])
        for (const { when } of lines()) expect(when).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      }),
  )

  it('a full disk: what is missing is told, and comes with the next answer', () =>
    withFile(async ({ folder, audit, lines }) => {
      const world = { folder, moment: () => '2026-11-24T09:30:00Z' } as World
      let room = 30
      const write = (handle: number, bytes: Uint8Array) => {
        if (room === 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        const written = writeSync(handle, bytes.subarray(0, room))
        room -= written
        return written
      }
      const file = openAudit('org.yaml', { audit: 'audit.jsonl', by: 'Ana' }, world, write)!
      const level = (value: number) => file.add([{ path: ['practices', '4.1.1', 'level'], value }])
      expect(level(1)).toBe(
        'The answer is saved but could not be recorded in the audit file (no space left on the disk: audit.jsonl); the next save retries.',
      )
      expect(file.missing).toBe('no space left on the disk: audit.jsonl')
      expect(readFileSync(audit, 'utf8')).toHaveLength(30)
      room = 10_000
      expect(level(2)).toBeUndefined()
      expect(file.missing).toBeUndefined()
      expect(lines().map(({ changes }) => changes)).toMatchObject([[{ after: 1 }], [{ after: 2 }]])
      file.close()
    }))
})
