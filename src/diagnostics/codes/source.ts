/** The diagnostic codes of reading YAML: title, and what `explain` says of each. */
import type { CodeTable } from './table.ts'

const limit =
  'Limits stand far above any real description; they make sure that every file, however odd, is answered at once.'
const quoting =
  'Unquoted texts are comfortable, but YAML gives some signs a meaning of their own. Between quotes, " or \', every text is only text.'
const plainData =
  'A description is plain data that a person can read from top to bottom. What YAML offers beyond that (references, types, several documents) makes files mean something else than they show, so it is refused.'
const keyNames =
  'Keys are names that people and programs compare. A key that looks like another one, or like nothing, hides mistakes.'
const layout =
  'In YAML the depth of a line says what it belongs to: keys of one mapping, and dashes of one list, stand exactly below each other, and what belongs to a key is indented deeper, with spaces.'

export const sourceCodes = {
  'source/empty': {
    title: 'Empty document',
    about: 'The file holds no data. `ims-gap init org.yaml` writes a description to fill in.',
  },
  'source/too-large': { title: 'File too large', about: `A file may have 1 MiB. ${limit}` },
  'source/not-text': {
    title: 'Not a text file',
    about:
      'The first bytes are those of another format. Nothing is unpacked or converted; give the YAML file itself.',
  },
  'source/encoding': {
    title: 'Not in UTF-8',
    about:
      'Files are read as UTF-8, with or without byte order mark. Editors offer it when saving; `iconv` converts.',
  },
  'source/invalid-utf8': {
    title: 'Broken UTF-8',
    about:
      'A byte sequence names no character. Most often the file was saved in an older encoding; save it as UTF-8.',
  },
  'source/control-character': {
    title: 'Invisible control character',
    about:
      'Control characters cannot be seen and can steer a terminal, so none may stand in a file. Delete it.',
  },
  'source/lone-surrogate': {
    title: 'Half a character',
    about:
      'An escape or a unit names half of a character, or a number beyond all characters. Write the character itself.',
  },
  'source/line-ends': {
    title: 'Old line ends',
    about:
      'All lines end with CR alone, which most tools show as one long line. Save the file with LF or CR LF.',
  },
  'source/too-deep': {
    title: 'Nested too deeply',
    about: `Lists and mappings may be nested 64 deep. ${limit}`,
  },
  'source/too-many-nodes': { title: 'Too many values', about: `A file may hold 100,000 values. ${limit}` },
  'source/too-many-keys': { title: 'Too many keys', about: `A mapping may have 5,000 keys. ${limit}` },
  'source/too-long': {
    title: 'Text too long',
    about: `A text may have 131,072 characters, a key 1,024. ${limit}`,
  },
  'source/too-many': {
    title: 'More problems',
    about: 'Fifty problems of a file are shown; fix them and the rest appears.',
  },
  'source/anchor': { title: 'Anchor', about: plainData },
  'source/alias': { title: 'Alias', about: plainData },
  'source/tag': { title: 'Tag', about: plainData },
  'source/directive': { title: 'Directive', about: plainData },
  'source/merge-key': { title: 'Merge key', about: plainData },
  'source/several-documents': { title: 'Several documents', about: plainData },
  'source/complex-key': { title: 'Key that is no text', about: keyNames },
  'source/empty-key': { title: 'Empty key', about: keyNames },
  'source/null-key': {
    title: 'Key that means nothing',
    about:
      'Unquoted, null and ~ are not words but the sign for "no value", and programs disagree on what a key of that name is called. Put it in quotes if it is a name.',
  },
  'source/reserved-key': {
    title: 'Reserved key',
    about:
      'The names __proto__, prototype and constructor mean something to programs that read results. No key may use them.',
  },
  'source/unsafe-key': { title: 'Invisible character in a key', about: keyNames },
  'source/duplicate-key': {
    title: 'Key written twice',
    about:
      'Each key of a mapping stands once; of two, one would silently win. Keys count as the same whatever their quotes (4.2 and "4.2") and however accents are composed.',
  },
  'source/case-twin': { title: 'Keys that differ in case', about: keyNames },
  'source/lookalike-key': { title: 'Key with look-alike letters', about: keyNames },
  'source/not-a-mapping': {
    title: 'Not a mapping',
    about:
      'The file holds a list or a single value. It should begin with keys, each followed by a colon and a space.',
  },
  'source/conflict-marker': {
    title: 'Merge conflict',
    about: 'Git left both sides of a conflict in the file. Choose one and delete the lines with markers.',
  },
  'source/tab': { title: 'Tab indentation', about: `${layout} Tabs are not allowed there.` },
  'source/no-break-space': {
    title: 'False space',
    about:
      'A character that looks like a space but is none, usually copied from a web page or a word processor.',
  },
  'source/indentation': { title: 'Wrong indentation', about: layout },
  'source/smart-quotes': {
    title: 'Typographic quotes',
    about: `Only straight quotes are quotes. ${quoting}`,
  },
  'source/full-width-colon': { title: 'Full-width colon', about: 'Only ":" followed by a space ends a key.' },
  'source/foreign-separator': { title: 'Foreign comma', about: 'Only "," separates entries in brackets.' },
  'source/foreign-digits': {
    title: 'Other digits',
    about: 'Numbers and dates are written with the digits 0 to 9. A text of other digits goes in quotes.',
  },
  'source/space-after-colon': {
    title: 'No space after a colon',
    about: 'A key ends with ":" and a space or line end.',
  },
  'source/space-after-dash': {
    title: 'No space after a dash',
    about: 'A list entry begins with "-" and a space.',
  },
  'source/foreign-dash': {
    title: 'Another dash',
    about:
      'A list entry begins with the plain "-" of the keyboard and a space. Word processors make a longer dash or a bullet of it, which is an ordinary letter in YAML.',
  },
  'source/unclosed-quote': { title: 'Quote not closed', about: quoting },
  'source/text-after-quote': {
    title: 'Text after a quote',
    about: `Quotes enclose the whole text. ${quoting}`,
  },
  'source/escape': {
    title: 'Unknown escape',
    about:
      'In double quotes a backslash begins an escape such as \\n. Double it, or use single quotes, where it is itself.',
  },
  'source/unclosed-bracket': { title: 'Bracket not closed', about: quoting },
  'source/text-after-bracket': { title: 'Text after a bracket', about: quoting },
  'source/missing-comma': {
    title: 'Missing comma',
    about: 'Entries in brackets are separated by one comma each.',
  },
  'source/reserved-start': { title: 'Text that begins with a sign', about: quoting },
  'source/colon-in-text': { title: 'Colon in a text', about: quoting },
  'source/comment-in-text': { title: 'Comment in a text', about: quoting },
  'source/list-on-key-line': { title: 'List beside its key', about: layout },
  'source/missing-colon': { title: 'Key without a colon', about: layout },
  'source/syntax': { title: 'Cannot be read', about: `${layout} ${quoting}` },
} as const satisfies CodeTable
