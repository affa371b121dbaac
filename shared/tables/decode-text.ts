import { TableTrouble } from './table-trouble'

/** A file's text, and by which name its encoding is known. */
export type DecodedText = { readonly text: string; readonly encoding: string }

/** How much of a file tells its encoding. */
const LOOK = 64 * 1024

/**
 * The text of a file that does not say its encoding: by its byte order mark; else UTF-8 where every byte of it fits; else UTF-16 where
 * every second byte is zero; else Windows-1252, in which Excel writes CSV on western machines.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { text: new TextDecoder().decode(bytes), encoding: 'UTF-8 with byte order mark' }
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16, little end first' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16, big end first' }
  const zeros = [0, 0]
  const looked = Math.min(bytes.length, LOOK)
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd > 0) {
    const most = Math.max(even, odd)
    if (most < looked * 0.2 || Math.min(even, odd) > most / 4) throw new TableTrouble('It is no text: zero bytes stand in it')
    return odd > even
      ? { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16, little end first' }
      : { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16, big end first' }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' }
  }
}
