/** How many bytes a text takes in a file. */
const encoder = new TextEncoder()

export function utf8Length(text: string): number {
  return encoder.encode(text).length
}
