import type { DocumentId } from '@shared/documents/document'
import type { PlacedIdentifier } from '@shared/identifiers/identifier'
import type { Table } from 'dexie'
import type { DerivedDatabase } from '../storage/derived-database'

/** An identifier on a page of a document, as it is kept; it can be computed again at any time. */
export type IdentifierRow = PlacedIdentifier & { readonly documentId: DocumentId }

export const identifierRows = (derived: DerivedDatabase): Table<IdentifierRow, number> => derived.rows<IdentifierRow, number>('identifiers')
