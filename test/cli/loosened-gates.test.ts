/** A change that loosens its own gates is listed in every output, and cannot pass by the gates of its base. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultGates, type Gates, mergeGates } from '../../src/check/gates.ts'
import { loosenedGates } from '../../src/check/relaxations.ts'
import { text } from '../check/descriptions.ts'
import { makeRepository, type Repository } from './repository.ts'
import { inFolder, run } from './run.ts'

const env = { PATH: process.env['PATH'] ?? '' }
const org = text({ '6.2.1': '{ level: 3 }', '6.2.2': '{ level: 1 }' })
const strict = 'files: [org.yaml, other.yaml]\nfailOn: high\nmin: { overall: 1 }\nfailOnWithdrawn: true\n'

describe('a loosened gate', () => {
  const cases: [before: Partial<Gates>, after: Partial<Gates>, texts: string[]][] = [
    [{ failOn: 'high' }, {}, ['failOn: high -> none']],
    [{ failOn: 'low' }, { failOn: 'high' }, ['failOn: low -> high']],
    [{ failOn: 'high' }, { failOn: 'low' }, []],
    [{}, { failOnNew: 'none' }, ['failOnNew: low -> none']],
    [{ require: { '6.4': 2 } }, { require: { '6.4': 1 } }, ['require.6.4: 2 -> 1']],
    [{ min: { culture: 2 } }, {}, ['min.culture: 2 -> removed']],
    [{ minCoverage: 80 }, { minCoverage: 60 }, ['minCoverage: 80 -> 60']],
    [{ failOnStale: true }, {}, ['failOnStale: true -> false']],
    [{}, { allowUncompared: true }, ['allowUncompared: false -> true']],
    [{}, { failOn: 'high', min: { culture: 2 }, minCoverage: 80, failOnStale: true }, []],
  ]
  it.each(cases)('%j to %j', (before, after, texts) => {
    const [earlier, later] = [before, after].map((gates) => mergeGates(defaultGates, gates))
    expect(loosenedGates(earlier!, later!).map(({ text: said }) => said)).toEqual(texts)
  })
})

describe('a change that loosens its own gates', () => {
  const inRepository = (use: (repository: Repository) => Promise<void>) =>
    inFolder(async (folder) => {
      const repository = makeRepository(folder)
      repository.commit('2026-10-01', { 'org.yaml': org, 'other.yaml': org, 'ims-gap.config.yaml': strict })
      repository.git('checkout', '--quiet', '-b', 'work')
      await use(repository)
    })
  const waiver =
    'waivers:\n  - { finding: practice/below-target@6.2.2, reason: Accepted until the reorganization., owner: Head, until: 2026-12-31 }\n'

  it('is listed in every output', async () => {
    await inRepository(async ({ folder, commit }) => {
      commit('2026-10-02', {
        'org.yaml': `${org.replace('{ level: 1 }', '{ level: 1, planned: 2027-01-31 }')}${waiver}`,
        'ims-gap.config.yaml': 'files: [org.yaml]\n',
        'ims-gap.baseline.yaml': `ims-gap-baseline: 1\nframework: iso-56002:2019\npack: "1.1.0"\nfindings:\n  - { file: org.yaml, finding: objectives/without-plan@6.2.1, level: 1 }\n`,
      })
      const endings = ['txt', 'json', 'sarif', 'github.txt', 'summary.md', 'comment.md', 'junit.xml']
      const outputs = endings.flatMap((ending) => ['-o', `out.${ending}`])
      await run(['check', '--base', 'main', ...outputs], { folder, env })
      for (const ending of endings) {
        const output = readFileSync(join(folder, `out.${ending}`), 'utf8').replace(/\s+/g, ' ')
        for (const said of [
          'failOn: high -',
          'min.overall: 1 -',
          'failOnWithdrawn: true -',
          'other.yaml is no longer listed',
          '1 entry added to the baseline: objectives/without-plan',
          '6.2.2 waived until 2026-12-31',
          '6.2.2 planned for 2027-01-31',
        ])
          expect(output.replaceAll('\\', ''), ending).toContain(said)
      }
    })
  })

  it('fails by the gates of its base', async () => {
    await inRepository(async ({ folder, commit }) => {
      commit('2026-10-02', { 'ims-gap.config.yaml': 'files: [org.yaml, other.yaml]\n' })
      expect((await run(['check', '--base', 'main'], { folder, env })).code).toBe(0)
      expect((await run(['check', '--base', 'main', '--gates-from', 'base'], { folder, env })).code).toBe(1)
      commit('2026-10-03', {
        'ims-gap.config.yaml': strict.replace(', other.yaml', '').replace('high', 'none'),
      })
      const dropped = await run(['check', '--base', 'main', '--gates-from', 'base', '--min', 'overall=0'], {
        folder,
        env,
      })
      expect(dropped.code).toBe(1)
      expect(await run(['check', 'org.yaml', '--gates-from', 'base'], { folder, env })).toMatchObject({
        code: 2,
      })
    })
  })
})
