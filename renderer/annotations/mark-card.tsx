import { quotationOf, stateOf } from '@shared/annotations/annotation'
import { shortPlaceOf } from '@shared/annotations/place-words'
import type { Claim, ClaimId } from '@shared/claims/claim'
import { type EvidenceLink, RELATION_SIGNS, RELATIONS, type Relation } from '@shared/claims/evidence-link'
import { cellWords, sheetAndColumn } from '@shared/tables/cells'
import { pageNumberOf } from '@shared/units/pages'
import {
  CalendarPlus,
  ChevronDown,
  Coins,
  Copy,
  CornerUpRight,
  Ellipsis,
  ExternalLink,
  GitCompare,
  Link2,
  MessageSquare,
  Quote,
  SearchX,
  SlidersHorizontal,
  Trash2,
  Unlink,
} from 'lucide-react'
import { momentWords } from '../analyses/editing/date-words'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { keysOf } from '../app/shortcuts'
import { useCurrentAnalysis } from '../app/use-current-analysis'
import { useCopyLink } from '../links/use-copy-link'
import { AnchorStateSign } from '../ui/anchor-state'
import { Button, IconButton } from '../ui/button'
import { classes } from '../ui/classes'
import { Kbd } from '../ui/kbd'
import { Menu, type MenuItem } from '../ui/menu'
import { Pill } from '../ui/pill'
import { RelationSign } from '../ui/relation-sign'
import styles from './mark-card.module.css'
import type { Mark } from './marks'

/** What can be done with a mark and its links. */
export type MarkActions = {
  readonly select: (mark: Mark) => void
  readonly edit: (mark: Mark) => void
  readonly link: (mark: Mark) => void
  /** Puts the passage into the ledger of purchases, or into the chronology. */
  readonly toPurchase: (mark: Mark) => void
  readonly toEvent: (mark: Mark) => void
  /** Compares an approximate match with the original and decides about it. */
  readonly compare: (mark: Mark) => void
  readonly remove: (mark: Mark) => void
  readonly copy: (mark: Mark) => void
  readonly cite: (mark: Mark) => void
  readonly openClaim: (claimId: ClaimId) => void
  readonly setRelation: (link: EvidenceLink, relation: Relation) => void
  readonly editLink: (mark: Mark, link: EvidenceLink) => void
  readonly unlink: (link: EvidenceLink) => void
}

const ORIGIN_WORDS = { embedded: 'embedded text', ocr: 'OCR text', typed: 'typed by hand' } as const
const KIND_WORDS = { highlight: null, underline: 'underline', area: 'box', redaction: 'redaction', 'page-note': 'page note' } as const

type MarkCardProps = {
  readonly mark: Mark
  readonly selected: boolean
  readonly claims: ReadonlyMap<ClaimId, Claim>
  readonly actions: MarkActions
}

