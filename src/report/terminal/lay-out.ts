/** Renders a page with what it needs, and loads no more than that: most pages are without colour and wide characters. */
import { loadWidths, needsWidths } from './display-width.ts'
import { loadColors } from './palette.ts'

/**
 * Renders once, and once more where the page has characters that only the library for widths can measure: loading that takes
 * as long as starting half the program.
 */
export async function layOut(render: () => string, { color }: { readonly color: boolean }): Promise<string> {
  if (color) await loadColors()
  const page = render()
  if (!needsWidths(page)) return page
  await loadWidths()
  return render()
}
