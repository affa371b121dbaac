/** Names that Windows keeps for devices. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const LONGEST = 120

/**
 * A name under which a file out of a document can be saved. The document chose the name, so nothing of it may act as a path, hide its
 * ending (characters that turn the direction of writing) or mean a device; what is not a letter, digit, space or one of `._-()`
 * becomes `_`.
 */
export function safeFileName(name: string): string {
  const last = name.normalize('NFKC').split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(/[^\p{L}\p{M}\p{N} ._()-]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(/\.{2,}/g, '.')
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 && plain.length - dot <= 12 ? plain.slice(dot) : ''
  const short = plain.slice(0, plain.length - ending.length).slice(0, LONGEST - ending.length) + ending
  return short === '' ? 'attachment' : DEVICES.test(short) ? `_${short}` : short
}
