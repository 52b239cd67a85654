/** What every output has to hold, whatever stands in the file. */
import type { ReportOptions } from '../../src/report/report-options.ts'

export const options: ReportOptions = {
  width: 80,
  color: false,
  unicode: true,
  all: false,
  names: {
    plainGap: 'practice/below-target',
    level: (level) => ['absent', 'initial', 'developing', 'established', 'managed', 'improving'][level],
    ruleTitle: (rule) => (rule === 'strategy/frozen' ? 'Strategy that is never reviewed' : undefined),
  },
  next: ['ims-gap explain 6.2.2 org.yaml', 'ims-gap assess org.yaml --all'],
}

/** Everything invisible or steering, except the line breaks given. */
export function rawControls(text: string): string[] {
  return [
    ...text.matchAll(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu,
    ),
  ].map(([character]) => character.codePointAt(0)!.toString(16))
}

/** Letters and digits in order, whatever the layout. */
export function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}
