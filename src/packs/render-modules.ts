/** Writes a compiled pack as TypeScript modules: data as JSON text, which engines read faster than source code. */
import type { Framework, Rule, Texts } from '../types/framework.ts'

/** Three modules, so that texts stay unread until something prints them. */
export function renderPackModules(
  { framework, rules, texts }: { framework: Framework; rules: readonly Rule[]; texts: Texts },
  folder: string,
): { path: string; text: string }[] {
  const opening = '/** Compiled from the pack by `npm run build`; do not edit. */\n'
  const types = "'../../types/framework.ts'"
  return [
    {
      path: `${folder}/framework.ts`,
      text: `${opening}import type { Framework } from ${types}\n\nexport const framework: Framework = JSON.parse(${quoted(framework)})\n`,
    },
    {
      path: `${folder}/rules.ts`,
      text: `${opening}import type { Rule } from ${types}\n\nexport const rules: readonly Rule[] = JSON.parse(${quoted(rules)})\n`,
    },
    {
      path: `${folder}/texts.ts`,
      text: `${opening}import type { Texts } from ${types}\n\nexport function readTexts(): Texts {\n  return JSON.parse(${quoted(texts)})\n}\n`,
    },
  ]
}

/** ASCII only, in JSON's own escapes: engines hold such a text with one byte per character. */
function quoted(value: unknown): string {
  const json = JSON.stringify(value).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `'${json.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`
}
