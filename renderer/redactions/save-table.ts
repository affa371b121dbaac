import type { Desktop } from '@shared/desktop/desktop'
import { type Outcome, ok } from '@shared/errors/outcome'

/** Asks for a place and writes a table, or another file of one piece, there; the path as shown, or null when the researcher chose none. */
export async function saveTable({ exports }: Desktop, name: string, content: string | Uint8Array): Promise<Outcome<string | null>> {
  const begun = await exports.begin(name, 'file')
  if (!begun.ok) return begun
  if (begun.value === null) return ok(null)
  const { token } = begun.value
  const written = await exports.write(token, name, typeof content === 'string' ? new TextEncoder().encode(content) : content)
  const finished = written.ok ? await exports.finish(token) : written
  if (finished.ok) return ok(finished.value.shownPath)
  await exports.abandon(token)
  return finished
}
