import { quotationOf, stateOf } from '@shared/annotations/annotation'
import { CHECK_VERDICTS, CHECK_WORDS, type CheckVerdict } from '@shared/claims/check'
import type { CheckItem } from '@shared/claims/check-items'
import { type CheckStanding, standingWords } from '@shared/claims/check-standing'
import { CLAIM_KIND_WORDS } from '@shared/claims/claim'
import { pageNumberOf } from '@shared/units/pages'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { RefObject } from 'react'
import { routes } from '../app/routes'
import { keysOf } from '../app/shortcuts'
import type { ClaimDetail, Evidence } from '../claims/claim-detail'
import { PassagePicture } from '../claims/passage-picture'
import { DocumentLink } from '../reader/document-link'
import { AnchorStateSign } from '../ui/anchor-state'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { RelationSign } from '../ui/relation-sign'
import styles from './check.module.css'

/** What each verdict says of a passage, and of a claim's own text. */
const MEANS: Readonly<Record<CheckVerdict, { readonly passage: string; readonly claim: string }>> = {
  right: { passage: 'It says this, and bears on the claim so.', claim: 'It says what its evidence allows.' },
  wrong: { passage: 'It does not say this.', claim: 'It says something else than its evidence.' },
  'out-of-context': { passage: 'What stands around it says otherwise.', claim: 'It leaves out what its sources say beside it.' },
  unfair: { passage: 'It is used for more than it says.', claim: 'It says more than its evidence allows.' },
}

type CheckCardProps = {
  readonly item: CheckItem
  readonly place: number
  readonly of: number
  readonly detail: ClaimDetail
  /** Undefined for the claim's own text. */
  readonly evidence: Evidence | undefined
  readonly reader: string
  readonly found: string
  readonly noteRef: RefObject<HTMLDivElement | null>
  readonly onFound: (note: string) => void
  readonly onVerdict: (verdict: CheckVerdict) => void
  readonly onStep: (by: 1 | -1) => void
}

/** One thing to check: the claim, the passage with its picture and the way to its page, and four verdicts. */
export function CheckCard({ item, place, of, detail, evidence, reader, found, noteRef, onFound, onVerdict, onStep }: CheckCardProps) {
  const { claim, standings } = detail
  const standing: CheckStanding = (item.linkId === null ? standings.text : standings.links.get(item.linkId)) ?? {
    state: 'unchecked',
    checks: [],
  }
  return (
    <article
      className={styles.card}
      aria-label={item.linkId === null ? `Check ${claim.number}` : `Check passage ${item.n} of ${item.of} of ${claim.number}`}
    >
      <header className={styles.cardHead}>
        <span className={styles.where}>
          {place.toLocaleString('en-US')} of {of.toLocaleString('en-US')}
        </span>
        <span className={styles.number}>{claim.number}</span>
        <span>{item.linkId === null ? `the claim itself (${CLAIM_KIND_WORDS[claim.kind]})` : `passage ${item.n} of ${item.of}`}</span>
        <span className={styles.steps}>
          <Button kind="quiet" icon={ArrowLeft} shortcut={keysOf('check-previous')} onClick={() => onStep(-1)}>
            Previous
          </Button>
          <Button kind="quiet" icon={ArrowRight} shortcut={keysOf('check-next')} onClick={() => onStep(1)}>
            Next
          </Button>
        </span>
      </header>
      <section className={styles.claim} aria-label="The claim">
        <h2 className={styles.claimText}>{claim.text}</h2>
        {claim.scopeLimit === null ? null : <p className={styles.second}>Confined to {claim.scopeLimit}.</p>}
        {claim.readings.length === 0 ? null : (
          <p className={styles.second}>It can be read as {claim.readings.map((reading) => `“${reading.label}”`).join(' or ')}.</p>
        )}
        {item.linkId === null ? (
          <p className={styles.second}>
            {item.of === 0
              ? 'No passage is linked to it.'
              : `${item.of} ${item.of === 1 ? 'passage is' : 'passages are'} linked to it, and checked after it.`}
          </p>
        ) : null}
      </section>
      {evidence === undefined ? null : <Passage evidence={evidence} detail={detail} />}
      <output className={styles.standing}>{standingWords(standing)}</output>
      <div className={styles.verdicts}>
        {CHECK_VERDICTS.map((verdict) => (
          <Button
            key={verdict}
            kind={standing.state === verdict ? 'primary' : 'secondary'}
            shortcut={keysOf(`check-${verdict}`)}
            title={MEANS[verdict][item.linkId === null ? 'claim' : 'passage']}
            onClick={() => onVerdict(verdict)}
          >
            {CHECK_WORDS[verdict]}
          </Button>
        ))}
      </div>
      <ul className={styles.means}>
        {CHECK_VERDICTS.map((verdict) => (
          <li key={verdict}>
            <b>{CHECK_WORDS[verdict]}:</b> {MEANS[verdict][item.linkId === null ? 'claim' : 'passage']}
          </li>
        ))}
      </ul>
      <div ref={noteRef}>
        <TextField
          label="Note"
          multiline
          rows={2}
          value={found}
          onChange={onFound}
          hint="Goes with the verdict. Escape leaves the field, so that the keys judge again."
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      </div>
      {evidence !== undefined && evidence.link.author === reader ? (
        <p className={styles.second}>You linked this passage yourself. A check is worth more from somebody else.</p>
      ) : null}
    </article>
  )
}

function Passage({
  evidence: { link, annotation, document },
  detail: { claim },
}: {
  readonly evidence: Evidence
  readonly detail: ClaimDetail
}) {
  const name = document?.name ?? 'a document that was removed'
  const quotation = quotationOf(annotation)
  const pages = [...new Set(annotation.segments.map((segment) => pageNumberOf(segment.pageIndex)))]
  const readings = claim.readings.filter((reading) => link.readingIds.includes(reading.id))
  return (
    <section className={styles.passage} aria-label="The passage">
      <p className={styles.relation}>
        <RelationSign relation={link.relation} withWord />
        {readings.length === 0 ? null : <span>on the reading {readings.map((reading) => `“${reading.label}”`).join(', ')}</span>}
        {link.strength === null ? null : <span>{link.strength}</span>}
      </p>
      <blockquote className={styles.quote} dir="auto">
        {quotation.trim() === '' ? `A ${annotation.kind} without words` : `“${quotation}”`}
      </blockquote>
      <PassagePicture annotation={annotation} relation={link.relation} name={name} />
      <p className={styles.place}>
        {document === undefined ? (
          name
        ) : (
          <DocumentLink
            href={routes.document(annotation.documentId, { mark: annotation.id })}
            name={name}
            title={`Open at the mark: ${name}`}
          >
            {name}
          </DocumentLink>
        )}{' '}
        <span className={styles.number}>p. {pages.join(', ')}</span> <AnchorStateSign state={stateOf(annotation)} />
      </p>
      {link.note === '' ? null : (
        <p className={styles.second}>
          <b>{link.author}:</b> {link.note}
        </p>
      )}
    </section>
  )
}
