import { describe, expect, it } from 'vitest'
import { inertOutput } from '../../../src/cli/io/inert-output.ts'
import type { Output } from '../../../src/cli/io/world.ts'
import { logCommands, workflowCommand } from '../../../src/util/log-commands.ts'
import { nasty } from '../../report/check/nasty.ts'
import { commandsIn } from '../../report/check/runner.ts'

function printed(text: string): string {
  const written: string[] = []
  inertOutput({ write: (part: string) => written.push(part) } as unknown as Output).write(text)
  return written.join('')
}

describe('what is printed', () => {
  it.each([
    ['::error::x\n', '\\u{3a}:error::x\n'],
    ['  ::add-mask::x\n', '  \\u{3a}:add-mask::x\n'],
    ['one\n\u00a0\u3000::debug::x\n', 'one\n\u00a0\u3000\\u{3a}:debug::x\n'],
    ['##[group]x\n', '\\u{23}#[group]x\n'],
    ['name: ##[add-mask]x and ##[debug]y\n', 'name: \\u{23}#[add-mask]x and \\u{23}#[debug]y\n'],
    ['##vso[task.setvariable variable=x]y\n', '\\u{23}#vso[task.setvariable variable=x]y\n'],
    ["a ##teamcity[message text='x']\n", "a \\u{23}#teamcity[message text='x']\n"],
    ['###[x]\n', '#\\u{23}#[x]\n'],
    ['section_start:1560896352:name\n', '\\u{73}ection_start:1560896352:name\n'],
    ['travis_fold:start:name\n', '\\u{74}ravis_fold:start:name\n'],
    ['x\n+++ Group\n', 'x\n\\u{2b}++ Group\n'],
    ['---\n-- x\n| --- | --- |\n', '---\n-- x\n| --- | --- |\n'],
    ['a::b and std::vector # [x] ## y\n', 'a::b and std::vector # [x] ## y\n'],
  ])('%j reads %j', (text, safe) => {
    expect(printed(text)).toBe(safe)
  })

  it('holds no command of a build machine, wherever a text stands', () => {
    for (const text of nasty) {
      for (const line of [text, `  ${text}`, `- ${text}`, `\u00a0${text} x`])
        expect(commandsIn(printed(line).replaceAll('\r', ' '))).toEqual([])
    }
  })

  it.each([workflowCommand, ...logCommands])('is no command of $systems', ({ begins, example }) => {
    expect(example.search(begins)).toBeGreaterThanOrEqual(0)
    expect(printed(`${example}\n`).search(begins)).toBe(-1)
  })
})
