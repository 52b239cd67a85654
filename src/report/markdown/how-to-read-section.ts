/** What the words and numbers of the report mean, a sentence each, for a reader who meets them here first. */
import type { Assessment } from '../../types/assessment.ts'

/** Nothing where there is nothing to read yet. */
export function howToReadSection({ coverage, improvements, findings }: Assessment): readonly string[] {
  if (coverage.assessed === 0) return []
  const meanings = [
    ...ofScores,
    ...(improvements.length === 0 ? [] : ofImprovements),
    ...(findings.length === 0 ? [] : ofFindings),
  ]
  return ['## How to read this', meanings.map(([word, meaning]) => `- **${word}** ${meaning}`).join('\n')]
}

type Meaning = readonly [word: string, meaning: string]

const ofScores: readonly Meaning[] = [
  [
    'Level',
    'runs from 0 (nothing is done) to 5 (done, measured and made better); of several elements it is the mean by weight.',
  ],
  ['Between', 'is what the level can still become, whatever is not assessed yet.'],
  ['Evidenced', 'is the level that the evidence cited carries.'],
  [
    'Target',
    'is the level that somebody chose to reach, and *gap* is how many levels are missing to it. *To target* is how much of what the targets ask is there; going beyond one does not make up for falling short of another.',
  ],
  ['Spread', 'is how far apart the levels in a mean lie: the larger it is, the less the mean tells.'],
]

const ofImprovements: readonly Meaning[] = [
  ['Effort', 'is in person-days, the most likely figure first and then what is possible.'],
  [
    'Priority',
    'orders the improvements. It is gain x leverage x urgency / effort: *gain* is what an improvement brings of the way to target, *leverage* is 1 and grows with what waits for it, *urgency* is 1 and grows with the findings it closes.',
  ],
]

const ofFindings: readonly Meaning[] = [
  [
    'Findings',
    'are *high*, *medium* or *low* by how bad they are if they are right, and *firm*, *likely* or a *hint* by how sure that is. What is *waived* or *planned* was accepted or dated by the organization.',
  ],
]
