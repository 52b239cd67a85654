/** The template for GitLab: its shape, and its script run as the runner runs it. Needs the build. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { makeRepository } from '../cli/repository.ts'
import { inFolder, repository } from '../cli/run.ts'
import { before, better, configuration, ownNpm, programs, readYaml, start, worse } from './pipeline.ts'
import { faultsOf } from './schemas.ts'

const template = readYaml(readFileSync(join(repository, 'templates', 'ims-gap.gitlab-ci.yml'), 'utf8'))
const job = template['ims-gap']
const fixtures = join(repository, 'test', 'report', 'check', 'fixtures')

/** Runs the script of the job in a repository whose branch left the file so; variables are those of GitLab. */
function runJob(
  folder: string,
  after: string,
  more: Readonly<Record<string, string>> = {},
  name = 'org.yaml',
) {
  const clone = join(folder, 'clone')
  mkdirSync(clone)
  const { commit } = makeRepository(clone)
  const base = commit('2026-10-01', { [name]: before, 'ims-gap.config.yaml': configuration })
  commit('2026-10-02', { [name]: after })
  const ended = start('sh', ['-e', '-c', job.script.join('\n')], clone, {
    PATH: programs(join(folder, 'bin'), { npm: ownNpm }),
    ...template.variables,
    ...job.variables,
    IMS_GAP_PACKAGE: repository,
    CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    ...more,
  })
  return { ...ended, clone }
}

async function expectReports(clone: string): Promise<void> {
  const { codequality, junit } = job.artifacts.reports
  const schema = JSON.parse(readFileSync(join(fixtures, 'gitlab.schema.json'), 'utf8'))
  const entries = JSON.parse(readFileSync(join(clone, codequality), 'utf8'))
  expect(new Ajv().validate(schema, entries)).toBe(true)
  expect(entries[0].location.path).toBe('org.yaml')
  const xml = [{ fileName: junit, contents: readFileSync(join(clone, junit), 'utf8') }]
  const { errors } = await validateXML({ xml, schema: [readFileSync(join(fixtures, 'junit.xsd'), 'utf8')] })
  expect(errors).toEqual([])
}

describe('the template for GitLab', () => {
  it('has the shape of a job that keeps its reports always, may not fail silently and fetches everything', () => {
    expect(faultsOf('gitlab', template)).toEqual([])
    expect(job).toMatchObject({ artifacts: { when: 'always' }, variables: { GIT_DEPTH: '0' } })
    expect(job).not.toHaveProperty('allow_failure')
  })

  it('would be seen with a wrong word', () => {
    expect(faultsOf('gitlab', { ...template, 'ims-gap': { ...job, scripts: [] } })).not.toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('the job on GitLab', () => {
  it.each([
    ['passes a merge request that makes nothing worse', better, 0],
    ['fails one that does', worse, 1],
  ])('%s, and writes both reports', (_, after, wanted) =>
    inFolder(async (folder) => {
      const { code, stderr, clone } = runJob(folder, after)
      expect({ code, stderr }).toMatchObject({ code: wanted })
      await expectReports(clone)
    }),
  )

  it('compares with nothing outside of merge requests', () =>
    inFolder(async (folder) => {
      const { code, stdout } = runJob(folder, worse, { CI_MERGE_REQUEST_DIFF_BASE_SHA: '' })
      expect(code).toBe(0)
      expect(stdout).toContain('passed')
    }))

  it('takes variables for what they are, whatever stands in them', () =>
    inFolder(async (folder) => {
      const hostile = '$(touch pwned); "` *.yaml'
      const { code, stdout, stderr, clone } = runJob(folder, better, { IMS_GAP_PATH: hostile }, hostile)
      expect({ code, stderr }).toMatchObject({ code: 0 })
      expect(stdout).toMatch(/^passed +\$\(touch pwned\); "` \*\.yaml:/)
      expect(existsSync(join(clone, 'pwned'))).toBe(false)
    }))

  it('stops where nobody said what to install', () =>
    inFolder(async (folder) => {
      const { code, stderr } = runJob(folder, better, { IMS_GAP_PACKAGE: '' })
      expect(code).not.toBe(0)
      expect(stderr).toContain('IMS_GAP_PACKAGE: say what npm is to install')
    }))
})
