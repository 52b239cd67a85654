/** The diagnostic codes of the areas `configuration` and `baseline`: title, and what `explain` says of each. */
import type { CodeTable } from './table.ts'

const place = 'docs/check.md lists the keys of ims-gap.config.yaml with what each takes.'
const written =
  'A baseline is written by `ims-gap baseline write`, one accepted finding a line. It may be edited by hand to add a reason; where that went wrong, delete it and write it again.'

export const checkCodes = {
  'configuration/unknown-key': {
    title: 'Unknown key in the configuration',
    about: `Nothing is guessed and nothing is skipped: a gate that was mistyped would otherwise never fail. ${place}`,
  },
  'configuration/missing-key': { title: 'Missing key in the configuration', about: place },
  'configuration/wrong-type': { title: 'Wrong kind of value in the configuration', about: place },
  'configuration/wrong-value': { title: 'Value that the configuration does not take', about: place },
  'configuration/wrong-number': { title: 'Number that the configuration does not take', about: place },
  'configuration/wrong-date': { title: 'Not a date', about: place },
  'configuration/blank': {
    title: 'Nothing written in the configuration',
    about: `The key is there and its value is not. Write it, or take the line out. ${place}`,
  },
  'configuration/too-long': { title: 'Text too long in the configuration', about: place },
  'configuration/too-many': { title: 'Too many entries in the configuration', about: place },
  'configuration/more': {
    title: 'More of the same',
    about: 'At most fifty mistakes are shown at a time. The rest shows once those are fixed.',
  },
  'configuration/unknown-element': {
    title: 'Gate for an unknown element',
    about: 'A required element is named by its number, such as 5.1.1. `ims-gap explain` lists the elements.',
  },
  'configuration/unknown-principle': {
    title: 'Gate for an unknown principle',
    about:
      'A minimum is set for a principle by its id, or for `overall`. `ims-gap explain` lists the principles.',
  },
  'configuration/path': {
    title: 'Path that leads out',
    about:
      'Paths in the configuration start from its folder and stay in the repository (or, where there is none, in that folder): a file that came with a repository must not make the tool read or write elsewhere. The command line may name any path.',
  },
  'baseline/unknown-key': { title: 'Unknown key in a baseline', about: written },
  'baseline/missing-key': { title: 'Missing key in a baseline', about: written },
  'baseline/wrong-type': { title: 'Wrong kind of value in a baseline', about: written },
  'baseline/wrong-value': { title: 'Value that a baseline does not take', about: written },
  'baseline/wrong-number': { title: 'Number that a baseline does not take', about: written },
  'baseline/wrong-date': { title: 'Not a date', about: written },
  'baseline/blank': { title: 'Nothing written in a baseline', about: written },
  'baseline/too-long': { title: 'Text too long in a baseline', about: written },
  'baseline/too-many': { title: 'Too many entries in a baseline', about: written },
  'baseline/more': {
    title: 'More of the same',
    about: 'At most fifty mistakes are shown at a time. The rest shows once those are fixed.',
  },
  'baseline/format-version': {
    title: 'Another version of the format',
    about:
      'The number after "ims-gap-baseline:" is the version of the file format, which is 1. A higher one was written by a newer ims-gap: upgrade the program.',
  },
  'baseline/other-framework': {
    title: 'Baseline of another framework',
    about:
      'Clause numbers mean other things in another framework, so its findings cannot be compared. Check with the pack the baseline was written with, or delete the baseline and write it again.',
  },
  'baseline/other-pack-version': {
    title: 'Baseline of another pack version',
    about:
      'Rules come, go and change with the version of a guidance pack. What is new since the baseline may be new only because a rule is. Look through what the check says, then write the baseline again.',
  },
  'baseline/duplicate-finding': {
    title: 'Finding accepted twice',
    about:
      'A finding of a file stands in a baseline once; of two, one would silently win. Keep one of the two lines.',
  },
  'baseline/unknown-finding': {
    title: 'Not a finding',
    about: `An entry names a finding by its id, as the assessment prints it: rule@element. ${written}`,
  },
} as const satisfies CodeTable
