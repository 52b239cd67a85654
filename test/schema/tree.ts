/** Reads YAML into a tree for these tests, by the `yaml` package, so that they hold whatever reads files. */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { DocumentNode, ScalarNode, Source } from '../../src/core/document.ts'

export function tree(text: string, file = 'org.yaml'): DocumentNode {
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const source: Source = { file, text, lineStarts }
  const document = parseDocument(text, { uniqueKeys: false, keepSourceTokens: true })
  if (document.errors[0]) throw document.errors[0]
  return nodeOf(document.contents, source)
}

function nodeOf(node: unknown, source: Source, start = 0): DocumentNode {
  if (isMap(node)) {
    const entries = node.items.map((pair) => {
      const key = nodeOf(pair.key, source) as ScalarNode
      return { name: key.text, key, value: nodeOf(pair.value, source, key.end) }
    })
    return { kind: 'mapping', source, start: node.range![0], end: node.range![1], entries }
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => nodeOf(item, source))
    return { kind: 'sequence', source, start: node.range![0], end: node.range![1], items }
  }
  if (!isScalar(node) || isAlias(node))
    return { kind: 'scalar', source, start, end: start, text: '', plain: true, value: null }
  const plain = node.type === 'PLAIN'
  const [from, to] = node.range!
  const text = plain ? source.text.slice(from, to) : String(node.value)
  return { kind: 'scalar', source, start: from, end: to, text, plain, value: node.value as string }
}
