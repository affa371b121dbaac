import type { Analysis } from '@shared/analyses/analysis'
import type { Document } from '@shared/documents/document'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { type MarkToWrite, marksToWrite } from '@shared/pdf-marks/marks-to-write'
import { pageIndex } from '@shared/units/pages'
import { saveFile } from '../desktop/save-file'
import { openPdf } from '../pdf/open-pdf'
import { rowsOfPages } from '../storage/rows-of-pages'
import type { Workbench } from '../workbench/workbench'
import { recordMarkedCopy } from './commands/record-marked-copy'
import { writeCopy } from './write-copy'

export type SavedCopy = { readonly shownPath: string; readonly marks: number }

/**
 * Saves a copy of a document with all its marks in it, where the researcher says; null when they chose no place. The copy is read again
 * before it is kept: every mark has to be found in it. The original is not touched.
 * @param analysis whose links are written with the marks for other readers; null to leave them out
 */
export async function saveCopy(workbench: Workbench, document: Document, analysis: Analysis | null): Promise<Outcome<SavedCopy | null>> {
  const { db, desktop } = workbench
  const [file, annotations, pages] = await Promise.all([
    db.files.get(document.id),
    db.where('annotations', 'documentId', document.id),
    rowsOfPages(db.pages, document.id),
  ])
  if (file === undefined)
    return trouble(
      problem(
        'bytes-missing',
        `The bytes of “${document.name}” are not in the library’s database.`,
        'Start Vouch again: it fetches them from the vault, or says why it can’t.',
      ),
    )
  const byIndex = new Map<number, (typeof pages)[number]>(pages.map((page) => [page.index, page]))
  const links = analysis === null ? [] : await db.where('evidenceLinks', 'analysisId', analysis.id)
  const claims = new Map((analysis === null ? [] : await db.where('claims', 'analysisId', analysis.id)).map((claim) => [claim.id, claim]))
  const marks = annotations.flatMap((annotation) => {
    const own = links.flatMap((link) => {
      const claim = claims.get(link.claimId)
      return link.annotationId === annotation.id && claim !== undefined ? [{ link, claim }] : []
    })
    return marksToWrite(annotation, own, (index) => byIndex.get(index))
  })
  const copied = await writeCopy(new Uint8Array(await file.blob.arrayBuffer()), document.name, marks)
  if (!copied.ok) return copied
  const sound = await readAgain(copied.value, document.name, marks)
  if (!sound.ok) return sound
  const saved = await saveFile(desktop, `${document.name.replace(/\.pdf$/i, '')} with marks.pdf`, copied.value)
  if (!saved.ok || saved.value === null) return saved.ok ? ok(null) : saved
  const recorded = await workbench.run(recordMarkedCopy, { documentId: document.id, marks: annotations.length })
  return recorded.ok ? ok({ shownPath: saved.value, marks: annotations.length }) : recorded
}

/** Opens the copy as any reader would and looks for every mark on its page. */
async function readAgain(copy: Uint8Array<ArrayBufferLike>, name: string, marks: readonly MarkToWrite[]): Promise<Outcome<null>> {
  const opened = await openPdf(new Blob([new Uint8Array(copy)]), { name })
  if (!opened.ok) return opened
  try {
    for (const page of new Set(marks.map((mark) => mark.pageIndex))) {
      const wanted = marks.filter((mark) => mark.pageIndex === page).length
      const found = (await opened.value.marks(pageIndex(page))).length
      if (found < wanted)
        return trouble(
          problem(
            'copy-incomplete',
            `Only ${found} of ${wanted} marks could be read again on page ${page + 1} of the copy of “${name}”, so it was not kept.`,
            'The original is untouched. Export the dossier instead: it carries the marks as well.',
          ),
        )
    }
    return ok(null)
  } finally {
    await opened.value.close()
  }
}
