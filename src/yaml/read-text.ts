/** Turns the bytes of a file into text, or says in which encoding or format it is instead. */
import type { DiagnosticDraft } from '../diagnostics/diagnose.ts'
import type { Source } from '../types/document.ts'
import { limits } from './limits.ts'
import { makeSource } from './make-source.ts'
import { group } from './problems.ts'

export interface ReadText {
  /** Without a byte order mark, so that columns of the first line count as editors do. Empty when nothing could be read. */
  readonly source: Source
  readonly problem?: DiagnosticDraft
}

export function readText(input: Uint8Array | string, file: string): ReadText {
  if (typeof input === 'string') {
    if (byteLength(input) > limits.bytes) return refuse(file, tooLarge())
    return { source: makeSource(file, input.charCodeAt(0) === 0xfeff ? input.slice(1) : input) }
  }
  const problem = formatOf(input) ?? (input.length > limits.bytes ? tooLarge() : encodingOf(input))
  if (problem) return refuse(file, problem)
  try {
    return { source: makeSource(file, new TextDecoder('utf-8', { fatal: true }).decode(input)) }
  } catch {
    return invalidUtf8(input, file)
  }
}

type Refusal = Omit<DiagnosticDraft, 'at'>

function refuse(file: string, refusal: Refusal): ReadText {
  const source = makeSource(file, '')
  return { source, problem: { ...refusal, at: { source, start: 0, end: 0 } } }
}

function byteLength(text: string): number {
  return text.length * 3 <= limits.bytes || text.length > limits.bytes
    ? text.length
    : new TextEncoder().encode(text).length
}

function tooLarge(): Refusal {
  return {
    code: 'source/too-large',
    message: `the file is larger than ${group(limits.bytes)} bytes (1 MiB)`,
    hint: 'split it, or keep long texts in the evidence files it names',
  }
}

const formats: readonly { readonly name: string; readonly bytes: readonly number[] }[] = [
  { name: 'a gzip archive', bytes: [0x1f, 0x8b] },
  { name: 'a PNG image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'a JPEG image', bytes: [0xff, 0xd8, 0xff] },
  { name: 'a PDF document', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { name: 'an old Office document (such as XLS or DOC)', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'a ZIP archive', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'a ZIP archive', bytes: [0x50, 0x4b, 0x05, 0x06] },
]

function formatOf(bytes: Uint8Array): Refusal | undefined {
  const format = formats.find((candidate) => startsWith(bytes, candidate.bytes))
  if (!format) return undefined
  const name = format.name === 'a ZIP archive' ? zipContent(bytes) : format.name
  return {
    code: 'source/not-text',
    message: `this looks like ${name}, not like YAML`,
    hint: 'give the YAML file itself; "ims-gap init org.yaml" writes one to start from',
  }
}

/** Office files are ZIP archives with telling names in them; nothing is unpacked. */
function zipContent(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 4096))
  if (head.includes('xl/')) return 'an XLSX workbook'
  if (head.includes('word/')) return 'a DOCX document'
  if (head.includes('ppt/')) return 'a PPTX presentation'
  return head.includes('[Content_Types].xml') ? 'an Office file (such as XLSX)' : 'a ZIP archive'
}

function encodingOf(bytes: Uint8Array): Refusal | undefined {
  const name = encodingName(bytes)
  if (name === undefined) return undefined
  return {
    code: 'source/encoding',
    message: `the file is written in ${name}; only UTF-8 can be read`,
    hint: `save it as UTF-8 in your editor, or convert it: iconv -f ${name} -t UTF-8 old.yaml > new.yaml`,
  }
}

/** By byte order mark, or without one by where the zero bytes of the first two characters stand. */
function encodingName(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0])) return 'UTF-32LE'
  if (startsWith(bytes, [0, 0, 0xfe, 0xff])) return 'UTF-32BE'
  if (startsWith(bytes, [0xff, 0xfe])) return 'UTF-16LE'
  if (startsWith(bytes, [0xfe, 0xff])) return 'UTF-16BE'
  const zeros = Array.from(bytes.subarray(0, 4), (byte) => (byte === 0 ? '0' : 'x')).join('')
  const known: Record<string, string> = {
    x000: 'UTF-32LE',
    '000x': 'UTF-32BE',
    x0x0: 'UTF-16LE',
    '0x0x': 'UTF-16BE',
  }
  return known[zeros]
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function invalidUtf8(bytes: Uint8Array, file: string): ReadText {
  const offset = firstInvalidByte(bytes)
  const start = new TextDecoder().decode(bytes.subarray(0, offset)).length
  const source = makeSource(file, new TextDecoder().decode(bytes))
  const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0')
  return {
    source,
    problem: {
      code: 'source/invalid-utf8',
      message: `byte ${group(offset)} (0x${byte}) is not valid UTF-8`,
      hint: 'save the file as UTF-8; it may have been written in an older encoding such as Windows-1252',
      at: { source, start, end: start + 1 },
    },
  }
}

/** Offset of the first byte of the first ill-formed sequence; the length where all are well-formed. */
function firstInvalidByte(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return at
}

/** Bytes of the character that starts here, or 0 where none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return 1
  if (first < 0xc2 || first > 0xf4) return 0
  const second = bytes[at + 1] ?? 0
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < lowest || second > highest) return 0
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  for (let index = 2; index < length; index++) if ((bytes[at + index] ?? 0) >> 6 !== 2) return 0
  return length
}
