import { annotationIdSchema } from '@shared/annotations/annotation'
import { pageIndex } from '@shared/units/pages'
import { routes } from '../app/routes'
import type { Database } from '../storage/database'
import type { FoundRow } from './engine/found'

/** The address at which something found stands; null when it is gone meanwhile. `asked` boxes the words on a page. */
export async function addressOfFound(db: Database, row: FoundRow, asked: string): Promise<string | null> {
  const id = row.recordId ?? ''
  switch (row.kind) {
    case 'page':
      return row.documentId === null || row.page === null
        ? null
        : routes.document(row.documentId, { page: pageIndex(row.page), hits: asked })
    case 'quotation':
    case 'comment': {
      const mark = annotationIdSchema.safeParse(id)
      return row.documentId === null || !mark.success ? null : routes.document(row.documentId, { mark: mark.data })
    }
    case 'link-note': {
      const link = await db.get('evidenceLinks', id)
      return link === undefined ? null : routes.claim(link.analysisId, link.claimId)
    }
    case 'search-note': {
      const note = await db.get('searchNotes', id)
      const [claim] = note?.claimIds ?? []
      return note === undefined ? null : claim === undefined ? routes.analysis(note.analysisId) : routes.claim(note.analysisId, claim)
    }
    case 'claim': {
      const claim = await db.get('claims', id)
      return claim === undefined ? null : routes.claim(claim.analysisId, claim.id)
    }
  }
}
