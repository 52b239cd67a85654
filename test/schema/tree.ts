/**
 * Reads YAML into a tree for tests: as the program does, and by the `yaml` package where our reader refuses something by
 * itself (a key such as `__proto__`), so that what is tested holds without it.
 */
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { DocumentNode, ScalarNode, Source } from '../../src/types/document.ts'
import { readYaml } from '../../src/yaml/read-yaml.ts'

export function tree(text: string): DocumentNode {
  const { root, diagnostics } = readYaml(text, 'org.yaml', { anyRoot: true })
  return root && diagnostics.length === 0 ? root : looseTree(text)
}

function looseTree(text: string): DocumentNode {
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const document = parseDocument(text, { uniqueKeys: false })
  if (document.errors[0]) throw document.errors[0]
  return nodeOf(document.contents, { file: 'org.yaml', text, lineStarts })
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
  if (!isScalar(node))
    return { kind: 'scalar', source, start, end: start, text: '', plain: true, value: null }
  const plain = node.type === 'PLAIN'
  const [from, to] = node.range!
  const text = plain ? source.text.slice(from, to) : String(node.value)
  return { kind: 'scalar', source, start: from, end: to, text, plain, value: node.value as string }
}
