/** That every file passes, as a clause that others may follow: `Both files pass`. */
export function passingFiles(count: number): string {
  if (count === 1) return 'The file passes'
  return count === 2 ? 'Both files pass' : `All ${count} files pass`
}
