/** Why a file cannot be read, for those who have just read its name. */
import type { FileCheck } from '../../types/check-report.ts'
import { showSafely } from '../../util/show.ts'

/** Not yet safe to print. Where the message is about the file as a whole, the name in it is left out. */
export function whyUnreadable({ file, message }: Pick<FileCheck, 'file' | 'message'>): string {
  if (message === null) return 'cannot be read'
  const name = showSafely(file)
  if (name !== '' && message.startsWith(`${name} `)) return message.slice(name.length + 1)
  const end = `: ${name}`
  const at = message.indexOf(end)
  const rest = message.slice(at + end.length)
  return at === -1 || !/^(?:;|$)/.test(rest) ? message : `${message.slice(0, at)}${rest}`
}
