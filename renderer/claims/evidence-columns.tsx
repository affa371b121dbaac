import { type Relation, RELATION_SIGNS } from '@shared/claims/evidence-link'
import type { ReadingId } from '@shared/claims/reading'
import { bearsOn, type Remark } from '@shared/claims/weigh-evidence'
import type { SearchNote } from '@shared/searches/search-note'
import { isNotFound } from '@shared/searches/search-words'
import { type ReactNode, useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { SearchNoteCard } from '../searches/search-note-card'
import { Button } from '../ui/button'
import { RelationSign } from '../ui/relation-sign'
import { SearchSign } from '../ui/search-sign'
import type { ClaimDetail, Evidence } from './claim-detail'
import { EvidenceCard } from './evidence-card'
import styles from './evidence-columns.module.css'

/** Three columns: what speaks for the claim, what speaks against it, and what limits or explains it. */
const COLUMNS: readonly (readonly Relation[])[] = [['supports'], ['contradicts', 'undercuts'], ['qualifies', 'context', 'defines']]
/** Shown even when nothing is there, because their absence says something. */
const NOTHING: Partial<Readonly<Record<Relation, string>>> = {
  supports: 'No passage supports this yet.',
  contradicts: 'No passage contradicts this so far.',
  qualifies: 'No passage qualifies this so far.',
}
/** Passages of one relation shown at first; the rest on asking. */
const AT_FIRST = 12

type EvidenceColumnsProps = {
  readonly detail: ClaimDetail
  readonly readingId: ReadingId | null
  readonly oneSided: Remark | undefined
  readonly act: Act
  readonly onEdit: (evidence: Evidence) => void
  readonly onSearch: (note: SearchNote | null) => void
  readonly onFind: () => void
}

/** The evidence of a claim by relation; recorded searches stand apart, under what supports it. */
export function EvidenceColumns({ detail, readingId, oneSided, act, onEdit, onSearch, onFind }: EvidenceColumnsProps) {
  return (
    <div className={styles.columns}>
      {COLUMNS.map((relations) => (
        <div key={relations[0]} className={styles.column}>
          {relations.map((relation) => (
            <Group key={relation} relation={relation} detail={detail} readingId={readingId} act={act} onEdit={onEdit} />
          ))}
          {relations.includes('supports') && detail.searches.length > 0 ? <Searches detail={detail} act={act} onSearch={onSearch} /> : null}
          {relations.includes('contradicts') && oneSided !== undefined ? (
            <Absence>
              {oneSided.words}{' '}
              <button type="button" className={styles.link} onClick={onFind}>
                Look now
              </button>{' '}
              or{' '}
              <button type="button" className={styles.link} onClick={() => onSearch(null)}>
                record a search
              </button>
              .
            </Absence>
          ) : null}
        </div>
      ))}
    </div>
  )
}

function Group({
  relation,
  detail,
  readingId,
  act,
  onEdit,
}: Pick<EvidenceColumnsProps, 'detail' | 'readingId' | 'act' | 'onEdit'> & { readonly relation: Relation }) {
  const [all, setAll] = useState(false)
  const evidence = detail.evidence
    .filter(({ link }) => link.relation === relation)
    .toSorted((a, b) => Number(!bearsOn(a.link, readingId)) - Number(!bearsOn(b.link, readingId)))
  const nothing = NOTHING[relation]
  if (evidence.length === 0 && nothing === undefined) return null
  const bearing = evidence.filter(({ link }) => bearsOn(link, readingId)).length
  return (
    <section className={styles.group} aria-label={`${RELATION_SIGNS[relation].word}: ${bearing}`}>
      <h2 className={styles.heading}>
        <RelationSign relation={relation} withWord count={bearing} />
      </h2>
      {evidence.length === 0 ? <Absence>{nothing}</Absence> : null}
      {evidence.slice(0, all ? evidence.length : AT_FIRST).map((one) => (
        <EvidenceCard
          key={one.link.id}
          evidence={one}
          claim={detail.claim}
          readings={detail.claim.readings.filter((reading) => one.link.readingIds.includes(reading.id))}
          standing={detail.standings.links.get(one.link.id)}
          aside={!bearsOn(one.link, readingId)}
          act={act}
          onEdit={() => onEdit(one)}
        />
      ))}
      {all || evidence.length <= AT_FIRST ? null : <Button onClick={() => setAll(true)}>Show all {evidence.length}</Button>}
    </section>
  )
}

/** Recorded searches: a relation of their own, beside those of documents and never counted among them. */
function Searches({ detail, act, onSearch }: Pick<EvidenceColumnsProps, 'detail' | 'act' | 'onSearch'>) {
  return (
    <section className={styles.group} aria-label={`looked and not found: ${detail.searches.filter(isNotFound).length}`}>
      <h2 className={styles.heading}>
        <SearchSign count={detail.searches.filter(isNotFound).length} />
      </h2>
      {detail.searches.map((note) => (
        <SearchNoteCard key={note.id} note={note} act={act} onEdit={() => onSearch(note)} />
      ))}
    </section>
  )
}

const Absence = ({ children }: { readonly children: ReactNode }) => <p className={styles.absence}>{children}</p>
