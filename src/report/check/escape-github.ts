/**
 * Text inside a workflow command of GitHub Actions. A line that begins with `::` is a command; its properties end at a
 * comma, their list at `::`, the whole at the line's end. What is escaped here is read back as text and as nothing else.
 */
import { showSafely } from '../../util/show.ts'

/** The message after the second `::`; line breaks in it are meant. */
export function escapeGithubMessage(text: string): string {
  return text.split('\n').map(showSafely).join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A')
}

/** The value of a property, on one line. */
export function escapeGithubProperty(text: string): string {
  return escapeGithubMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
