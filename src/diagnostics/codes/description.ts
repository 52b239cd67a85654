/** The diagnostic codes of the area `description`: title, and what `explain` says of each. */
import type { CodeTable } from './table.ts'

export const descriptionCodes = {
  'description/unknown-key': {
    title: 'Unknown key',
    about:
      'The word before a colon is not one that a practice description knows at this place. Most often it is a typo, or it is indented too far or not far enough and so belongs to another entry. Nothing is guessed and nothing is skipped: a key that were ignored would silently leave out what you wrote.',
  },
  'description/missing-key': {
    title: 'Missing key',
    about:
      'Something that every description needs is not there. The message names the entry that lacks it and the hint what to add.',
  },
  'description/wrong-type': {
    title: 'Wrong kind of value',
    about:
      'A list, a mapping or a single value stands where another of them is expected. A list has entries that begin with "- " or stands in [ ], a mapping has "key: value" lines.',
  },
  'description/wrong-value': {
    title: 'Value that is not allowed',
    about: 'This place takes one of a few words, which the message lists. They are written in small letters.',
  },
  'description/wrong-number': {
    title: 'Not a whole number in range',
    about:
      'Levels, weights and horizons are whole numbers in plain form, such as 3: no decimals, signs, leading zeros, exponents or quotes. Levels go from 0 to 5.',
  },
  'description/wrong-date': {
    title: 'Not a date',
    about: 'Dates are days that exist, written year-month-day with all digits: 2026-03-31.',
  },
  'description/blank': {
    title: 'Nothing written',
    about:
      'The key is there and its value is not. A level in particular is never guessed: write it, or take the line out, which means "not assessed".',
  },
  'description/too-long': {
    title: 'Text too long',
    about:
      'A text in a description has at most 100,000 characters. Put the rest in a file and cite it as evidence.',
  },
  'description/too-many': {
    title: 'Too many entries',
    about: 'A list or mapping in a description has at most 2,000 entries.',
  },
  'description/more': {
    title: 'More of the same',
    about: 'At most fifty mistakes are shown at a time. The rest shows once those are fixed.',
  },
  'description/format-version': {
    title: 'Another version of the format',
    about:
      'The number after "ims-gap:" is the version of the file format, which is 1. A file with a higher number was written for a newer ims-gap: upgrade the program. It is not the version of the program or of the guidance.',
  },
  'description/schema-key': {
    title: '$schema in the document',
    about:
      'A schema named inside the document is never opened, because a file must not decide what it is checked against or make the program read other files. Editors take it from a comment in the first line instead: "# yaml-language-server: $schema=./ims-gap.schema.json".',
  },
  'description/comment-in-text': {
    title: 'Text cut by a comment',
    about:
      'After a space, "#" begins a comment in YAML, so an unquoted text such as: see ticket #12 and more ends before it. Put the whole text in quotes. Where it is a comment, write a space after the "#".',
  },
  'description/evidence-source': {
    title: 'Evidence with no source or several',
    about:
      'Each piece of evidence says where it is found in exactly one way: file (a path), url (an address), interview (the role that was asked) or ticket (an entry in a tracker). Two sources are two pieces.',
  },
  'description/digest-without-file': {
    title: 'Digest of what is no file',
    about:
      'A digest (sha256) says which bytes were meant, so it stands beside a file. Addresses are never opened, and interviews and tickets have no bytes. Take it out, or cite the file itself.',
  },
  'description/other-framework': {
    title: 'Written for another guidance pack',
    about:
      'The same number means different things in different documents and editions, so a description names the pack it was written for, as id:edition, and is read with no other. To use an organization’s own pack, give it with --pack.',
  },
  'description/unknown-element': {
    title: 'Unknown element',
    about:
      'Practices and targets are keyed by the number of an element. The number written here is not one: it may be a typo, the heading above several elements, or a number of a neighbouring document. `ims-gap explain` lists all elements.',
  },
  'description/unknown-criterion': {
    title: 'Unknown criterion',
    about:
      'A criterion is named by its level and a letter, such as 2a, and each element has its own. `ims-gap explain` with the element’s number lists them.',
  },
  'description/unknown-principle': {
    title: 'Unknown principle',
    about: 'Targets and weights for principles are keyed by the ids of the guidance pack’s principles.',
  },
  'description/cannot-be-excluded': {
    title: 'Cannot be not applicable',
    about:
      'Some elements are what makes the rest a system, so the guidance leaves no way around them. Give a level instead, 0 if nothing is done, or say that it is declined.',
  },
  'description/conflict': {
    title: 'Answers that exclude each other',
    about:
      'What is not applicable has no level and no criteria. Take one of the two out. (Declined counts as level 0 by itself.)',
  },
  'description/criteria-win': {
    title: 'Level outside its criteria',
    about:
      'The answers to the criteria leave only certain levels, and the stated one is not among them. The criteria win, because they were answered one by one. Correct whichever is wrong.',
  },
  'description/nothing-asked': {
    title: 'Every criterion not applicable',
    about:
      'If no criterion applies, no level follows. Say that the whole element is not applicable and why, or answer at least one criterion.',
  },
  'description/future-date': {
    title: 'Date after the assessment',
    about:
      'The date lies after the day of the assessment (--as-of, else the date in the file, else today). It is most likely a typo. Evidence from the future does not count.',
  },
  'description/backwards': {
    title: 'End before start',
    about: 'Something ended before it started: one of the two dates is wrong.',
  },
  'description/bad-path': {
    title: 'Path that leads out',
    about:
      'Files cited as evidence are named relative to the description, with forward slashes, and lie beside or below it. Absolute paths, "..", "~", drives, network shares and addresses are refused, so that a description from somebody else cannot point into your machine and every cited file travels with it.',
  },
  'description/bad-url': {
    title: 'Not a web address',
    about: 'An address begins with https:// or http:// and has no spaces. It is printed, never opened.',
  },
  'description/duplicate-id': {
    title: 'Same id twice',
    about:
      'Entries of a register refer to each other by id, and results name them by it, so an id is used once.',
  },
  'description/bad-id': {
    title: 'Id with invisible characters',
    about:
      'Ids are printed, compared and typed, so they hold no control, invisible or direction-changing characters.',
  },
  'description/dangling-reference': {
    title: 'Refers to nothing',
    about: 'The entry refers to an objective or an element that is not there. Most often the id is mistyped.',
  },
  'description/bad-waiver': {
    title: 'Waiver without a sufficient reason',
    about:
      'A waiver accepts one finding for a time: its id as the assessment prints it (rule@element), a reason somebody else can understand, who accepted it and until when. It never accepts several at once.',
  },
  'description/unknown-rule': {
    title: 'Waiver for no rule',
    about:
      'The part of a finding’s id before the "@" is the rule that states it, and the pack has no rule of that name. The waiver accepts nothing until it is corrected; copy the id from the assessment.',
  },
  'description/expired-waiver': {
    title: 'Waiver expired',
    about:
      'The waiver no longer holds on the day of the assessment: the finding, where there still is one, counts again. Renew it or take it out. A waiver holds to the end of the day it names, in UTC.',
  },
  'description/waiver-ends-soon': {
    title: 'Waiver ends soon',
    about:
      'A notice, thirty days ahead: the waiver still holds on the day of the assessment, and its finding will count again once it ends. Decide in time whether to close the finding, to renew the waiver or to let it end.',
  },
  'description/long-waiver': {
    title: 'Waiver for more than 400 days',
    about:
      'A waiver accepts a finding for a time, so that somebody looks again. Beyond some thirteen months nobody remembers why; a date so far off is often a mistyped year. Name a day within 400 days and renew the waiver when it comes.',
  },
  'description/plan-too-far': {
    title: 'Plan too far ahead',
    about:
      'A planned date covers a finding for a limited time, 12 months with the built-in pack, so that a promise is not a way to silence a gate. A date further ahead covers nothing; it is often a mistyped year. Name a nearer date, and renew the plan when it comes.',
  },
  'description/unused-waiver': {
    title: 'Waiver without its finding',
    about:
      'The rule was evaluated and states no such finding, so there is nothing to accept: it was closed, or the waiver names another element or entry than the assessment does. Take the waiver out, or copy the id from the assessment. Where the rule could not be evaluated, nothing is said.',
  },
  'description/no-weight': {
    title: 'All weights zero',
    about: 'If every principle weighs nothing there is nothing to score. Give at least one a weight above 0.',
  },
  'description/no-date': {
    title: 'No date to assess at',
    about:
      'How old evidence is, and which waivers hold, depends on the day. Give it with --as-of, or write it in the file as the date of the assessment.',
  },
} as const satisfies CodeTable
