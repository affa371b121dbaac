import type { Desktop } from '@shared/desktop/desktop'
import { type Outcome, ok } from '@shared/errors/outcome'

/** Bytes handed to the shell in one call. */
const PIECE = 4 * 1024 * 1024

/**
 * Writes a text as a file where the researcher chooses.
 * @param name proposed; its ending says what kind of file it is
 * @returns where it was put, as people read it; null when the choice was cancelled
 */
export async function exportText({ exports }: Pick<Desktop, 'exports'>, name: string, text: string): Promise<Outcome<string | null>> {
  const begun = await exports.begin(name, 'file')
  if (!begun.ok || begun.value === null) return begun.ok ? ok(null) : begun
  const { token } = begun.value
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += PIECE) {
    const written = await exports.write(token, name, bytes.subarray(at, at + PIECE))
    if (written.ok) continue
    await exports.abandon(token)
    return written
  }
  const finished = await exports.finish(token)
  return finished.ok ? ok(finished.value.shownPath) : finished
}

/** A name for a file from a title: letters, digits and hyphens only. */
export function plainName(title: string, instead = 'analysis'): string {
  const words = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join('-').slice(0, 60) ?? ''
  return words === '' ? instead : words
}