/** A mark as the list shows it: what it bears on, its words, what was noted, and how far they can be trusted. */
export function MarkCard({ mark, selected, claims, actions }: MarkCardProps) {
  const { annotation, links } = mark
  const analysis = useCurrentAnalysis()
  const copyLink = useCopyLink()
  const [first] = annotation.segments
  const quote = quotationOf(annotation)
  const state = stateOf(annotation)
  const places = [...new Set(annotation.segments.map(shortPlaceOf))]
  const where = first?.cell === undefined ? places.map((place) => place.replace('p.', 'page')).join(' and ') : cellWords(first.cell)
  const items: readonly MenuItem[] = [
    { label: 'Link to a claim…', icon: Link2, shortcut: keysOf('link-mark'), onSelect: () => actions.link(mark) },
    { label: 'To the ledger of purchases…', icon: Coins, shortcut: keysOf('mark-to-purchase'), onSelect: () => actions.toPurchase(mark) },
    { label: 'To the chronology…', icon: CalendarPlus, shortcut: keysOf('mark-to-event'), onSelect: () => actions.toEvent(mark) },
    { label: 'Edit: comment, tags, kind…', icon: MessageSquare, shortcut: keysOf('edit-mark'), onSelect: () => actions.edit(mark) },
    ...(state === 'approximate' ? [{ label: 'Compare with the page…', icon: GitCompare, onSelect: () => actions.compare(mark) }] : []),
    { label: 'Copy the quotation', icon: Copy, disabled: quote === '', onSelect: () => actions.copy(mark) },
    { label: 'Copy with citation', icon: Quote, shortcut: keysOf('copy-citation'), onSelect: () => actions.cite(mark) },
    { label: 'Copy link', icon: ExternalLink, onSelect: () => copyLink({ kind: 'passage', id: annotation.id }) },
    {
      label: 'Record as a search note…',
      icon: SearchX,
      disabled: analysis === null,
      onSelect: () => (analysis === null ? undefined : navigate(`${routes.searches(analysis.id)}?mark=${annotation.id}`)),
    },
    'separator',
    { label: 'Delete', icon: Trash2, danger: true, shortcut: keysOf('delete-mark'), onSelect: () => actions.remove(mark) },
  ]
  return (
    <article
      className={classes(styles.card, selected && styles.selected)}
      aria-label={first?.cell === undefined ? `Mark on ${where.replaceAll(' and page ', ' and ')}` : `Mark on ${where}`}
    >
      <div className={styles.head}>
        {links.map((link) => (
          <LinkTag key={link.id} link={link} mark={mark} claim={claims.get(link.claimId)} actions={actions} />
        ))}
        {links.length === 0 ? <Pill tone="absent">{annotation.kind === 'page-note' ? 'note' : 'not linked'}</Pill> : null}
        {KIND_WORDS[annotation.kind] === null || annotation.kind === 'page-note' ? null : (
          <span className={styles.kind}>{KIND_WORDS[annotation.kind]}</span>
        )}
        <span className={styles.menu}>
          <Menu
            align="end"
            trigger={<IconButton label="What to do with this mark" icon={Ellipsis} className={styles.more} />}
            items={items}
          />
        </span>
      </div>
      <button type="button" className={styles.words} aria-current={selected} onClick={() => actions.select(mark)}>
        {quote === '' ? (
          <span className={styles.noWords}>
            {annotation.kind === 'page-note'
              ? annotation.comment
              : first?.cell !== undefined
                ? 'The cell is empty.'
                : 'No words typed yet: it cannot be cited.'}
          </span>
        ) : (
          <q className={styles.quote} dir="auto">
            {quote}
          </q>
        )}
      </button>
      {annotation.comment === '' || annotation.kind === 'page-note' ? null : <p className={styles.comment}>{annotation.comment}</p>}
      {annotation.exemptionCodes.length === 0 ? null : (
        <p className={styles.codes}>withheld under {annotation.exemptionCodes.join(', ')}</p>
      )}
      {annotation.tags.length === 0 ? null : (
        <ul className={styles.tags} aria-label="Tags">
          {annotation.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      {links
        .filter((link) => link.note !== '')
        .map((link) => (
          <p key={link.id} className={styles.comment}>
            {links.length > 1 ? <span className={styles.number}>{claims.get(link.claimId)?.number} </span> : null}
            {link.note}
          </p>
        ))}
      {state === 'approximate' && annotation.confirmed === null ? (
        <p className={styles.doubt}>
          <Button kind="quiet" icon={GitCompare} onClick={() => actions.compare(mark)}>
            Only a likeness: compare and decide
          </Button>
        </p>
      ) : null}
      {state === 'lost' ? (
        <p className={styles.lost}>
          Its words are not found any more. Choose it, select the passage, and press <Kbd keys="+" /> to mark it again.
        </p>
      ) : null}
      <p className={styles.foot}>
        {annotation.kind === 'page-note' ? null : <AnchorStateSign state={state} />}
        {state === 'approximate' && annotation.confirmed !== null ? <span>confirmed by {annotation.confirmed.by}</span> : null}
        <span className={styles.page}>{places.join(', ').replaceAll(', p. ', ', ')}</span>
        {first?.cell !== undefined ? (
          <span title={where}>{sheetAndColumn(first.cell)}</span>
        ) : first?.label && first.label !== String(pageNumberOf(first.pageIndex)) ? (
          <span>label {first.label}</span>
        ) : null}
        {first === undefined || annotation.kind === 'page-note' ? null : (
          <span>{first.cell === undefined ? ORIGIN_WORDS[first.textOrigin] : 'text of the table'}</span>
        )}
        {first?.stamp ? <span>stamp {first.stamp}</span> : null}
        <span title={momentWords(annotation.createdAt)}>by {annotation.pdfOrigin?.author || annotation.author}</span>
      </p>
    </article>
  )
}

type LinkTagProps = { readonly link: EvidenceLink; readonly mark: Mark; readonly claim: Claim | undefined; readonly actions: MarkActions }

/** The relation and the claim of one link, with all that can be changed about it behind it. */
function LinkTag({ link, mark, claim, actions }: LinkTagProps) {
  const { word } = RELATION_SIGNS[link.relation]
  const number = claim?.number ?? 'claim'
  const items: readonly MenuItem[] = [
    { label: `Go to ${number}`, icon: CornerUpRight, onSelect: () => actions.openClaim(link.claimId) },
    'separator',
    ...RELATIONS.map((relation) => ({
      label: `${RELATION_SIGNS[relation].shape} ${RELATION_SIGNS[relation].word}`,
      checked: relation === link.relation,
      onSelect: () => actions.setRelation(link, relation),
    })),
    'separator',
    { label: 'Claim, readings, strength, note…', icon: SlidersHorizontal, onSelect: () => actions.editLink(mark, link) },
    { label: 'Unlink', icon: Unlink, danger: true, onSelect: () => actions.unlink(link) },
  ]
  return (
    <Menu
      trigger={
        <button type="button" className={styles.tag} aria-label={`${word} ${number}: change this link`} title={claim?.text}>
          <RelationSign relation={link.relation} withWord /> <span className={styles.number}>{number}</span>
          <ChevronDown className={styles.chevron} size={13} strokeWidth={1.6} aria-hidden />
        </button>
      }
      items={items}
    />
  )
}
