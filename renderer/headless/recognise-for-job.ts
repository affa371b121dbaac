import type { RecognitionScope } from '@shared/desktop/desktop'
import type { DocumentId } from '@shared/documents/document'
import type { EvidenceTable } from '@shared/evidence-table/evidence-table'
import { type PageIndex, pageIndexOf, pageNumberOf } from '@shared/units/pages'
import { addRecognitions } from '../recognition/commands/add-recognitions'
import { pagesToRecognise } from '../recognition/pages-to-recognise'
import { withoutDocument } from '../recognition/recognition-job'
import { createRecogniserPool } from '../recognition/recogniser-pool'
import { recogniseStored } from '../recognition/recognise-stored'
import type { Workbench } from '../workbench/workbench'

/** Pages recognised at a time: the job has the machine to itself. */
const AT_ONCE = 2

type PageOfDocument = { readonly documentId: DocumentId; readonly page: PageIndex }

/**
 * Recognises pages that are pictures, before the rows of a table are looked for: those that a row names (`needed`), or every one
 * of every document (`all`). A page that can't be recognised is said, and the job goes on without its text.
 */
export async function recogniseForJob(
  workbench: Workbench,
  table: EvidenceTable,
  documentsByName: ReadonlyMap<string, readonly DocumentId[]>,
  scope: RecognitionScope,
  say: (line: string) => Promise<void>,
): Promise<void> {
  if (scope === 'none') return
  const pages = await pagesFor(workbench, table, documentsByName, scope)
  if (pages.length === 0) return
  const names = new Map((await workbench.db.all('documents')).map((document) => [document.id, document.name]))
  let next = 0
  let done = 0
  const recogniser = createRecogniserPool(AT_ONCE)
  const workOn = async (): Promise<void> => {
    for (let one = pages[next++]; one !== undefined; one = pages[next++]) {
      const result = await recogniseStored(
        { ...workbench, recogniser },
        { ...one, languages: ['eng'] },
        () => undefined,
        new AbortController().signal,
      )
      const kept = result.ok
        ? await workbench.run(addRecognitions, { documentId: one.documentId, pages: [withoutDocument(result.value)] }, { by: 'workbench' })
        : result
      done += 1
      await say(
        kept.ok
          ? `Recognised: ${done} of ${pages.length} pages (${names.get(one.documentId) ?? ''}, page ${pageNumberOf(one.page)})`
          : `${kept.problem.what} ${kept.problem.remedy}`,
      )
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, pages.length) }, workOn))
  recogniser.rest()
}

async function pagesFor(
  { db }: Workbench,
  table: EvidenceTable,
  documentsByName: ReadonlyMap<string, readonly DocumentId[]>,
  scope: 'needed' | 'all',
): Promise<readonly PageOfDocument[]> {
  const named = new Map<DocumentId, Set<number>>()
  for (const row of table.rows) {
    for (const id of documentsByName.get(row.document) ?? []) named.set(id, (named.get(id) ?? new Set()).add(pageIndexOf(row.page)))
  }
  const wanted = scope === 'needed' ? [...named.keys()] : (await db.all('documents')).map(({ id }) => id)
  const found = await Promise.all(
    wanted.map(async (documentId) => (await pagesToRecognise(db, documentId)).map((page): PageOfDocument => ({ documentId, page }))),
  )
  return found.flat().filter(({ documentId, page }) => scope === 'all' || named.get(documentId)?.has(page) === true)
}
