/**
 * What a description says, laid over a framework: a standing per element, targets, weights, registers. Makes no
 * diagnostics and never throws, so that a rule's example is read exactly as a user's file is.
 */
import type {
  Description,
  Organization,
  RegisterItem,
  Standing,
  TargetsUsed,
  Waiver,
} from '../types/description.ts'
import type { DescriptionData } from '../types/description-data.ts'
import type { FileFact } from '../types/file-facts.ts'
import {
  type Framework,
  type FrameworkElement,
  type Level,
  registerNames,
  type TargetProfile,
} from '../types/framework.ts'
import { listWords } from '../util/show.ts'
import { isFor } from './audience.ts'
import { isLevel, isObject, objectsOf, own, textOf, textsOf } from './odd-data.ts'
import { standingOf } from './standing-of.ts'

export type BoundData = Pick<
  Description,
  | 'organization'
  | 'innovation'
  | 'assessment'
  | 'targets'
  | 'evidence'
  | 'principleWeights'
  | 'standings'
  | 'citations'
  | 'registers'
  | 'waivers'
  | 'asOf'
>

export interface BindContext {
  readonly asOf: string
  readonly target?: Level
  /** What was found of the files cited as evidence; left out where they were not looked at. */
  readonly files?: ReadonlyMap<string, FileFact> | undefined
}

/** What an example leaves out of the organization is that of an established, medium one. */
export function bindData(
  data: DescriptionData,
  framework: Framework,
  { asOf, target, files }: BindContext,
): BoundData {
  const organization = organizationOf(own(data, 'organization'))
  const targets = targetsUsed(data.targets, organization, framework, target)
  const { scoring } = framework
  const standings = framework.elements.map((element) => {
    const context = { organization, asOf, scoring, files, target: targets.targetOf(element) }
    return [element.id, standingOf(element, own(data.practices, element.id), context)] as const
  })
  const innovation = data.innovation
  return {
    asOf,
    organization,
    innovation: {
      types: textsOf(innovation?.types),
      ambition: textsOf(innovation?.ambition),
      approaches: textsOf(innovation?.approaches),
    },
    assessment: {
      date: textOf(data.assessment?.date),
      assessors: textsOf(data.assessment?.assessors),
    },
    targets: targets.used,
    evidence: files ? 'checked' : 'declared',
    principleWeights: new Map(
      framework.principles.map(({ id }) => {
        const weight = own(data.weights?.principles, id)
        return [id, typeof weight === 'number' ? weight : 1]
      }),
    ),
    standings: new Map(standings),
    citations: citationsIn(standings.map(([, standing]) => standing)),
    registers: new Map(
      registerNames.flatMap((name) => {
        const items = own(data, name)
        return Array.isArray(items) ? [[name, itemsOf(items, name)] as const] : []
      }),
    ),
    waivers: waiversOf(data.waivers, asOf),
  }
}

/** For how many elements each source is cited. */
export function citationsIn(standings: readonly Standing[]): Map<string, number> {
  const citations = new Map<string, number>()
  for (const { evidence } of standings) {
    for (const source of new Set(evidence.map((piece) => piece.source))) {
      citations.set(source, (citations.get(source) ?? 0) + 1)
    }
  }
  return citations
}

function organizationOf(said: unknown): Organization {
  const field = (key: string) => textOf(own(isObject(said) ? said : undefined, key))
  return {
    name: field('name') ?? '',
    kind: (field('kind') ?? 'established') as Organization['kind'],
    size: (field('size') ?? 'medium') as Organization['size'],
    sector: field('sector'),
    country: field('country'),
  }
}

function itemsOf(items: readonly unknown[], register: string): RegisterItem[] {
  return objectsOf(items).map(([index, fields]) => ({
    id: textOf(own(fields, 'id')) ?? '',
    title: textOf(own(fields, 'title')) ?? '',
    fields,
    path: [register, index],
  }))
}

function waiversOf(waivers: unknown, asOf: string): Waiver[] {
  return objectsOf(waivers).map(([index, waiver]) => {
    const field = (key: string) => textOf(own(waiver, key)) ?? ''
    const until = field('until')
    return {
      finding: field('finding'),
      reason: field('reason'),
      owner: field('owner'),
      until,
      active: asOf <= until,
      path: ['waivers', index],
    }
  })
}

/**
 * Flag over the file's target for the element, for the principle it mainly serves, the file's default, and last the
 * first of the pack's profiles that fits kind and size.
 */
function targetsUsed(
  said: DescriptionData['targets'],
  organization: Organization,
  framework: Framework,
  flag: Level | undefined,
): { used: TargetsUsed; targetOf: (element: FrameworkElement) => Level } {
  const profile = profileFor(framework, organization)
  const targetOf = ({ id, main }: FrameworkElement): Level =>
    flag ??
    [
      own(said?.elements, id),
      own(said?.principles, main),
      own(said, 'default'),
      own(profile.elements, id),
      own(profile.principles, main),
    ].find(isLevel) ??
    profile.default
  const counts = framework.levels.map(
    ({ level }) => framework.elements.filter((element) => targetOf(element) === level).length,
  )
  const most = framework.levels[counts.indexOf(Math.max(...counts))]?.level ?? profile.default
  return { used: { ...source(said, profile, flag), default: most }, targetOf }
}

function profileFor({ profiles }: Framework, organization: Organization): TargetProfile {
  return profiles.find((profile) => isFor(profile.for, organization)) ?? profiles[profiles.length - 1]!
}

function source(
  said: DescriptionData['targets'],
  profile: TargetProfile,
  flag: Level | undefined,
): Pick<TargetsUsed, 'source' | 'text'> {
  if (flag !== undefined) return { source: 'flag', text: `--target: ${flag} for every element` }
  const profileText = `the pack's profile "${profile.title}"`
  const parts = [count(said?.principles, 'principle'), count(said?.elements, 'element')].filter(
    (part) => part !== undefined,
  )
  if (isLevel(own(said, 'default'))) {
    const others = parts.length === 0 ? ' for every element' : `, others for ${listWords(parts)}`
    return { source: 'file', text: `in the file: ${said?.default}${others}` }
  }
  if (parts.length === 0) return { source: 'profile', text: profileText }
  return { source: 'file', text: `in the file for ${listWords(parts)}, else ${profileText}` }
}

function count(targets: Readonly<Record<string, unknown>> | undefined, word: string): string | undefined {
  const number = Object.keys(targets ?? {}).length
  return number === 0 ? undefined : `${number} ${word}${number === 1 ? '' : 's'}`
}
