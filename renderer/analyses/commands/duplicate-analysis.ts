import { analysisIdSchema } from '@shared/analyses/analysis'
import { ok } from '@shared/errors/outcome'
import { parityCellId } from '@shared/parity/parity-cell'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { derivedId } from '@shared/units/derived-id'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { analysisOf } from './analysis-of'

const input = record({
  id: analysisIdSchema,
  /** Id of the copy. */ copyId: analysisIdSchema,
  title: z.string().trim().min(1, 'give the copy a name'),
})

/**
 * Copies an analysis with its claims, assessments, sources, evidence links, search notes, tensions, checks, parity matrices, purchases and events. The passages themselves are
 * not copied: both analyses link to the same marks. Claim and source numbers stay as they are.
 */
export const duplicateAnalysis = defineCommand({
  name: 'duplicate-analysis',
  label: 'Duplicate analysis',
  input,
  async decide({ id, copyId, title }, { read, at }) {
    const found = await analysisOf(read, id)
    if (!found.ok) return found
    const claims = await read.where('claims', 'analysisId', id)
    const sources = await read.where('sources', 'analysisId', id)
    const assessments = await read.where('assessments', 'analysisId', id)
    const links = await read.where('evidenceLinks', 'analysisId', id)
    const notes = await read.where('searchNotes', 'analysisId', id)
    const tensions = await read.where('tensions', 'analysisId', id)
    const checks = await read.where('checks', 'analysisId', id)
    const matrices = await read.where('parityMatrices', 'analysisId', id)
    const cells = await read.where('parityCells', 'analysisId', id)
    const claim = (old: string) => derivedId('claim', copyId, old)
    const search = (old: string) => derivedId('search', copyId, old)
    const matrix = (old: string) => derivedId('matrix', copyId, old)
    const reading = (old: string) => derivedId('reading', copyId, old)
    const link = (old: string) => derivedId('evidence', copyId, old)
    const purchases = await read.where('purchases', 'analysisId', id)
    const events = await read.where('chronologyEvents', 'analysisId', id)
    const purchase = (old: string) => derivedId('purchase', copyId, old)
    const mine = { analysisId: copyId } as const
    const changes = [
      put('analyses', { ...found.value, id: copyId, title, origin: 'duplicate', createdAt: at, deletedAt: null }),
      ...claims.map((old) =>
        put('claims', { ...old, ...mine, id: claim(old.id), readings: old.readings.map((one) => ({ ...one, id: reading(one.id) })) }),
      ),
      ...sources.map((old) => put('sources', { ...old, ...mine, id: derivedId('source', copyId, old.id) })),
      ...assessments.map((old) =>
        put('assessments', {
          ...old,
          ...mine,
          id: derivedId('assessment', copyId, old.id),
          claimId: claim(old.claimId),
          readingId: old.readingId && reading(old.readingId),
        }),
      ),
      ...links.map((old) =>
        put('evidenceLinks', { ...old, ...mine, id: link(old.id), claimId: claim(old.claimId), readingIds: old.readingIds.map(reading) }),
      ),
      ...notes.map((old) => put('searchNotes', { ...old, ...mine, id: search(old.id), claimIds: old.claimIds.map(claim) })),
      ...tensions.map((old) =>
        put('tensions', { ...old, ...mine, id: derivedId('tension', copyId, old.id), claimIds: old.claimIds.map(claim) }),
      ),
      ...checks.map((old) =>
        put('checks', {
          ...old,
          ...mine,
          id: derivedId('check', claim(old.claimId), old.linkId === null ? 'claim' : link(old.linkId), old.by),
          claimId: claim(old.claimId),
          linkId: old.linkId && link(old.linkId),
        }),
      ),
      ...purchases.map((old) =>
        put('purchases', {
          ...old,
          ...mine,
          id: purchase(old.id),
          figures: old.figures.map((figure) => ({ ...figure, id: derivedId('figure', copyId, figure.id) })),
        }),
      ),
      ...events.map((old) =>
        put('chronologyEvents', {
          ...old,
          ...mine,
          id: derivedId('event', copyId, old.id),
          purchaseId: old.purchaseId && purchase(old.purchaseId),
        }),
      ),
      ...matrices.map((old) => put('parityMatrices', { ...old, ...mine, id: matrix(old.id) })),
      ...cells.map((old) =>
        put('parityCells', {
          ...old,
          ...mine,
          id: parityCellId(matrix(old.matrixId), old.elementId, old.agencyId, old.year),
          matrixId: matrix(old.matrixId),
          searchNoteIds: old.searchNoteIds.map(search),
          claimId: old.claimId && claim(old.claimId),
        }),
      ),
    ]
    return ok({ changes, summary: `Duplicated an analysis with ${claims.length} claims and ${links.length} links to evidence` })
  },
})
