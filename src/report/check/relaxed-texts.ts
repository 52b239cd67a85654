/** Wording for what a change makes pass: gates loosened, findings accepted, waived or planned. */
import type { CheckReport, Relaxation } from '../../types/check-report.ts'

export const relaxedTitle = 'Loosened by this change'

const names: Readonly<Record<Relaxation['kind'], string>> = {
  gate: 'gate loosened',
  file: 'file no longer checked',
  baseline: 'baseline',
  waiver: 'waiver added',
  plan: 'plan added',
}

export interface RelaxedText {
  /** The file it is in, where one of several is meant. */
  readonly file: string | null
  /** `gate loosened: failOn: high -> none`; not yet safe to print. */
  readonly text: string
  readonly location: Relaxation['location']
}

/** Those of the configuration and the baseline, then those of each file. */
export function relaxedTexts({ relaxed, files }: CheckReport): RelaxedText[] {
  const textOf =
    (file: string | null) =>
    ({ kind, text, location }: Relaxation) => ({
      file,
      text: `${names[kind]}: ${text}`,
      location,
    })
  return [
    ...relaxed.map(textOf(null)),
    ...files.flatMap((check) => check.relaxed.map(textOf(files.length > 1 ? check.file : null))),
  ]
}
