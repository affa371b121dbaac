import { firstSegment, quotationOf, stateOf } from '@shared/annotations/annotation'
import type { Segment } from '@shared/annotations/segment'
import { type CheckStanding, standingWords } from '@shared/claims/check-standing'
import type { Claim } from '@shared/claims/claim'
import type { Reading } from '@shared/claims/reading'
import { cellWords } from '@shared/tables/cells'
import { pageNumberOf } from '@shared/units/pages'
import { BookOpen, Check, Ellipsis, Pencil, SquarePlus, Unlink } from 'lucide-react'
import { useLocation } from 'wouter'
import type { Act } from '../analyses/editing/use-act'
import { confirmApproximate } from '../annotations/commands/confirm-approximate'
import { unlinkEvidence } from '../annotations/commands/unlink-evidence'
import { routes } from '../app/routes'
import { DocumentLink } from '../reader/document-link'
import { useOpenElsewhere } from '../reader/tabs-store'
import { AnchorStateSign } from '../ui/anchor-state'
import { IconButton } from '../ui/button'
import { classes } from '../ui/classes'
import { Menu } from '../ui/menu'
import { VersionBadge } from '../versions/version-badge'
import type { Evidence } from './claim-detail'
import styles from './evidence-card.module.css'
import { PassagePicture } from './passage-picture'

const ORIGIN_WORDS: Readonly<Record<Segment['textOrigin'], string>> = {
  embedded: 'embedded text',
  ocr: 'text by OCR',
  typed: 'typed by hand',
}

type EvidenceCardProps = {
  readonly evidence: Evidence
  readonly claim: Claim
  /** The readings it bears on by name; empty when it bears on all. */
  readonly readings: readonly Reading[]
  /** What second readers found of it. */
  readonly standing: CheckStanding | undefined
  /** Whether it bears on another reading than the one looked at. */
  readonly aside: boolean
  readonly act: Act
  readonly onEdit: () => void
}

/** A passage that bears on a claim: its words, its picture, where it stands, and what the researcher says of it. */
export function EvidenceCard({ evidence, claim, readings, standing, aside, act, onEdit }: EvidenceCardProps) {
  const { link, annotation, document } = evidence
  const [, navigate] = useLocation()
  const { inNewTab } = useOpenElsewhere()
  const first = firstSegment(annotation)
  const state = stateOf(annotation)
  const address = routes.document(annotation.documentId, { mark: annotation.id })
  const name = document?.name ?? 'a document that was removed'
  const quotation = quotationOf(annotation)
  const doubtful = state === 'approximate' && annotation.confirmed === null

  return (
    <article
      className={classes(styles.card, aside && styles.aside)}
      aria-label={`${link.relation}: ${name}, ${pageWords(annotation.segments)}`}
    >
      <div className={styles.menu}>
        <Menu
          align="end"
          trigger={<IconButton label="What to do with this passage" icon={Ellipsis} />}
          items={[
            { label: 'Open in the reader', icon: BookOpen, onSelect: () => navigate(address) },
            { label: 'Open in a new tab', icon: SquarePlus, onSelect: () => inNewTab(address, name) },
            { label: 'Edit note, relation, strength, readings…', icon: Pencil, onSelect: onEdit },
            ...(doubtful
              ? [
                  {
                    label: 'Confirm that this is the passage',
                    icon: Check,
                    onSelect: () => void act(confirmApproximate, { ids: [annotation.id] }, 'Match confirmed.'),
                  },
                ]
              : []),
            'separator',
            {
              label: `Unlink from ${claim.number}`,
              icon: Unlink,
              danger: true,
              onSelect: () => void act(unlinkEvidence, { id: link.id }, `Unlinked from ${claim.number}. The mark stays in the document.`),
            },
          ]}
        />
      </div>
      {readings.length === 0 ? null : (
        <p className={styles.readings}>
          <span className={styles.reading}>
            {aside ? 'other reading: ' : 'reading: '}
            {readings.map((reading) => reading.label).join(', ')}
          </span>
        </p>
      )}
      <blockquote className={styles.quote}>
        {quotation === '' ? <span className={styles.wordless}>A {annotation.kind} without words</span> : `“${quotation}”`}
      </blockquote>
      <PassagePicture annotation={annotation} relation={link.relation} name={name} />
      <p className={styles.place}>
        {document === undefined ? (
          <span>{name}</span>
        ) : (
          <DocumentLink href={address} name={name} title={`Open at the mark: ${name}`}>
            {name}
          </DocumentLink>
        )}{' '}
        <span className={styles.page}>{pageWords(annotation.segments)}</span>
        {first.stamp === null ? null : <span className={styles.page}>stamped {first.stamp}</span>}
        <VersionBadge documentId={annotation.documentId} />
      </p>
      <p className={styles.trust}>
        <AnchorStateSign state={state} />
        {annotation.confirmed === null ? null : <span>confirmed by {annotation.confirmed.by}</span>}
        <span>{first.cell === undefined ? ORIGIN_WORDS[first.textOrigin] : 'text of the table'}</span>
        {link.strength === null ? null : <span>{link.strength}</span>}
        {standing === undefined || standing.state === 'unchecked' ? null : <span>{standingWords(standing)}</span>}
      </p>
      {doubtful || state === 'lost' ? (
        <p className={styles.warning}>
          {doubtful
            ? 'Only a likeness was found: not cited until you compare it and confirm.'
            : 'The quotation was not found: listed in the dossier, not cited.'}
        </p>
      ) : null}
      {link.note === '' ? null : <p className={styles.note}>{link.note}</p>}
    </article>
  )
}

/** "p. 3 · label iii", "pp. 3-4". */
function pageWords(segments: readonly Segment[]): string {
  const cells = [...new Set(segments.flatMap(({ cell }) => (cell === undefined ? [] : [cellWords(cell)])))]
  if (cells.length > 0) return cells.join(' and ')
  const numbers = segments.map((segment) => pageNumberOf(segment.pageIndex))
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)]
  const label = segments[0]?.label
  const pages = low === high ? `p. ${low}` : `pp. ${low}-${high}`
  return label === null || label === undefined || label === String(low) ? pages : `${pages} · label ${label}`
}
