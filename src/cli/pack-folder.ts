/** Finds the pack a call works with: the built-in one, or folders of YAML laid over it or standing alone. */

import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { builtinPack } from '../builtin.ts'
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import type { Pack } from '../types/framework.ts'
import { showNumber, showSafely } from '../util/show.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { exitCode, Stop, usageStop } from './exit-code.ts'
import { access, readRegularFile } from './io/read-file.ts'
import type { World } from './io/world.ts'

export interface PackResult {
  /** Left out when a pack has errors. */
  readonly pack?: Pack
  readonly diagnostics: readonly Diagnostic[]
}

/** `folders` as given by `--pack`, in order; `undefined` or none is the built-in pack. */
export async function findPack(folders: readonly string[] | undefined, world: World): Promise<PackResult> {
  if (!folders || folders.length === 0) {
    return { pack: builtinPack(), diagnostics: [] }
  }
  const { loadPack } = await import('../load-pack.ts')
  const builtin = join(world.packageFolder, 'packs', 'iso-56002')
  const problems: Diagnostic[] = []
  const read = [builtin, ...folders].map((folder) => ({
    name: folder === builtin ? 'iso-56002' : folder,
    files: readFiles(folder, world).map(({ path, bytes }) => {
      const { root, diagnostics } = readYaml(
        bytes,
        folder === builtin ? `iso-56002/${path}` : join(folder, path),
        { anyRoot: true },
      )
      problems.push(...diagnostics)
      return { path, root, bytes }
    }),
  }))
  if (hasErrors(problems)) return { diagnostics: problems }
  const { pack, diagnostics } = loadPack(read)
  return { ...(pack && { pack }), diagnostics: [...problems, ...diagnostics] }
}

/** Several times what the built-in pack has; every pack, however odd, is answered at once. */
const limits = { files: 200, bytes: 4 * 1024 * 1024 }

function readFiles(folder: string, world: World): { path: string; bytes: Uint8Array }[] {
  let total = 0
  return packFiles(folder, world).map((path) => {
    refuseWayOut(folder, path, world)
    const bytes = readRegularFile(join(folder, path), world.folder)
    total += bytes.length
    if (total > limits.bytes)
      throw tooLarge(folder, `its files have more than ${showNumber(limits.bytes)} bytes together`)
    return { path, bytes }
  })
}

/** A pack comes from somebody else: a link in it must not make us read, and quote, another file of the user. */
function refuseWayOut(folder: string, path: string, world: World): void {
  const full = resolve(world.folder, folder)
  const root = access(folder, full, () => realpathSync(full))
  const file = access(join(folder, path), join(full, path), () => realpathSync(join(full, path)))
  if (file.startsWith(`${root}${sep}`)) return
  throw new Stop(
    exitCode.invalidInput,
    `${showSafely(join(folder, path))} is a link that leads out of the pack`,
  )
}

function tooLarge(folder: string, reason: string): Stop {
  return new Stop(exitCode.invalidInput, `${showSafely(folder)} is too large for a guidance pack: ${reason}`)
}

/** True where a folder looks like a pack. */
export function isPackFolder(path: string, world: World): boolean {
  return existsSync(resolve(world.folder, path, 'pack.yaml'))
}

/** The files of a pack by name, sorted; the pack's own file first. */
function packFiles(folder: string, world: World): string[] {
  if (folder === '') throw usageStop('the name of a pack folder is empty')
  const full = resolve(world.folder, folder)
  const names = access(folder, full, () => readdirSync(full))
  if (!names.includes('pack.yaml')) {
    throw new Stop(
      exitCode.invalidInput,
      `${showSafely(folder)} is not a guidance pack: it has no pack.yaml`,
      'see docs/packs.md',
    )
  }
  const single = ['pack.yaml', 'principles.yaml', 'terms.yaml', 'crosswalk.yaml'].filter((name) =>
    names.includes(name),
  )
  const inFolders = ['elements', 'rules']
    .filter((name) => names.includes(name))
    .flatMap((name) =>
      access(join(folder, name), join(full, name), () => readdirSync(join(full, name)))
        .filter((file) => file.endsWith('.yaml'))
        .sort()
        .map((file) => `${name}/${file}`),
    )
  const files = [...single, ...inFolders]
  if (files.length > limits.files) throw tooLarge(folder, `it has more than ${limits.files} files`)
  return files
}
