import type { DocumentId } from '@shared/documents/document'
import { type Outcome, ok } from '@shared/errors/outcome'
import type { PdfMark } from '@shared/pdf-marks/pdf-mark'
import { pageIndex } from '@shared/units/pages'
import type { Workbench } from '../workbench/workbench'
import { type RawPdfMark } from '../pdf/page-marks'
import { type MarkKeys, readMarkKeys } from './mark-keys'

/** Larger files are not read a second time for the names of their marks. */
const NAMES_UP_TO = 64 * 1024 * 1024

/** All marks that stand in a document, in reading order. Fails as opening does. */
export async function readPdfMarks({ db, documents }: Pick<Workbench, 'db' | 'documents'>, id: DocumentId): Promise<Outcome<readonly PdfMark[]>> {
  const opened = await documents.open(id)
  if (!opened.ok) return opened
  try {
    const raw: RawPdfMark[] = []
    for (let page = 0; page < opened.value.pageCount; page += 1) raw.push(...(await opened.value.marks(pageIndex(page))))
    const file = raw.length === 0 ? undefined : await db.files.get(id)
    const keys: MarkKeys = file === undefined || file.blob.size > NAMES_UP_TO ? new Map() : await readMarkKeys(new Uint8Array(await file.blob.arrayBuffer()))
    return ok(raw.map((mark) => ({ ...mark, reference: keys.get(mark.reference)?.name ?? mark.reference, vouch: keys.get(mark.reference)?.vouch ?? null })))
  } finally {
    documents.release(id)
  }
}
