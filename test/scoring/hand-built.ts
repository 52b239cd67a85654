/** Descriptions, packs and frameworks built by hand: a level per element instead of a YAML file. */
import type { ClosedTogether } from '../../src/scoring/effects.ts'
import { improvementsOf } from '../../src/scoring/improvements.ts'
import { weigh } from '../../src/scoring/weights.ts'
import type { Finding, Improvement } from '../../src/types/assessment.ts'
import type { Description, Standing } from '../../src/types/description.ts'
import type { DocumentNode } from '../../src/types/document.ts'
import type {
  Framework,
  FrameworkElement,
  Level,
  OrganizationSize,
  Pack,
  Rule,
  RuleTexts,
} from '../../src/types/framework.ts'

/** A level, or what else an answer can say; left out or undefined: not assessed. */
export type Answer = Level | 'not-applicable' | 'declined' | undefined
export type Answers = Readonly<Record<string, Answer>>

export interface Circumstances {
  readonly target?: Level
  readonly targets?: Readonly<Record<string, Level>>
  readonly evidenced?: Readonly<Record<string, Level>>
  readonly bounds?: Readonly<Record<string, readonly [Level, Level]>>
  readonly weights?: Readonly<Record<string, number>>
  readonly size?: OrganizationSize
  readonly change?: Partial<Description>
  readonly standing?: Readonly<Record<string, Partial<Standing>>>
}

const nothing: DocumentNode = {
  kind: 'mapping',
  source: { file: 'org.yaml', text: '', lineStarts: [0] },
  start: 0,
  end: 0,
  entries: [],
}

export function describeAnswers(
  framework: Framework,
  answers: Answers,
  circumstances: Circumstances = {},
): Description {
  const { target = 3, weights = {}, size = 'medium', change = {} } = circumstances
  return {
    file: 'org.yaml',
    sha256: () => '1'.repeat(64),
    root: nothing,
    asOf: '2026-06-30',
    organization: { name: 'Harbour Pumps', kind: 'established', size, sector: null, country: null },
    innovation: { types: [], ambition: [], approaches: [] },
    assessment: { date: null, assessors: [] },
    targets: { source: 'file', text: 'by hand', default: target },
    evidence: 'declared',
    principleWeights: new Map(framework.principles.map(({ id }) => [id, weights[id] ?? 1])),
    standings: new Map(
      framework.elements.map(({ id }) => [id, standingOf(id, answers[id], circumstances)] as const),
    ),
    citations: new Map(),
    registers: new Map(),
    waivers: [],
    ...change,
  }
}

function standingOf(id: string, answer: Answer, circumstances: Circumstances): Standing {
  const { target = 3, targets = {}, evidenced = {}, bounds = {}, standing = {} } = circumstances
  const declined = answer === 'declined'
  const level: Level | null = declined ? 0 : typeof answer === 'number' ? answer : null
  const [lowest, highest] = level === null ? (bounds[id] ?? [0, 5]) : [level, level]
  return {
    id,
    state: answer === 'not-applicable' ? answer : level === null ? 'not-assessed' : 'assessed',
    declined,
    level,
    lowest,
    highest,
    evidenced: level === null ? null : (Math.min(level, evidenced[id] ?? 1) as Level),
    carried: evidenced[id] ?? 1,
    cited: level === null ? null : (Math.min(level, evidenced[id] ?? 1) as Level),
    target: targets[id] ?? target,
    planned: null,
    practice: null,
    owner: null,
    reviewed: null,
    confidence: null,
    note: null,
    flagged: false,
    criteria: new Map(),
    evidence: [],
    notApplicable: null,
    path: ['practices', id],
    ...standing[id],
  }
}

/** An element with everything ordinary: one person-day a step, importance 1. */
export function elementOf(id: string, main: string, more: Partial<FrameworkElement> = {}): FrameworkElement {
  const effort = { low: 1, likely: 1, high: 2 }
  return {
    id,
    title: `Title of ${id}`,
    clause: id.split('.').slice(0, -1).join('.'),
    stage: 'plan',
    main,
    also: [],
    importance: 1,
    foundation: false,
    neverNotApplicable: false,
    freshness: 12,
    needs: [],
    criteria: [1, 2, 3, 4, 5].map((level) => ({ id: `${level}a`, level: level as Level, notFor: [] })),
    steps: [effort, effort, effort, effort, effort],
    ...more,
  }
}

/** A pack around a framework, with a text wherever one is due. */
export function packOf(
  framework: Framework,
  rules: readonly Rule[] = [],
  ruleTexts: Readonly<Record<string, Partial<RuleTexts>>> = {},
): Pack {
  return {
    framework,
    rules,
    texts: () => ({
      principleMapNote: '',
      levels: [],
      principles: {},
      elements: Object.fromEntries(
        framework.elements.map(({ id }) => [
          id,
          {
            purpose: '',
            question: '',
            anchors: [],
            criteria: {},
            evidence: {},
            leads: `leader of ${id}`,
            needs: {},
            steps: [1, 2, 3, 4, 5].map((level) => ({
              do: [`take ${id} to ${level}`],
              shows: [`${id} at ${level}`],
            })),
            softer: null,
            advice: null,
          },
        ]),
      ),
      rules: Object.fromEntries(
        rules.map(({ id }) => [
          id,
          {
            title: `Title of ${id}`,
            message: `Message of ${id}`,
            why: 'why',
            otherwise: 'otherwise',
            check: 'check',
            do: null,
            examples: [],
            ...ruleTexts[id],
          },
        ]),
      ),
      terms: [],
      family: [],
    }),
  }
}

export interface Closing {
  readonly closes?: (element: string) => readonly string[]
  readonly together?: readonly ClosedTogether[]
  readonly findings?: readonly Partial<Finding>[]
}

/** The improvements of a description, with what each closes given instead of computed by rules. */
export function improvementsFor(
  framework: Framework,
  description: Description,
  { closes = () => [], together = [], findings = [] }: Closing = {},
): readonly Improvement[] {
  return improvementsOf({
    pack: packOf(framework),
    description,
    weights: weigh(framework, description),
    findings: findings as Finding[],
    withheld: false,
    effectsOf: () => ({
      of: ({ element: { id } }) => ({ closes: closes(id), opens: [], preventedBy: [] }),
      together: () => together,
    }),
  }).improvements
}
