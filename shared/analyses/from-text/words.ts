import { citationsIn } from './citations'

/** The words of a stretch of text without its citations and without the signs of Markdown and HTML, white space folded. */
export function wordsOf(stretch: string): string {
  let bare = ''
  let from = 0
  for (const citation of citationsIn(stretch)) {
    bare += stretch.slice(from, citation.start)
    from = citation.end
  }
  bare += stretch.slice(from)
  const words = withoutMarkup(bare)
    .replace(/\s+/g, ' ')
    .replace(/ +([.,;:!?)\]”’])/g, '$1')
    .trim()
  // “It did. [1].” leaves a second full stop.
  return /\]\s*\.$/.test(stretch) ? words.replace(/(?<=[.!?…])\.$/, '') : words
}

function withoutMarkup(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\(\s*<?[^)\s]*>?(?:\s+"[^"]*")?\s*\)/g, '$1')
    .replace(/<(https?:[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(\*\*\*|\*\*|__)(?=\S)(.+?)(?<=\S)\1/gs, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_]+?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/^\s*(?:\*\*|__)|(?:\*\*|__)\s*$/g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~$&^])/g, '$1')
}

/** Addresses that a stretch links to, which its words do not show. */
export const addressesIn = (stretch: string): readonly string[] =>
  [...stretch.matchAll(/\[[^\]]*[^\]\d\s,[][^\]]*\]\(\s*<?(https?:[^)>\s]+)/g)].flatMap(([, address]) => address ?? [])
