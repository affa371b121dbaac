import type { Desktop } from '@shared/desktop/desktop'
import { type Outcome, ok } from '@shared/errors/outcome'
import { PIECE_BYTES } from '@shared/units/blob-pieces'

/**
 * Asks for a place and writes one file there, in pieces; what could not be written whole is not left behind.
 * @param name proposed; its ending says what kind of file it is
 * @returns where it was put, as people read it; null when the researcher chose no place
 */
export async function saveFile(
  { exports }: Pick<Desktop, 'exports'>,
  name: string,
  content: string | Uint8Array,
): Promise<Outcome<string | null>> {
  const begun = await exports.begin(name, 'file')
  if (!begun.ok || begun.value === null) return begun.ok ? ok(null) : begun
  const { token } = begun.value
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  // A file of no bytes is written all the same.
  for (let at = 0; at === 0 || at < bytes.length; at += PIECE_BYTES) {
    const written = await exports.write(token, name, bytes.subarray(at, at + PIECE_BYTES))
    if (written.ok) continue
    await exports.abandon(token)
    return written
  }
  const finished = await exports.finish(token)
  if (finished.ok) return ok(finished.value.shownPath)
  await exports.abandon(token)
  return finished
}
