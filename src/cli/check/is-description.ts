/** Whether a file below a folder is one of the practice descriptions that the folder stands for. */

/** By its name and its first lines: other YAML is none of our business, nor is what is hidden or was installed. */
export function isDescription(path: string, bytes: Uint8Array): boolean {
  if (!/\.ya?ml$/i.test(path) || /(^|\/)(\.|node_modules\/)/.test(path)) return false
  return /^\uFEFF?["']?ims-gap["']?\s*:/m.test(Buffer.from(bytes.subarray(0, 4096)).toString('utf8'))
}
