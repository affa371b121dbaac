import { countsWords } from '@shared/parity/cell-words'
import { isWaiting, type ShownCell } from '@shared/parity/matrix-view'
import { PARITY_STATE_WORDS } from '@shared/parity/parity-cell'
import { Check, FilePlus2, Link2, Pencil, Quote, Trash2 } from 'lucide-react'
import { Link } from 'wouter'
import { momentWords } from '../analyses/editing/date-words'
import { routes } from '../app/routes'
import { keysOf } from '../app/shortcuts'
import { Button } from '../ui/button'
import { Acts, SideBody, SidePanel } from '../ui/side-panel'
import { CellAnswers } from './cell-answers'
import { CellPassages, CellSearches } from './cell-evidence'
import { CellHistory } from './cell-history'
import styles from './cell-panel.module.css'
import { CellPart } from './cell-part'
import { ParityStateSign } from './state-sign'
import type { MatrixTable } from './use-parity'

type Props = {
  readonly shown: ShownCell
  readonly tables: readonly MatrixTable[] | undefined
  readonly onTakeOver: () => void
  readonly onEdit: () => void
  readonly onEmpty: () => void
  readonly onClaim: () => void
  readonly onCite: () => void
  readonly onClose: () => void
}

/** What a cell rests on: what was counted and in which rows, the quoted text, passages, searches, and how it came to be. */
export function CellPanel({ shown, tables, onClose, ...acts }: Props) {
  const { cell, proposal, element, agency, year, counts, standing } = shown
  const asked = element.asked.find((each) => each.year === year)
  return (
    <SidePanel
      label="The cell and its evidence"
      title={`${agency.short} ${year}`}
      closeLabel="Close the cell"
      shortcut="Esc"
      onClose={onClose}
    >
      <SideBody>
        <h2 className={styles.title}>{element.label}</h2>
        <p className={styles.state}>
          <ParityStateSign state={shown.state} />
          <span className={styles.faint}>
            {standing === 'proposed'
              ? 'proposed, not taken over'
              : standing === 'open'
                ? 'nobody has looked'
                : cell === null
                  ? ''
                  : `${cell.author}, ${momentWords(cell.at)}`}
          </span>
        </p>
        <ActsOnCell shown={shown} {...acts} />
        {standing === 'parted' && proposal !== null ? (
          <p className={styles.warning}>
            The table now says: {PARITY_STATE_WORDS[proposal.computed.state]}. {proposal.computed.why}
          </p>
        ) : null}
        {counts === null ? null : <Counted counts={counts} />}
        {proposal === null || standing === 'parted' || (asked?.asked === true && (counts?.answered ?? 0) > 0) ? null : (
          <p className={styles.faint}>{proposal.computed.why}</p>
        )}
        {cell === null || cell.note === '' ? null : (
          <CellPart title="Note">
            <p className={styles.note}>{cell.note}</p>
          </CellPart>
        )}
        {cell === null ? null : <CellPassages ids={cell.annotationIds} />}
        {cell === null ? null : <CellSearches ids={cell.searchNoteIds} />}
        <RowsBehind proposal={proposal} tables={tables} />
        {asked === undefined ? null : (
          <CellPart title="The question">
            <p className={styles.faint}>
              {asked.asked ? `Asked in ${year}${asked.optional ? ', optional' : ''}.` : `Not asked in ${year}.`} {element.note}
            </p>
          </CellPart>
        )}
        {cell === null ? null : <CellHistory id={cell.id} />}
      </SideBody>
    </SidePanel>
  )
}

type OnCell = Omit<Props, 'tables' | 'onClose'>

function ActsOnCell({ shown, onTakeOver, onEdit, onEmpty, onClaim, onCite }: OnCell) {
  const { cell } = shown
  return (
    <Acts>
      {isWaiting(shown) ? (
        <Button kind="primary" icon={Check} shortcut={keysOf('take-over-cell')} onClick={onTakeOver}>
          Take over
        </Button>
      ) : null}
      <Button icon={Pencil} shortcut={keysOf('edit-cell')} onClick={onEdit}>
        {cell === null ? 'Fill by hand…' : 'Change…'}
      </Button>
      {cell === null ? null : (
        <>
          <Button
            icon={cell.claimId === null ? FilePlus2 : Link2}
            shortcut={keysOf('claim-cell')}
            onClick={onClaim}
            disabled={cell.state === 'not-looked'}
          >
            {cell.claimId === null ? 'Make a claim…' : 'Open its claim'}
          </Button>
          <Button icon={Quote} onClick={onCite}>
            Copy as citation
          </Button>
          <Button kind="quiet" icon={Trash2} onClick={onEmpty}>
            Empty
          </Button>
        </>
      )}
    </Acts>
  )
}

function Counted({ counts }: { readonly counts: NonNullable<ShownCell['counts']> }) {
  return (
    <CellPart title="Counted">
      <p>{countsWords(counts)}</p>
      {counts.quote === '' ? null : (
        <blockquote className={styles.quote} dir="auto">
          “{counts.quote}”
        </blockquote>
      )}
      {counts.column === '' ? null : <p className={styles.faint}>Column “{counts.column}”.</p>}
    </CellPart>
  )
}

/** The rows of the table that the proposal was computed from, by what they answer. */
function RowsBehind({ proposal, tables }: Pick<ShownCell, 'proposal'> & Pick<Props, 'tables'>) {
  const table = proposal?.table ?? null
  if (proposal === null || table === null || proposal.computed.counts === null) return null
  const read = tables?.find((each) => each.table.documentId === table.documentId && each.table.sheet === table.sheet) ?? null
  const { answers, blank } = proposal.computed
  return (
    <CellPart title="Rows behind it">
      <p className={styles.faint}>
        <Link href={routes.document(table.documentId)}>{read?.name ?? 'the table'}</Link>
        {table.sheet === null ? '' : `, sheet ${table.sheet}`}
      </p>
      <CellAnswers answers={[...answers, ...(blank.length === 0 ? [] : [{ text: '', withheld: false, rows: blank }])]} table={read} />
    </CellPart>
  )
}
