/** What the description says of every assessed element, in its own words: practice, evidence and owner. */

import { pieceProblems } from '../../diagnostics/piece-problems.ts'
import type { Assessment } from '../../types/assessment.ts'
import type { Description, Evidence, Standing } from '../../types/description.ts'
import { escapeMarkdown } from '../escape-markdown.ts'

export function saidSection({ scores }: Assessment, standings: Description['standings']): readonly string[] {
  const assessed = scores.elements
    .filter(({ state, declined }) => state === 'assessed' && !declined)
    .map(({ id, title }) => ({ name: escapeMarkdown(`${id} ${title}`), standing: standings.get(id)! }))
  if (assessed.length === 0) return []
  const bare = assessed.filter(({ standing }) => isBare(standing))
  return [
    '## What was said',
    'In the words of the description, for every element that is assessed. They may not be meant for everybody.',
    ...assessed
      .filter(({ standing }) => !isBare(standing))
      .flatMap(({ name, standing }) => elementBlocks(name, standing)),
    ...(bare.length === 0
      ? []
      : [
          'Neither practice nor evidence nor owner is given for these:',
          bare.map(({ name, standing }) => `- ${name}: level ${standing.level}`).join('\n'),
        ]),
  ]
}

function isBare({ practice, evidence, owner }: Standing): boolean {
  return practice === null && owner === null && evidence.length === 0
}

function elementBlocks(name: string, { level, practice, evidence, owner }: Standing): string[] {
  const pieces = evidence.map((piece) => `- Evidence: ${escapeMarkdown(pieceText(piece))}`)
  return [
    `### ${name}: level ${level}`,
    practice === null ? 'No practice is described.' : escapeMarkdown(practice),
    [
      ...(pieces.length === 0 ? ['- Evidence: none is cited'] : pieces),
      `- Owner: ${owner === null ? 'nobody is named' : escapeMarkdown(owner)}`,
    ].join('\n'),
  ]
}

function pieceText({ source, kind, date, state, carries }: Evidence): string {
  const counts =
    state === 'fine' ? `carries up to level ${carries}` : `does not count: ${pieceProblems[state]}`
  return `${source} (${kind}, ${date ?? 'undated'}), ${counts}`
}
