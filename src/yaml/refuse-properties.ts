/** Refuses what can hang on a YAML value or stand for it: anchors, aliases and tags. Nothing is resolved or constructed. */
import type { AliasEvent, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml'
import type { DiagnosticDraft } from '../diagnostics/diagnose.ts'
import type { Source } from '../types/document.ts'
import { quote } from '../util/show.ts'
import type { Problems } from './problems.ts'

export function refuseProperties(
  event: MappingEvent | SequenceEvent | ScalarEvent,
  source: Source,
  problems: Problems,
): void {
  if (event.anchorStart !== -1) problems.add(anchorRefused(source, event.anchorStart - 1, event.anchorEnd))
  if (event.tagStart !== -1) problems.add(tagRefused(source, event.tagStart, event.tagEnd))
}

export function aliasRefused(source: Source, event: AliasEvent): DiagnosticDraft {
  const start = event.anchorStart - 1
  const end = event.anchorEnd
  return {
    code: 'source/alias',
    message: `aliases such as ${quote(source.text.slice(start, end))} are not supported`,
    hint: 'write the value itself; put the text in quotes if it begins with a star',
    at: { source, start, end },
  }
}

export function anchorRefused(source: Source, start: number, end: number): DiagnosticDraft {
  return {
    code: 'source/anchor',
    message: `anchors such as ${quote(source.text.slice(start, end))} are not supported`,
    hint: 'delete the anchor; put the text in quotes if it begins with "&"',
    at: { source, start, end },
  }
}

export function tagRefused(source: Source, start: number, end: number): DiagnosticDraft {
  return {
    code: 'source/tag',
    message: `tags such as ${quote(source.text.slice(start, end))} are not supported`,
    hint: 'delete the tag; put the text in quotes if it begins with "!"',
    at: { source, start, end },
  }
}
