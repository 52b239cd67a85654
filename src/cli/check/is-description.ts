/** Whether a file below a folder is one of the practice descriptions that the folder stands for. */

/**
 * By its name and its first lines: other YAML is none of our business, nor is what is hidden or was installed. One whose first
 * key is mistyped, or that is in a form we do not read, must not slip through: whoever reads it says what is wrong.
 */
export function isDescription(path: string, bytes: Uint8Array): boolean {
  if (!/\.ya?ml$/i.test(path) || /(^|\/)(\.|node_modules\/)/.test(path)) return false
  const start = textOf(Buffer.from(bytes.subarray(0, 4096)))
  if (/^["']?ims[-_ ]?gap["']?\s*:/im.test(start)) return true
  return /^practices\s*:/m.test(start) && /^(framework|organization)\s*:/m.test(start)
}

function textOf(bytes: Buffer): string {
  const mark = bytes.toString('latin1', 0, 2)
  if (mark === '\u00ff\u00fe') return bytes.toString('utf16le', 2)
  if (mark === '\u00fe\u00ff')
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le', 2)
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}
