import type { AnalysisId } from '@shared/analyses/analysis'
import type { ClaimId } from '@shared/claims/claim'
import type { Reading, ReadingId } from '@shared/claims/reading'
import { weighEvidence } from '@shared/claims/weigh-evidence'
import type { SearchNote } from '@shared/searches/search-note'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useAct } from '../analyses/editing/use-act'
import { routes } from '../app/routes'
import { usePreference } from '../preferences/preferences'
import { SearchNoteDialog } from '../searches/search-note-dialog'
import { EmptyState } from '../ui/empty-state'
import { Notice } from '../ui/notice'
import { AssessDialog } from './assess-dialog'
import { claimNamed, type ClaimDetail, type Evidence, useClaimDetail, weighedOf } from './claim-detail'
import { ClaimDetailsDialog } from './claim-details-dialog'
import { ClaimHead, type ClaimDialogName } from './claim-head'
import { ClaimHistory } from './claim-history'
import styles from './claim-screen.module.css'
import { ClaimSurroundings, ClaimTests } from './claim-surroundings'
import { EvidenceColumns } from './evidence-columns'
import { EvidenceDialog } from './evidence-dialog'
import { JudgementTable } from './judgement-table'
import { MergeDialog } from './merge-dialog'
import { ReadingsDialog } from './readings-dialog'
import { SplitDialog } from './split-dialog'
import { ClaimsBeside } from './claims-beside'

/** One claim with everything that vouches for it or speaks against it, beside the list of claims. */
export function ClaimScreen({ analysisId, claimId }: { readonly analysisId: AnalysisId; readonly claimId: ClaimId }) {
  const detail = useClaimDetail(analysisId, claimId)
  const [, navigate] = useLocation()
  return (
    <ClaimsBeside analysisId={analysisId} selected={claimId} onSelect={(id) => navigate(routes.claim(analysisId, id))}>
      {detail === undefined ? null : detail === null ? (
        <EmptyState title="This claim is not in the analysis" actions={<Link href={routes.analysis(analysisId)}>Go to the analysis</Link>}>
          It may have been deleted; Ctrl Z takes that back. Its number is not given to another claim.
        </EmptyState>
      ) : (
        <ClaimPage key={claimId} detail={detail} />
      )}
    </ClaimsBeside>
  )
}

type Open =
  | { readonly name: Exclude<ClaimDialogName, 'assess' | 'search'> }
  | { readonly name: 'assess'; readonly reading: Reading | null }
  | { readonly name: 'search'; readonly note: SearchNote | null }
  | { readonly name: 'evidence'; readonly evidence: Evidence }

function ClaimPage({ detail }: { readonly detail: ClaimDetail }) {
  const { claim, analysis } = detail
  const act = useAct()
  const [, navigate] = useLocation()
  const [, setLastClaim] = usePreference('lastClaim')
  const [chosen, setChosen] = useState<ReadingId | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const reading = claim.readings.find((one) => one.id === chosen) ?? null
  const into = claim.mergedInto === undefined ? null : claimNamed(detail, claim.mergedInto).claim
  const remarks = claim.mergedInto === undefined ? weighEvidence(weighedOf(detail), reading?.id ?? null) : []
  const parted = remarks.filter((remark) => remark.kind === 'parts')
  const noted = remarks.filter((remark) => remark.kind === 'thin' || remark.kind === 'missing')
  const close = (): void => setOpen(null)
  const find = async (): Promise<void> => {
    await setLastClaim(claim.id)
    navigate(routes.library())
  }
  const onOpen = (name: ClaimDialogName): void =>
    setOpen(name === 'assess' ? { name, reading } : name === 'search' ? { name, note: null } : { name })

  return (
    <article className={styles.page} aria-label={`Claim ${claim.number}`}>
      <ClaimHead detail={detail} readingId={reading?.id ?? null} onReading={setChosen} act={act} onOpen={onOpen} />
      {claim.mergedInto === undefined ? null : (
        <Notice kind="info">
          <p>
            {claim.number} was merged into{' '}
            {into === null ? claim.mergedInto : <Link href={routes.claim(analysis.id, into.id)}>{claim.mergedInto}</Link>}: read it there.
            Its number stays, as it may be cited.
          </p>
        </Notice>
      )}
      {parted.length === 0 ? null : (
        <Notice kind="warning">
          {parted.map((remark) => (
            <p key={remark.words}>{remark.words}</p>
          ))}
        </Notice>
      )}
      {noted.length === 0 ? null : (
        <ul className={styles.remarks} aria-label="To notice">
          {noted.map((remark) => (
            <li key={remark.words}>{remark.words}</li>
          ))}
        </ul>
      )}
      <EvidenceColumns
        detail={detail}
        readingId={reading?.id ?? null}
        oneSided={remarks.find((remark) => remark.kind === 'one-sided')}
        act={act}
        onEdit={(evidence) => setOpen({ name: 'evidence', evidence })}
        onSearch={(note) => setOpen({ name: 'search', note })}
        onFind={() => void find()}
      />
      <div className={styles.blocks}>
        <JudgementTable
          detail={detail}
          onAssess={(one) => setOpen({ name: 'assess', reading: one })}
          onReadings={() => setOpen({ name: 'readings' })}
        />
        <ClaimTests claim={claim} act={act} />
        <ClaimSurroundings detail={detail} act={act} />
        <ClaimHistory claimId={claim.id} />
      </div>

      {open?.name === 'assess' ? (
        <AssessDialog
          claim={claim}
          reading={open.reading}
          current={detail.assessments.find((one) => one.readingId === (open.reading?.id ?? null))}
          act={act}
          onClose={close}
        />
      ) : open?.name === 'details' ? (
        <ClaimDetailsDialog
          claim={claim}
          analysis={analysis}
          sources={detail.sources}
          numbers={[...detail.others.keys()]}
          act={act}
          onClose={close}
        />
      ) : open?.name === 'readings' ? (
        <ReadingsDialog claim={claim} evidence={detail.evidence} act={act} onClose={close} />
      ) : open?.name === 'search' ? (
        <SearchNoteDialog analysisId={analysis.id} claims={[claim.id]} note={open.note} act={act} onClose={close} />
      ) : open?.name === 'split' ? (
        <SplitDialog detail={detail} act={act} onClose={close} onSplit={(id) => navigate(routes.claim(analysis.id, id))} />
      ) : open?.name === 'merge' ? (
        <MergeDialog detail={detail} act={act} onClose={close} />
      ) : open?.name === 'evidence' ? (
        <EvidenceDialog evidence={open.evidence} claim={claim} act={act} onClose={close} />
      ) : null}
    </article>
  )
}
