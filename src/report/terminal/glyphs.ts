/** The drawing characters in use, and their stand-ins where only plain characters can be shown. */

export interface Glyphs {
  readonly ellipsis: string
  /** Between the ends of an interval. */
  readonly dash: string
  readonly rule: string
  readonly caret: string
  /** Parts of a score bar; see `score-bar.ts`. */
  readonly certain: string
  readonly alike: string
  readonly possible: string
  readonly empty: string
  readonly target: string
  /** Eight bars of a sparkline, lowest first. */
  readonly bars: string
  /** In a sparkline: a version without a level, and one that could not be assessed. */
  readonly withheld: string
  readonly broken: string
}

const unicode: Glyphs = {
  ellipsis: '…',
  dash: '–',
  rule: '─',
  caret: '^',
  certain: '█',
  alike: '▓',
  possible: '░',
  empty: '·',
  target: '│',
  bars: '▁▂▃▄▅▆▇█',
  withheld: '·',
  broken: '×',
}

const ascii: Glyphs = {
  ellipsis: '...',
  dash: '-',
  rule: '-',
  caret: '^',
  certain: '#',
  alike: '=',
  possible: ':',
  empty: '.',
  target: '|',
  bars: '12345678',
  withheld: '.',
  broken: 'x',
}

export function glyphsFor(canUnicode: boolean): Glyphs {
  return canUnicode ? unicode : ascii
}

const plainFor: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '×': 'x',
  '≥': '>=',
  '≤': '<=',
  '→': '->',
  '•': '-',
}

/** Typographic marks by plain ones; letters stay what they are. */
export function plainMarks(text: string): string {
  return text.replace(/[‘’“”–—…×≥≤→•]/g, (mark) => plainFor[mark] ?? mark)
}
