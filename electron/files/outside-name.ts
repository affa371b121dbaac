import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'

/** Names that Windows keeps for devices, with or without an ending. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i
const LONGEST_BYTES = 200

/**
 * Makes a file name out of text that came from outside (a title, a claim): one part of a path, sound on Linux, macOS and
 * Windows, that shows as what it is. Never empty.
 */
export function fileNameFrom(text: string): string {
  const plain = text
    .normalize('NFC')
    // Control characters, and format characters such as the right-to-left override, which can disguise an ending.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const short = shortened(plain)
  if (short === '') return 'untitled'
  return RESERVED.test(short) ? `_${short}` : short
}

/** Cuts a name at the end of its stem, so that its ending stays. Lengths are in bytes, as file systems count. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_BYTES) return name
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  let stem = name.slice(0, name.length - ending.length)
  while (Buffer.byteLength(stem) + ending.length > LONGEST_BYTES) stem = [...stem].slice(0, -1).join('')
  return stem.trimEnd() + ending
}

/**
 * The parts of a relative path with `/` that may be written inside an export. Refuses whatever could leave the folder or
 * mean something else on another system: `..`, empty parts, drive letters, backslashes, control characters.
 */
export function partsInside(path: string): Outcome<readonly string[]> {
  const parts = path.split('/')
  const sound = parts.every(
    (part) =>
      part !== '' &&
      part !== '.' &&
      part !== '..' &&
      !/[\\:\p{Cc}]/u.test(part) &&
      !/[. ]$/.test(part) &&
      !RESERVED.test(part) &&
      Buffer.byteLength(part) <= 255,
  )
  return sound
    ? ok(parts)
    : trouble(problem('path-not-inside', `“${path}” is not a place inside the export.`, 'This is a fault in Vouch: please report it.'))
}
