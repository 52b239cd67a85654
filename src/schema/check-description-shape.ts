/** Whether a file has the shape of a practice description: the first half of what can be wrong with one. */
import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { validate } from '../generated/validators/description.js'
import type { DescriptionData } from '../types/description-data.ts'
import {
  type DocumentNode,
  entryOf,
  type MappingNode,
  type Path,
  type ScalarNode,
} from '../types/document.ts'
import type { Framework } from '../types/framework.ts'
import { keySpan } from '../util/place.ts'
import { listWords, showSafely } from '../util/show.ts'
import { checkPracticeIndent } from './check-practice-indent.ts'
import { checkShape } from './check-shape.ts'
import { descriptionSchema, evidenceSources, formatVersion } from './description-schema.ts'
import { descriptionWording, wordingFor } from './description-wording.ts'
import { mayBeBlank, type Schema, schemaOfKey, wantedBy } from './schema.ts'
import { isBlank } from './shape-data.ts'

/** Whether a text goes on in what YAML takes for a comment: `see ticket #12 and more` is read as `see ticket`. */
const comment = /[ \t]+#[^\s#].*/y

/** Warnings at a "#" that a word follows at once; real comments have a space there. */
function checkComments(root: DocumentNode, schema: Schema): Diagnostic[] {
  return /[ \t]#[^\s#]/.test(root.source.text) ? commentsIn(root, schema) : []
}

function commentsIn(node: DocumentNode, schema: Schema, name?: string): Diagnostic[] {
  if (node.kind === 'mapping')
    return node.entries.flatMap(({ name: key, value }) =>
      commentsIn(value, schemaOfKey(schema, key) ?? {}, key),
    )
  if (node.kind === 'sequence') return node.items.flatMap((item) => commentsIn(item, schema.items ?? {}))
  if (!node.plain || wantedBy(schema) !== 'string' || schema.enum || schema.format) return []
  // A blank that may not be one has its own message.
  return isBlank(node) && !mayBeBlank(schema) ? [] : commentAfter(node, name)
}

function commentAfter(node: ScalarNode, name: string | undefined): Diagnostic[] {
  const { source, start, end } = node
  comment.lastIndex = source.text[end] === ':' ? end + 1 : end
  const found = comment.exec(source.text)?.[0]
  if (found === undefined) return []
  const at = comment.lastIndex - found.trimStart().length
  const whole = source.text.slice(start, at + found.trimStart().length).trim()
  const long = whole.length > 80 || /["\\\r\n]/.test(whole)
  const text = long
    ? 'put the whole text in quotes'
    : `write ${name === undefined ? '' : `${showSafely(name)}: `}"${showSafely(whole)}"`
  return [
    diagnose({
      code: 'description/comment-in-text',
      severity: 'warning',
      message:
        end > start
          ? 'the text ends before this "#", which begins a comment'
          : 'nothing is read here: the "#" begins a comment',
      hint: `${text}; a comment has a space after its "#"`,
      at: { source, start: at, end: at + 1 },
    }),
  ]
}

/**
 * `data` is there even beside errors, as long as the file is a mapping and not hopeless: then it lacks what was wrong
 * and serves only for finding the other mistakes in the same run. Binding it never throws. With the `guidance`, a wrong
 * answer to a criterion that there is not is told of the criterion alone, and levels may be called by their names.
 */
export function checkDescriptionShape(
  whole: DocumentNode,
  guidance: Pick<Framework, 'elements' | 'levels'> = { elements: [], levels: [] },
): {
  data?: DescriptionData
  diagnostics: readonly Diagnostic[]
} {
  const { rest: root, diagnostics: astray } = checkPracticeIndent(whole)
  const { data, partial, diagnostics } = checkShape<DescriptionData>(
    root,
    descriptionSchema,
    validate,
    wordingFor(guidance),
    [...astray, ...checkVersion(root), ...checkEvidence(root), ...checkComments(root, descriptionSchema)],
  )
  const hopeless = diagnostics.length > 50
  const readable = data ?? (hopeless ? undefined : (partial as DescriptionData | undefined))
  return { ...(readable && { data: readable }), diagnostics }
}

function checkVersion(root: DocumentNode): Diagnostic[] {
  const node = entryOf(root, 'ims-gap')?.value
  if (node?.kind !== 'scalar' || !node.plain || !/^(0|[1-9]\d{0,14})$/.test(node.text)) return []
  const version = Number(node.text)
  if (version === formatVersion) return []
  const newer = version > formatVersion
  return [
    diagnose({
      code: 'description/format-version',
      message: `the file has format ${version}; this version of ims-gap reads format ${formatVersion}`,
      hint: newer ? 'upgrade ims-gap' : `write ${formatVersion}`,
      at: node,
    }),
  ]
}

/** Every piece of evidence names its source in exactly one way. */
function checkEvidence(root: DocumentNode): Diagnostic[] {
  const practices = entryOf(root, 'practices')?.value
  if (practices?.kind !== 'mapping') return []
  return practices.entries.flatMap(({ name, value }) => {
    const evidence = entryOf(value, 'evidence')?.value
    if (evidence?.kind !== 'sequence') return []
    return evidence.items.flatMap((item, index) =>
      item.kind === 'mapping' ? checkSources(root, item, ['practices', name, 'evidence', index]) : [],
    )
  })
}

function checkSources(root: DocumentNode, piece: MappingNode, path: Path): Diagnostic[] {
  const sources = piece.entries.filter((entry) => isSource(entry.name) && !isBlank(entry.value))
  const named = () => descriptionWording.nameOf(path)
  const code = 'description/evidence-source'
  if (sources.length > 1) {
    const message = `${named()} names ${listWords(sources.map(({ name }) => name))} at once`
    return [diagnose({ code, message, hint: 'make a piece of evidence of each', at: sources[1]!.key })]
  }
  // An unknown key has its own message, and is most likely the source mistyped.
  const strange = piece.entries.some(
    ({ name }) => !isSource(name) && !['kind', 'date', 'sha256', 'note'].includes(name),
  )
  const digest = piece.entries.find(({ name, value }) => name === 'sha256' && !isBlank(value))
  if (digest && sources.length === 1 && sources[0]!.name !== 'file') {
    const message = `${named()} has a digest, and ${withArticle(sources[0]!.name)} has none`
    const hint = 'take it out, or cite the file with "file:"'
    return [diagnose({ code: 'description/digest-without-file', message, hint, at: digest.key })]
  }
  if (sources.length === 1 || strange) return []
  const hint = `add one of ${listWords([...evidenceSources], 'or')}`
  const message = `${named()} does not say where it is found`
  return [diagnose({ code, message, hint, at: keySpan(root, path) })]
}

function withArticle(source: string): string {
  return source === 'interview' ? 'an interview' : source === 'url' ? 'an address' : `a ${source}`
}

function isSource(name: string): boolean {
  return (evidenceSources as readonly string[]).includes(name)
}
