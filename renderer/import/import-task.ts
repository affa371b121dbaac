import type { DocumentId } from '@shared/documents/document'
import type { Problem } from '@shared/errors/outcome'
import type { OpenDocuments } from '../pdf/open-documents'
import type { RunOptions } from '../workbench/workbench'
import type { ExtractionPool } from './extraction-pool'
import type { ImportItem, ImportResult, Incoming } from './import-queue'
import type { StoreParts } from './store-document'

/** What importing needs: where documents are stored, what reads them, and what remembers their passwords. */
export type ImportParts = StoreParts & {
  readonly documents: Pick<OpenDocuments, 'rememberPassword'>
  /** Reads documents. */
  readonly pool: ExtractionPool
}

/** One file on its way. `file` is null for an import that goes on after a restart: its bytes are in the vault. */
export type ImportTask = {
  readonly item: ImportItem
  readonly file: Incoming | null
  readonly known: DocumentId | null
  readonly abort: AbortController
  readonly by: RunOptions
}

/** How a file ends that does not become a document: cancelled by the researcher, or refused with the reason. */
export const refused = (problem: Problem): ImportResult =>
  problem.kind === 'cancelled' ? { kind: 'cancelled' } : { kind: 'refused', problem }
