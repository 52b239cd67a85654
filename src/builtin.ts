/** The pack that comes with the tool, compiled at build time; its texts are read only when something prints them. */

import { framework } from './generated/iso-56002/framework.ts'
import { rules } from './generated/iso-56002/rules.ts'
import { readTexts } from './generated/iso-56002/texts.ts'
import type { Pack, Texts } from './types/framework.ts'

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
