import type { DocumentId } from '@shared/documents/document'
import { type Outcome, problem, trouble } from '@shared/errors/outcome'
import type { PageIndex } from '@shared/units/pages'
import type { OpenDocuments } from '../pdf/open-documents'
import type { Database } from '../storage/database'
import { languageData } from './languages'
import type { Recogniser } from './recogniser'
import type { RecognisedPage } from './recognition-job'

export type RecognisingParts = {
  readonly db: Database
  readonly documents: Pick<OpenDocuments, 'passwordOf'>
  readonly recogniser: Recogniser
}
export type PageToRecognise = { readonly documentId: DocumentId; readonly page: PageIndex; readonly languages: readonly string[] }

/** Recognises a page of a document in the library, and stores nothing. Problems: those of `Recogniser.recognise`, `bytes-missing`. */
export async function recogniseStored(
  { db, documents, recogniser }: RecognisingParts,
  { documentId, page, languages }: PageToRecognise,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<Outcome<RecognisedPage>> {
  const [file, record] = await Promise.all([db.files.get(documentId), db.get('documents', documentId)])
  const name = record?.name ?? documentId
  if (file === undefined)
    return trouble(
      problem(
        'bytes-missing',
        `The bytes of “${name}” are not in the library’s database.`,
        'Start Vouch again: it fetches them from the vault, or says why it can’t.',
      ),
    )
  return recogniser.recognise(
    { documentId, name, blob: file.blob, password: documents.passwordOf(documentId), page, languages: await languageData(db, languages) },
    progress,
    signal,
  )
}
