/** The diagnostic codes of the area `pack`: title, and what `explain` says of each. */
import type { CodeTable } from './table.ts'

export const packCodes = {
  'pack/no-pack-file': {
    title: 'No pack.yaml',
    about:
      'A guidance pack is a folder with a pack.yaml that says its format, id, edition, version and constants, or what it extends.',
  },
  'pack/cannot-extend': {
    title: 'Nothing to extend',
    about:
      'extends names a pack and its edition, such as iso-56002:2019. It must be the pack this one is laid over, because numbers mean other things in other editions.',
  },
  'pack/nothing-to-remove': {
    title: 'Nothing to remove',
    about:
      'A blank entry in an overlay removes what has this id in the pack below. Nothing there has it, so this is most likely a typo.',
  },
  'pack/duplicate-id': {
    title: 'Defined twice',
    about:
      'Ids are unique within a pack. To change something of the pack below, use its id once in an overlay.',
  },
  'pack/elements-not-a-mapping': {
    title: 'Elements are a mapping',
    about:
      'Every file in elements/ is a mapping from the number of an element to what is said of it, so that overlays find each by its number.',
  },
  'pack/rules-not-a-list': {
    title: 'Rules are a list',
    about:
      'Every file in rules/ is a list of rules, so that their order can be seen: each begins with a dash and its id.',
  },
  'pack/rule-without-id': {
    title: 'Rule without an id',
    about:
      'The id names the rule in results, waivers and documents for ever, so every rule starts with one: theme/problem.',
  },
  'pack/unknown-key': {
    title: 'Unknown key in a pack',
    about:
      'This key means nothing here, so it would have no effect. docs/packs.md lists the keys of every file.',
  },
  'pack/missing-key': {
    title: 'Missing key in a pack',
    about: 'Something every pack, element or rule must say is not there. docs/packs.md shows a whole one.',
  },
  'pack/wrong-type': {
    title: 'Wrong kind of value in a pack',
    about: 'A list, a mapping, a text or a number stands where another of them is expected.',
  },
  'pack/wrong-value': {
    title: 'Wrong value in a pack',
    about: 'Only the values that docs/packs.md lists are known here.',
  },
  'pack/wrong-number': {
    title: 'Wrong number in a pack',
    about: 'A whole number within the range of docs/packs.md is expected, written in plain digits.',
  },
  'pack/wrong-date': {
    title: 'Wrong date in a pack',
    about: 'Dates are written YYYY-MM-DD and exist in the calendar.',
  },
  'pack/blank': {
    title: 'Blank value in a pack',
    about: 'A value is expected here. In an overlay, a blank entry removes what it names.',
  },
  'pack/too-long': {
    title: 'Text too long in a pack',
    about: 'Texts of a pack have limits, so that reports stay readable.',
  },
  'pack/too-many': {
    title: 'Too many or too few in a pack',
    about: 'Lists and mappings of a pack have limits, so that no pack can stall the tool.',
  },
  'pack/more': {
    title: 'More mistakes',
    about: 'Only the first mistakes are listed. Fix those and validate again.',
  },
  'pack/bad-number': {
    title: 'Not a number of an element',
    about: 'Elements are named by parts of digits or letters joined by dots, such as 4.1.2.',
  },
  'pack/bad-criterion': {
    title: 'Not an id of a criterion',
    about: 'A criterion is named by the level it belongs to and a letter: 1a, 2a, 2b.',
  },
  'pack/missing-criterion': {
    title: 'Level without a criterion',
    about:
      'A level is reached when every criterion up to it is met. A level without one would be reached by nothing, so each level from 1 to 5 needs at least one.',
  },
  'pack/missing-steps': {
    title: 'Element without steps',
    about:
      'Steps say what to do to reach each level and how many person-days that takes. Without them an improvement has no effort and cannot be ranked.',
  },
  'pack/bad-effort': {
    title: 'Effort out of order',
    about: 'Effort is an estimate with low at most likely and likely at most high.',
  },
  'pack/too-much-work': {
    title: 'Rules that take too long',
    about:
      'Before rules are asked, the steps they can take are counted from above: elements of the framework, entries of the registers, counting within counting. Beyond many times those of the built-in pack they are refused, so that every assessment ends soon.',
  },
  'pack/bad-name': {
    title: 'Not a name of a pack',
    about:
      'The id, edition and version of a pack stand in every description and result, so they are plain: iso-56002, 2019, 1.0.0.',
  },
  'pack/bad-rule-id': {
    title: 'Not an id of a rule',
    about:
      'A rule is named theme/problem in small letters, digits and dashes, such as objectives/without-plan.',
  },
  'pack/misplaced-this': {
    title: 'Misplaced "this"',
    about:
      '"this" stands for the element a rule speaks about, and "item" for the entry of a register. They mean nothing elsewhere.',
  },
  'pack/unknown-clause': {
    title: 'Element without a heading',
    about:
      'Elements stand under the clause headings of pack.yaml: the longest heading that the number begins with.',
  },
  'pack/unknown-stage': {
    title: 'Unknown stage',
    about: 'The stages of a pack are listed in pack.yaml, in the order in which ties are placed.',
  },
  'pack/unknown-principle': {
    title: 'Unknown principle',
    about: 'Principles are defined by id in principles.yaml.',
  },
  'pack/unknown-element': {
    title: 'Unknown element',
    about: 'Elements are defined by number in the files of elements/.',
  },
  'pack/unknown-rule': { title: 'Unknown rule', about: 'Rules are defined in the files of rules/.' },
  'pack/unknown-term': { title: 'Unknown term', about: 'Terms are defined in terms.yaml.' },
  'pack/unknown-word': {
    title: 'Unknown word in a condition',
    about:
      'Conditions are written in the closed vocabulary of docs/packs.md, so that every verdict can be explained and a pack runs no code.',
  },
  'pack/bad-operand': {
    title: 'Wrong operand',
    about: 'Each word of a condition takes one kind of operand; docs/packs.md lists them.',
  },
  'pack/bad-placeholder': {
    title: 'Unknown placeholder',
    about:
      'A message may name levels and fields in braces, such as {6.2.1} or {this.title}. Anything else in braces is a mistake.',
  },
  'pack/bad-condition': {
    title: 'Condition that cannot work',
    about: 'The condition can never be true, or is nested more deeply than a person can follow.',
  },
  'pack/missing-example': {
    title: 'Missing example',
    about:
      'Examples are run as tests and printed in the documentation: at least one where the rule fires and one where it stays silent.',
  },
  'pack/wrong-example': {
    title: 'Example with another outcome',
    about: 'The example says one outcome and the rule concludes another: the example or the rule is wrong.',
  },
  'pack/cyclic': {
    title: 'Waiting for itself',
    about:
      'Prerequisites, with the foundation that everything above the gate waits for, must not form a circle: nothing could ever start.',
  },
  'pack/unreachable': { title: 'Never used', about: 'Something in the pack can never have an effect.' },
} as const satisfies CodeTable
