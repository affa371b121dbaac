import { type DossierSnapshot, SNAPSHOT_TABLES, type SnapshotRecords } from '../dossier/snapshot'
import type { RecordOf } from '../storage/records'

/** What stands in a snapshot beside the records that its dossier states. */
export type Beside = Pick<DossierSnapshot, 'redactions' | 'released' | 'working'>

/** All records that a bundle brings, by table. */
export type CarriedRecords = SnapshotRecords & {
  readonly [Table in 'textChoices' | 'stampRules' | 'proposalDecisions']: readonly RecordOf<Table>[]
}
/** The tables of which a bundle can bring records. */
export const CARRIED_TABLES: readonly (keyof CarriedRecords)[] = [...SNAPSHOT_TABLES, 'textChoices', 'stampRules', 'proposalDecisions']

/** All that a bundle brings, wherever it stands in its snapshot: each record once. */
export const carriedRecords = (records: SnapshotRecords, { redactions, released, working }: Beside): CarriedRecords => ({
  ...records,
  annotations: [...records.annotations, ...redactions, ...(working?.annotations ?? [])],
  recognitions: [...records.recognitions, ...(working?.recognitions ?? [])],
  textCorrections: [...records.textCorrections, ...(working?.textCorrections ?? [])],
  documentVersions: [...records.documentVersions, ...(working?.documentVersions ?? [])],
  textChoices: working?.textChoices ?? [],
  stampRules: working?.stampRules ?? [],
  proposalDecisions: [...(released ?? []), ...(working?.proposalDecisions ?? [])],
})

/** All that the snapshot of a bundle brings. */
export const carriedBy = (snapshot: DossierSnapshot): CarriedRecords => carriedRecords(snapshot.records, snapshot)
