/** The session that `docs/interview-session.txt` shows is played again: the page is true to the letter. */
import { expect, it } from 'vitest'
import type { World } from '../../../src/cli/io/world.ts'
import { closingParts } from '../../../src/cli/prompts/interview.ts'
import { play } from './script.ts'

const begun = `ims-gap: 1
framework: iso-56002:2019
organization: { name: Harbour Pumps, kind: established, size: medium }
assessment: { date: 2026-10-14 }
practices:
  6.2.1: { level: 3 }
  6.2.2: { level: 0 }
`

const lines = [
  '?',
  '2',
  'We go through the trend radar once a year, before planning.',
  'e',
  'evidence/radar-2026.md',
  'r',
  '2026-05-04',
  '',
  ':back',
  ':flag',
  '3',
  '',
  ':jump 7.8',
  'x',
  '1',
  'Services are published; there is nothing to protect.',
  '2027-06-30',
  ':review',
  '1',
  '2',
  'o',
  'Head of strategy',
  '',
  ':quit',
]

it('the recorded session in the documentation is what a sitting shows', async () => {
  const { shown, text } = await play(begun, lines, {
    rich: true,
    filters: { from: '4.1.2' },
    closing: (state) => closingParts(state, {}, { env: {} } as World),
  })
  const page = `$ ims-gap interview org.yaml --from 4.1.2\n${shown}\n$ cat org.yaml\n${text}`
  await expect(page).toMatchFileSnapshot('../../../docs/interview-session.txt')
})
