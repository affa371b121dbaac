import { analysisIdSchema } from '@shared/analyses/analysis'
import type { AnnotationId } from '@shared/annotations/annotation'
import { documentIdSchema } from '@shared/documents/document'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { type Change, put, remove, TABLES_OF_ANALYSIS } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'
import { removeChecksOf } from '../../claims/commands/checks-of-links'
import { withoutMarks } from '../../annotations/commands/resting-on-marks'
import { removeWhatHangsOn } from '../../documents/commands/hanging-on-document'
import { cellsWithoutMarks } from '../../parity/commands/cells-without'
import { searchesWithoutMarks } from '../../searches/commands/searches-without-marks'

const input = record({
  analysisId: analysisIdSchema,
  /** The sample documents. Their bytes stay in the vault. */
  documentIds: list(documentIdSchema),
})

/** Takes the bundled analysis and the sample documents away, with the marks in them and the links to those marks. */
export const startEmpty = defineCommand({
  name: 'start-empty',
  label: 'Start empty',
  input,
  async decide({ analysisId, documentIds }, { read }) {
    const changes = new Map<string, Change>()
    const take = (table: Parameters<typeof remove>[0], id: string): unknown => changes.set(`${table} ${id}`, remove(table, id))
    take('analyses', analysisId)
    for (const table of TABLES_OF_ANALYSIS) for (const row of await read.where(table, 'analysisId', analysisId)) take(table, row.id)
    const gone = new Set<AnnotationId>()
    for (const documentId of documentIds) {
      take('documents', documentId)
      for (const change of await removeWhatHangsOn(read, documentId)) if (change.op === 'remove') take(change.table, change.id)
      for (const annotation of await read.where('annotations', 'documentId', documentId)) {
        take('annotations', annotation.id)
        gone.add(annotation.id)
        const links = await read.where('evidenceLinks', 'annotationId', annotation.id)
        for (const link of links) take('evidenceLinks', link.id)
        for (const change of await removeChecksOf(read, links)) if (change.op === 'remove') take(change.table, change.id)
      }
    }
    // What other analyses made rest on those marks or documents stays without them; what goes itself is not put again.
    const leaving = new Set<string>(documentIds)
    const behind = (await Promise.all(documentIds.map((id) => read.where('sources', 'documentIds', id)))).flat()
    const without = [
      ...(await withoutMarks(read, gone)),
      ...(await cellsWithoutMarks(read, [...gone])),
      ...(await searchesWithoutMarks(read, gone)),
      ...behind.map((source) => put('sources', { ...source, documentIds: source.documentIds.filter((id) => !leaving.has(id)) })),
    ]
    for (const change of without)
      if (change.op === 'put' && !changes.has(`${change.table} ${change.record.id}`))
        changes.set(`${change.table} ${change.record.id}`, change)
    return ok({ changes: [...changes.values()], summary: 'Took the bundled analysis and the sample documents away' })
  },
})
