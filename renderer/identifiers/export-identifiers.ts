import type { Desktop } from '@shared/desktop/desktop'
import type { DocumentId } from '@shared/documents/document'
import type { Outcome } from '@shared/errors/outcome'
import { saveFile } from '../desktop/save-file'
import { type IdentifierGroup, identifiersCsv } from './grouped'

/** Saves identifiers as a table where the researcher says; null when they chose no place, else the path for people. */
export const exportIdentifiers = (
  desktop: Pick<Desktop, 'exports'>,
  groups: readonly IdentifierGroup[],
  nameOf: (id: DocumentId) => string,
): Promise<Outcome<string | null>> => saveFile(desktop, 'identifiers.csv', identifiersCsv(groups, nameOf))
