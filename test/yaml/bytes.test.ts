/** Bytes that are no UTF-8 text: named for what they are, refused without reading on. */
import { describe, expect, it } from 'vitest'
import { readYaml } from '../../src/yaml/read-yaml.ts'

const text = 'organization:\n  name: Größe\n'

function utf16(content: string, { big = false, mark = true } = {}): Uint8Array {
  const units = Array.from({ length: content.length }, (_, index) => content.charCodeAt(index))
  return Uint8Array.from(
    (mark ? [0xfeff, ...units] : units).flatMap((unit) =>
      big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
    ),
  )
}

function utf32(content: string, { big = false, mark = true } = {}): Uint8Array {
  const points = Array.from(content, (character) => character.codePointAt(0)!)
  return Uint8Array.from(
    (mark ? [0xfeff, ...points] : points).flatMap((point) => {
      const bytes = [point & 255, (point >> 8) & 255, (point >> 16) & 255, 0]
      return big ? bytes.reverse() : bytes
    }),
  )
}

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  )

describe('other encodings', () => {
  it.each([
    ['UTF-16LE', utf16(text)],
    ['UTF-16LE', utf16(text, { mark: false })],
    ['UTF-16BE', utf16(text, { big: true })],
    ['UTF-16BE', utf16(text, { big: true, mark: false })],
    ['UTF-32LE', utf32(text)],
    ['UTF-32LE', utf32(text, { mark: false })],
    ['UTF-32BE', utf32(text, { big: true })],
    ['UTF-32BE', utf32(text, { big: true, mark: false })],
  ])('%s is named with the command that converts it', (name, input) => {
    const { root, diagnostics } = readYaml(input, 'org.yaml')
    expect(root).toBeUndefined()
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({ code: 'source/encoding', location: { line: 1, column: 1 } })
    expect(diagnostics[0]!.message).toContain(name)
    expect(diagnostics[0]!.hint).toContain(`iconv -f ${name} -t UTF-8`)
  })

  it('does not take a stray NUL for UTF-16', () => {
    const { diagnostics } = readYaml(bytes('a', [0], ': 1'), 'org.yaml')
    expect(diagnostics.map(({ code }) => code)).toEqual(['source/control-character'])
  })
})

describe('other formats', () => {
  it.each([
    ['gzip', [0x1f, 0x8b, 8, 0]],
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d]],
    ['PDF', [...bytes('%PDF-1.7')]],
    ['ZIP', [0x50, 0x4b, 3, 4, ...bytes('notes.txt')]],
    ['XLSX', [0x50, 0x4b, 3, 4, ...bytes('[Content_Types].xml … xl/workbook.xml')]],
    ['DOCX', [0x50, 0x4b, 3, 4, ...bytes('[Content_Types].xml … word/document.xml')]],
    ['XLS', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
  ])('%s is recognized', (name, start) => {
    const { diagnostics } = readYaml(Uint8Array.from([...start, ...new Array(2_000_000).fill(0)]), 'org.yaml')
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]!.code).toBe('source/not-text')
    expect(diagnostics[0]!.message).toContain(name)
  })
})

describe('broken UTF-8', () => {
  const start = 'ä: 1\nb: x'
  it.each([
    ['a stray byte', [0xff]],
    ['a lone continuation', [0x80]],
    ['a truncated sequence', [0xe2, 0x82]],
    ['an overlong form', [0xc0, 0xaf]],
    ['an overlong form of three bytes', [0xe0, 0x80, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a number beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['Windows-1252', [0xe9]],
  ])('%s is placed by byte, line and column', (_, wrong) => {
    const { root, diagnostics } = readYaml(bytes(start, wrong, '\nc: 1'), 'org.yaml')
    expect(root).toBeUndefined()
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({ code: 'source/invalid-utf8', location: { line: 2, column: 5 } })
    expect(diagnostics[0]!.message).toContain('byte 10 (0x')
  })

  it('counts the bytes of a byte order mark', () => {
    const { diagnostics } = readYaml(bytes([0xef, 0xbb, 0xbf], 'a: ', [0xff]), 'org.yaml')
    expect(diagnostics[0]!.message).toContain('byte 6 ')
    expect(diagnostics[0]!.location).toMatchObject({ line: 1, column: 4 })
  })
})

describe('size', () => {
  it('may be 1 MiB, but no byte more', () => {
    const largest = bytes(`a: 1\n#${'x'.repeat(1024 * 1024 - 6)}`)
    expect(largest).toHaveLength(1024 * 1024)
    expect(readYaml(largest, 'org.yaml').diagnostics).toEqual([])
    const larger = readYaml(Uint8Array.from([...largest, 10]), 'org.yaml')
    expect(larger.diagnostics.map(({ code }) => code)).toEqual(['source/too-large'])
  })

  it('is counted in bytes for text, too', () => {
    const codes = (input: string) => readYaml(input, 'org.yaml').diagnostics.map(({ code }) => code)
    expect(codes(`a: 1 # ${'ä'.repeat(500_000)}`)).toEqual([])
    expect(codes(`a: 1 # ${'ä'.repeat(600_000)}`)).toEqual(['source/too-large'])
    expect(codes('x'.repeat(1024 * 1024 + 1))).toEqual(['source/too-large'])
  })
})

describe('a byte order mark', () => {
  it('is accepted and moves no column', () => {
    for (const input of [
      bytes([0xef, 0xbb, 0xbf], 'a: 1\na: 2'),
      '\ufeffa: 1\na: 2',
      '\ufeffb: 1\na: 1\na: 2',
    ]) {
      const { root, diagnostics } = readYaml(input, 'org.yaml')
      expect(diagnostics.map(({ code }) => code)).toEqual(['source/duplicate-key'])
      expect(root!.start).toBe(0)
    }
    expect(readYaml('\ufeff@: 1', 'org.yaml').diagnostics[0]!.location).toMatchObject({ line: 1, column: 1 })
  })
})
