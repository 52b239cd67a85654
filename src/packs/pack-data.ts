/** A merged pack as data once its shape was checked; ids may still lead nowhere. Conditions are read apart, from the tree. */
import type {
  Audience,
  Confidence,
  Effort,
  EvidenceKind,
  ItemsName,
  Level,
  OrganizationSize,
  Ranking,
  Severity,
} from '../types/framework.ts'

export interface PackData {
  readonly pack: {
    readonly format: number
    readonly id: string
    readonly edition: string
    readonly version: string
    readonly title: string
    readonly principleMap?: string
    readonly levels: Readonly<
      Record<'0' | '1' | '2' | '3' | '4' | '5', { readonly name: string; readonly about: string }>
    >
    readonly clauses: Readonly<Record<string, string>>
    readonly stages: readonly string[]
    readonly scoring: {
      readonly mainWeight: number
      readonly alsoWeight: number
      readonly coverage: number
      readonly planMonths?: number
      readonly evidence: Readonly<Record<EvidenceKind | 'none', Level>>
    }
    readonly ranking: Ranking
    readonly sizes: Readonly<Record<OrganizationSize, number>>
    readonly defaultEffort?: Effort
    readonly profiles: readonly {
      readonly id: string
      readonly title: string
      readonly for: Audience
      readonly default: Level
      readonly principles?: Readonly<Record<string, Level>>
      readonly elements?: Readonly<Record<string, Level>>
    }[]
  }
  readonly principles: Readonly<Record<string, PrincipleData>>
  readonly elements: Readonly<Record<string, ElementData>>
  readonly rules: Readonly<Record<string, RuleData>>
  readonly terms?: {
    readonly terms?: Readonly<
      Record<string, { readonly definition: string; readonly see?: readonly string[] }>
    >
    readonly family?: Readonly<Record<string, { readonly title: string; readonly about: string }>>
  }
  readonly crosswalk?: {
    readonly document: string
    readonly entries: Readonly<
      Record<string, { readonly title: string; readonly to: readonly string[]; readonly note?: string }>
    >
  }
}

export interface PrincipleData {
  readonly title: string
  readonly statement: string
  readonly rationale?: string
  readonly benefits?: readonly string[]
  readonly actions?: readonly string[]
  readonly questions?: readonly string[]
}

export interface ElementData {
  readonly title: string
  readonly stage: string
  readonly principle: { readonly main: string; readonly also?: readonly string[] }
  readonly importance: number
  readonly foundation?: boolean
  readonly neverNotApplicable?: boolean
  readonly freshness: number
  readonly leads?: string
  readonly needs?: readonly { readonly element: string; readonly lag?: number; readonly why: string }[]
  readonly purpose: string
  readonly question: string
  readonly anchors: Readonly<Record<'0' | '1' | '2' | '3' | '4' | '5', string>>
  readonly criteria?: Readonly<Record<string, CriterionData>>
  readonly evidence?: Readonly<Partial<Record<EvidenceKind, readonly string[]>>>
  readonly softer?: string
  readonly advice?: string
  readonly steps?: Readonly<
    Record<
      string,
      { readonly do: readonly string[]; readonly shows?: readonly string[]; readonly effort: Effort }
    >
  >
}

/** A statement with the organizations it is not for; the short form was spelled out before. */
interface CriterionData {
  readonly text: string
  readonly notFor?: readonly Audience[]
}

interface RuleData {
  readonly id: string
  readonly about: string
  readonly each?: 'elements' | ItemsName
  readonly severity: Severity
  readonly confidence: Confidence
  readonly category?: 'gap' | 'lint'
  readonly principles?: readonly string[]
  readonly title: string
  readonly message: string
  readonly why: string
  readonly otherwise: string
  readonly check: string
  readonly do?: string
}
