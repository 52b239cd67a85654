/** CPU time of the stages of one assessment in a warm process. */
import { assess, describe } from '../src/assess.ts'
import { builtinPack } from '../src/builtin.ts'
import { compileRules } from '../src/rules/compile-rules.ts'
import { concludeAll } from '../src/rules/conclude-all.ts'

interface Stage {
  readonly name: string
  readonly milliseconds: number
  readonly bound?: number
}

export function measureStages(text: string): Stage[] {
  const bytes = Buffer.from(text)
  const options = { file: 'org.yaml', today: '2026-11-24' }
  const { framework, rules } = builtinPack()
  const { description, diagnostics } = describe(bytes, options)
  if (!description) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const compiled = compileRules(rules, framework)
  return [
    { name: 'read and validate', milliseconds: measure(() => describe(bytes, options), 150), bound: 6 },
    { name: 'rules', milliseconds: measure(() => concludeAll(compiled, description), 2000), bound: 0.5 },
    { name: 'the whole assessment', milliseconds: measure(() => assess(bytes, options), 60) },
  ]
}

/** The lowest of five means: what the work takes when nothing else disturbs it. */
function measure(work: () => unknown, times: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let series = 0; series < 6; series++) {
    const start = process.cpuUsage()
    for (let index = 0; index < times; index++) work()
    const { user, system } = process.cpuUsage(start)
    if (series > 0) best = Math.min(best, (user + system) / 1000 / times)
  }
  return best
}
