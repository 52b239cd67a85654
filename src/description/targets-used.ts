/** Which target level holds for each element, and in which words a verdict says where it came from. */
import type { Organization, TargetsUsed } from '../types/description.ts'
import type { DescriptionData } from '../types/description-data.ts'
import type { Framework, FrameworkElement, Level, TargetProfile } from '../types/framework.ts'
import { listWords } from '../util/show.ts'
import { isFor } from './audience.ts'
import { isLevel, own } from './odd-data.ts'

/**
 * Flag over the file's target for the element, for the principle it mainly serves, the file's default, and last the
 * first of the pack's profiles that fits kind and size.
 */
export function targetsUsed(
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
