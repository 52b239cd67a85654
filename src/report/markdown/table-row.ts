/** Rows of Markdown tables from cells that are escaped already. */

export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** `align`: one letter per column, `l` or `r`. */
export function table(head: readonly string[], align: string, rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, index) => (align[index] === 'r' ? '--:' : '---'))
  return [head, rule, ...rows].map(tableRow).join('\n')
}
