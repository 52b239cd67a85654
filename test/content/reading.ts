/** Measures of texts: sentences, reading grade, and how much two texts share. */

/** Sentences by their end marks; good enough for texts without abbreviations. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.?!])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

/** Flesch-Kincaid grade: 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid and others, 1975). */
export function gradeOf(text: string): number {
  const sentences = sentencesOf(text)
  const words = wordsOf(text)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

/** Share of three-word phrases, of the smaller text, that both have: 0 to 1. */
export function similarity(a: string, b: string): number {
  const [left, right] = [phrasesOf(a), phrasesOf(b)]
  const [small, large] = left.size < right.size ? [left, right] : [right, left]
  let shared = 0
  for (const phrase of small) if (large.has(phrase)) shared++
  return shared / small.size
}

function phrasesOf(text: string): Set<string> {
  const words = wordsOf(text)
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`))
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? []
}

function syllablesOf(word: string): number {
  const groups = word.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').match(/[aeiouy]{1,2}/g)
  return Math.max(1, groups?.length ?? 0)
}
