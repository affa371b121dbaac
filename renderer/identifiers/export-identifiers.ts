import type { Desktop } from '@shared/desktop/desktop'
import type { DocumentId } from '@shared/documents/document'
import { type Outcome, ok } from '@shared/errors/outcome'
import { type IdentifierGroup, identifiersCsv } from './grouped'

const NAME = 'identifiers.csv'

/** Saves identifiers as a table where the researcher says; null when they chose no place, else the path for people. */
export async function exportIdentifiers({ exports }: Pick<Desktop, 'exports'>, groups: readonly IdentifierGroup[], nameOf: (id: DocumentId) => string): Promise<Outcome<string | null>> {
  const begun = await exports.begin(NAME, 'file')
  if (!begun.ok) return begun
  if (begun.value === null) return ok(null)
  const { token } = begun.value
  const written = await exports.write(token, NAME, new TextEncoder().encode(identifiersCsv(groups, nameOf)))
  if (!written.ok) {
    await exports.abandon(token)
    return written
  }
  const finished = await exports.finish(token)
  return finished.ok ? ok(finished.value.shownPath) : finished
}
