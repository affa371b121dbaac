import type { AnyRecord, RecordOf, RecordTable } from '../storage/records'
import { keyOf } from './histories'

/** A record with the table that it lives in. */
export type Placed = { [Table in RecordTable]: { readonly table: Table; readonly record: RecordOf<Table> } }[RecordTable]

/** A record with its table. The record has to be one of that table, which no type can say where the table is not known. */
export const placedIn = (table: RecordTable, record: AnyRecord): Placed => ({ table, record }) as Placed

/** Without which records a record means nothing, by `table/id`. */
export function restsOn(placed: Placed): readonly string[] {
  switch (placed.table) {
    case 'evidenceLinks':
      return [keyOf('claims', placed.record.claimId), keyOf('annotations', placed.record.annotationId)]
    case 'assessments':
      return [keyOf('claims', placed.record.claimId)]
    case 'checks':
      return [
        keyOf('claims', placed.record.claimId),
        ...(placed.record.linkId === null ? [] : [keyOf('evidenceLinks', placed.record.linkId)]),
      ]
    case 'parityCells':
      return [keyOf('parityMatrices', placed.record.matrixId)]
    case 'annotations':
    case 'disclosureEvents':
    case 'recognitions':
    case 'textCorrections':
    case 'textChoices':
    case 'stampRules':
    case 'proposalDecisions':
      return [keyOf('documents', placed.record.documentId)]
    default:
      return []
  }
}

/** The record without mention of others that are not there; those it rests on are not looked at. */
export function withoutMissing(placed: Placed, isThere: (key: string) => boolean): Placed {
  const those = <Id extends string>(table: RecordTable, ids: readonly Id[]): readonly Id[] =>
    ids.every((id) => isThere(keyOf(table, id))) ? ids : ids.filter((id) => isThere(keyOf(table, id)))
  const marks = <Id extends string>(ids: readonly Id[]): readonly Id[] => those('annotations', ids)
  const that = <Id extends string>(table: RecordTable, id: Id | null): Id | null => (id !== null && isThere(keyOf(table, id)) ? id : null)
  switch (placed.table) {
    case 'tensions':
      return { ...placed, record: { ...placed.record, claimIds: those('claims', placed.record.claimIds) } }
    case 'searchNotes': {
      const { annotationId, ...note } = placed.record
      return {
        ...placed,
        record: {
          ...note,
          claimIds: those('claims', note.claimIds),
          ...(annotationId !== undefined && isThere(keyOf('annotations', annotationId)) ? { annotationId } : {}),
        },
      }
    }
    case 'parityCells': {
      const { annotationIds, searchNoteIds, claimId } = placed.record
      return {
        ...placed,
        record: {
          ...placed.record,
          annotationIds: marks(annotationIds),
          searchNoteIds: those('searchNotes', searchNoteIds),
          claimId: that('claims', claimId),
        },
      }
    }
    case 'purchases':
      return {
        ...placed,
        record: {
          ...placed.record,
          annotationIds: marks(placed.record.annotationIds),
          figures: placed.record.figures.map((figure) => ({ ...figure, annotationId: that('annotations', figure.annotationId) })),
        },
      }
    case 'chronologyEvents':
      return {
        ...placed,
        record: {
          ...placed.record,
          annotationIds: marks(placed.record.annotationIds),
          purchaseId: that('purchases', placed.record.purchaseId),
        },
      }
    default:
      return placed
  }
}
