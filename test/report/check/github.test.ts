import { describe, expect, it } from 'vitest'
import {
  escapeGithubMessage,
  escapeGithubProperty,
  renderGithubCommands,
} from '../../../src/report/check/github-commands.ts'
import { options } from '../checks.ts'
import { finding, place, richAssessment } from '../fixtures/assessments.ts'
import { nasty } from './nasty.ts'
import {
  checked,
  degenerateReports,
  fileCheck,
  gate,
  hostileReport,
  manyFindings,
  report,
} from './reports.ts'
import { commandsIn, type RunnerCommand } from './runner.ts'

const render = (checkReport: Parameters<typeof renderGithubCommands>[0]) =>
  renderGithubCommands(checkReport, options)

const kinds = (commands: readonly RunnerCommand[]) => commands.map(({ name }) => name)

describe('annotations for GitHub', () => {
  it('reads as expected', async () => {
    await expect(render(degenerateReports['everything at once']!)).toMatchFileSnapshot('golden/github.txt')
  })

  it('shows at most ten of each kind, worst first, and says how many more there are', () => {
    const text = render(manyFindings(30_000, 1000))
    const commands = commandsIn(text)
    for (const kind of ['error', 'warning', 'notice'])
      expect(kinds(commands).filter((name) => name === kind)).toHaveLength(10)
    expect(commands[0]!.properties['title']).toBe('Objectives without a plan (high, new)')
    expect(text).toMatch(/\n… and 17,970 more in the job summary\n$/)
  })

  it('leaves out what was there before and fails nothing, and what is waived or planned', () => {
    const found = (id: string, more = {}) => finding(`a/${id}`, '6.2.2', { title: id, ...more })
    const text = render(
      report([
        fileCheck(richAssessment(), {
          diagnostics: [],
          gates: [],
          findings: [
            checked(found('new one')),
            checked(found('known one'), 'unchanged'),
            checked(found('known and failing'), 'unchanged', true),
            checked(found('waived one', { waived: true })),
            checked(found('planned one', { planned: true })),
          ],
        }),
      ]),
    )
    expect(commandsIn(text).map(({ properties }) => properties['title'])).toEqual([
      'known and failing (high, unchanged)',
      'new one (high, new)',
    ])
  })

  it('reports a deleted description on its file', () => {
    const gone = { kind: 'revision', name: 'main', deleted: ['plants/porto.yaml'] } as const
    const [command] = commandsIn(render(report([], { base: gone })))
    expect(command).toMatchObject({
      name: 'warning',
      properties: { file: 'plants/porto.yaml', title: 'Description deleted' },
      data: 'It is a practice description in main and no longer exists',
    })
  })

  it('counts files by what became of them only where there is more than one to tell', () => {
    const last = (...checks: Parameters<typeof report>[0]) =>
      render(report(checks)).trimEnd().split('\n').at(-1)
    const one = fileCheck(richAssessment(), { diagnostics: [], gates: [], findings: [], status: 'passed' })
    expect(last(one)).toBe('Check passed, 1 file')
    expect(last({ ...one, status: 'invalid' })).toBe('Check failed, 1 file: 1 invalid')
    expect(last(one, { ...one, file: 'b.yaml' })).toBe('Check passed, 2 files: 2 passed')
  })

  it('says once that a waiver has expired', () => {
    const message = 'waiver 1 held until 2026-10-13; its finding counts again'
    const location = { file: 'org.yaml', line: 4, column: 5, endLine: 4, endColumn: 15 }
    const warning = {
      severity: 'warning' as const,
      code: 'description/expired-waiver' as const,
      message,
      location,
    }
    const gates = [gate('expired-waiver', false, { text: message, location })]
    const text = render(
      report([fileCheck(richAssessment(), { diagnostics: [warning], gates, findings: [] })]),
    )
    expect(commandsIn(text).map(({ data }) => data.split('\n')[0])).toEqual([message])
  })

  it('gives columns only where a place lies within one line', () => {
    const at = (location: ReturnType<typeof place>) =>
      commandsIn(
        render(
          report([
            fileCheck(
              { ...richAssessment(), findings: [finding('a/b', '6.2.2', { location })] },
              { diagnostics: [] },
            ),
          ]),
        ),
      )[0]!.properties
    expect(at(place(3, 5))).toMatchObject({
      file: 'org.yaml',
      line: '3',
      endLine: '3',
      col: '5',
      endColumn: '13',
    })
    expect(at({ ...place(3, 5), endLine: 4 })).not.toHaveProperty('col')
  })

  it('shows a gate that fails because of a number at the top of the file', () => {
    const text = render(
      report([fileCheck(richAssessment(), { findings: [], gates: [gate('coverage', false)] })]),
    )
    expect(commandsIn(text)[0]).toMatchObject({
      name: 'error',
      properties: { line: '1', title: 'Gate on coverage not met' },
      data: expect.stringContaining(
        'asked for coverage, found something\nWhat you can do: answer more elements',
      ),
    })
  })

  it('lets no text give a command, end one or change its properties', () => {
    const harmless = commandsIn(render(hostileReport('plain')))
    for (const text of nasty) {
      const output = render(hostileReport(text))
      const commands = commandsIn(output)
      expect(kinds(commands)).toEqual(kinds(harmless))
      expect(commands.map(({ properties }) => Object.keys(properties))).toEqual(
        harmless.map(({ properties }) => Object.keys(properties)),
      )
      // Every line that is no command of ours is one of the two we write, without any text from outside.
      expect(output.split('\n').filter((line) => !line.startsWith('::'))).toEqual([
        'Check failed, 3 files: 1 failed, 1 invalid and 1 unreadable',
        '',
      ])
      for (const { data } of commands) expect(data.split('\n').length).toBeLessThanOrEqual(4)
    }
  })

  it.each([...nasty.filter((text) => /[%:,\r\n]/.test(text))].slice(0, 40))(
    'reads %j back as text',
    (text) => {
      const [command] = commandsIn(
        `::error title=${escapeGithubProperty(text)},line=1::${escapeGithubMessage(text)}`,
      )
      expect(command!.properties['line']).toBe('1')
      const readable = escapeGithubMessage(text).replaceAll('%0A', '\n').replaceAll('%25', '%')
      expect(command!.data).toBe(readable)
      expect(command!.properties['title'] ?? '').toBe(readable)
    },
  )
})
