/** The pack that comes with the tool, compiled at build time; its texts are read only when something prints them. */
import type { Pack, Texts } from './core/framework.ts'
import { framework } from './generated/iso-56002/framework.ts'
import { rules } from './generated/iso-56002/rules.ts'
import { readTexts } from './generated/iso-56002/texts.ts'

let texts: Texts | undefined

const pack: Pack = {
  framework,
  rules,
  texts: () => {
    texts ??= readTexts()
    return texts
  },
}

/** Guidance of ISO 56002:2019: always the same object. */
export function builtinPack(): Pack {
  return pack
}
