/**
 * Text from a file or a pack as inert GitHub-flavoured Markdown: one line, no markup, no HTML, no link, no image, and
 * nobody mentioned. What means nothing stays as it is, so that the source can be read too: round brackets and exclamation
 * marks without square brackets, and an ampersand that opens no character reference.
 */
import { showSafely } from '../util/show.ts'
import { oneLine } from './wrap-text.ts'

/** Breaks up what sites turn into links after Markdown is done, where a backslash no longer helps. */
const gap = '&#8203;'

export function escapeMarkdown(text: string): string {
  return showSafely(oneLine(text))
    .replace(/[\\`*_{}[\]#|<>~@$^]|!(?=\[)|&(?=#?\w+(?:;|$))/g, '\\$&')
    .replace(/\\@(?=[\w-])/g, `\\@${gap}`)
    .replace(/(\\#|\bGH-)(?=\d)/gi, `$1${gap}`)
    .replace(/\b(https?|ftp|mailto|xmpp):(?=\S)/gi, `$1\\:${gap}`)
    .replace(/\b(www)\./gi, `$1\\.${gap}`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[-+=:]/, '\\$&')
}

/** An id or a place as code, so that it can be copied as it is; anything odd is escaped as text instead. */
export function markdownCode(text: string): string {
  return /^[\w./:@#-]+(?: [\w./:@#-]+)*$/.test(text) ? `\`${text}\`` : escapeMarkdown(text)
}
