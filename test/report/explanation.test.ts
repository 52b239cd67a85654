import { describe, expect, it } from 'vitest'
import { renderExplanationMarkdown, renderExplanationText } from '../../src/report/explanation.ts'
import { displayWidth } from '../../src/report/terminal/display-width.ts'
import type { Explanation } from '../../src/types/explanation.ts'
import { rawControls } from './checks.ts'
import { hostile } from './fixtures/strings.ts'

function about(text: string): Explanation {
  return {
    kind: 'rule',
    id: 'objectives/without-plan',
    title: text,
    sections: [
      { heading: null, blocks: [{ type: 'paragraph', text: `${text} ${'and more words '.repeat(12)}` }] },
      {
        heading: text,
        blocks: [
          { type: 'list', items: [text, 'second'] },
          { type: 'pairs', pairs: [['label', text]] },
          { type: 'table', head: ['a', 'b'], rows: [[text, text]] },
          { type: 'code', text: `before\n${text}\nafter` },
        ],
      },
    ],
  }
}

describe('an explanation', () => {
  it('is laid out for a terminal', () => {
    const text = renderExplanationText(about('Objectives without a plan'), {
      width: 60,
      color: false,
      unicode: true,
    })
    expect(text.startsWith('objectives/without-plan Objectives without a plan\n\n')).toBe(true)
    expect(text).toContain('\nlabel  Objectives without a plan\n')
    expect(Math.max(...text.split('\n').map(displayWidth))).toBeLessThanOrEqual(60)
  })

  it.each(hostile)('lets nothing invisible or steering through: %j', (text) => {
    expect(
      rawControls(renderExplanationText(about(text), { width: 80, color: false, unicode: true })),
    ).toEqual([])
    expect(rawControls(renderExplanationMarkdown(about(text)))).toEqual([])
  })

  it('keeps code inside its fence', () => {
    expect(renderExplanationMarkdown(about('```` x'))).toContain('\n`````\nbefore\n```` x\nafter\n`````\n')
  })
})
