import { firstSegment, quotationOf } from '@shared/annotations/annotation'
import { placeOf } from '@shared/annotations/place-words'
import type { ParityAnswer } from '@shared/parity/compute-cell'
import { countsWords } from '@shared/parity/cell-words'
import { isWaiting, type ShownCell } from '@shared/parity/matrix-view'
import { PARITY_STATE_WORDS } from '@shared/parity/parity-cell'
import { counted } from '@shared/dossier/words'
import { pageIndex } from '@shared/units/pages'
import { Check, FilePlus2, Link2, Pencil, Quote, Trash2 } from 'lucide-react'
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { momentWords } from '../analyses/editing/date-words'
import { routes } from '../app/routes'
import { keysOf } from '../app/shortcuts'
import { historyOf } from '../storage/history-of-record'
import { Button } from '../ui/button'
import { Acts, SideBody, SidePanel } from '../ui/side-panel'
import { useWorkbench } from '../workbench/workbench'
import styles from './cell-panel.module.css'
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
export function CellPanel({ shown, tables, onTakeOver, onEdit, onEmpty, onClaim, onCite, onClose }: Props) {
  const { cell, proposal, element, agency, year, counts, standing } = shown
  const asked = element.asked.find((each) => each.year === year)
  const table = proposal?.table ?? null
  const read = tables?.find((each) => each.table.documentId === table?.documentId && each.table.sheet === table.sheet) ?? null
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
        {standing === 'parted' && proposal !== null ? (
          <p className={styles.warning}>
            The table now says: {PARITY_STATE_WORDS[proposal.computed.state]}. {proposal.computed.why}
          </p>
        ) : null}
        {counts === null ? null : (
          <Part title="Counted">
            <p>{countsWords(counts)}</p>
            {counts.quote === '' ? null : (
              <blockquote className={styles.quote} dir="auto">
                “{counts.quote}”
              </blockquote>
            )}
            {counts.column === '' ? null : <p className={styles.faint}>Column “{counts.column}”.</p>}
          </Part>
        )}
        {proposal === null || standing === 'parted' || (asked?.asked === true && (counts?.answered ?? 0) > 0) ? null : (
          <p className={styles.faint}>{proposal.computed.why}</p>
        )}
        {cell === null || cell.note === '' ? null : (
          <Part title="Note">
            <p className={styles.note}>{cell.note}</p>
          </Part>
        )}
        {cell === null ? null : <Passages ids={cell.annotationIds} />}
        {cell === null ? null : <Searches ids={cell.searchNoteIds} />}
        {proposal === null || table === null || proposal.computed.counts === null ? null : (
          <Part title="Rows behind it">
            <p className={styles.faint}>
              <Link href={routes.document(table.documentId)}>{read?.name ?? 'the table'}</Link>
              {table.sheet === null ? '' : `, sheet ${table.sheet}`}
            </p>
            <Answers
              answers={[
                ...proposal.computed.answers,
                ...(proposal.computed.blank.length === 0 ? [] : [{ text: '', withheld: false, rows: proposal.computed.blank }]),
              ]}
              table={read}
            />
          </Part>
        )}
        {asked === undefined ? null : (
          <Part title="The question">
            <p className={styles.faint}>
              {asked.asked ? `Asked in ${year}${asked.optional ? ', optional' : ''}.` : `Not asked in ${year}.`} {element.note}
            </p>
          </Part>
        )}
        {cell === null ? null : <History id={cell.id} />}
      </SideBody>
    </SidePanel>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.partTitle}>{title}</h3>
      {children}
    </section>
  )
}

const ANSWERS = 6
const ROWS = 12

/** The different answers, the most frequent first, each with the rows that give it. */
function Answers({ answers, table }: { readonly answers: readonly ParityAnswer[]; readonly table: MatrixTable | null }) {
  const [all, setAll] = useState(false)
  return (
    <>
      <ul className={styles.answers}>
        {answers.slice(0, all ? answers.length : ANSWERS).map((answer) => (
          <li key={answer.text}>
            <p className={styles.answer} dir="auto">
              {answer.text === '' ? <span className={styles.faint}>blank</span> : answer.text}
              {answer.withheld ? <span className={styles.tag}> withheld</span> : null}
            </p>
            <p className={styles.rows}>
              {counted(answer.rows.length, 'row')}:{' '}
              {answer.rows.slice(0, ROWS).map((at) => {
                const place = table?.sheet?.places[at]
                return place === undefined || table === null ? null : (
                  <Link
                    key={at}
                    href={routes.document(table.table.documentId, { page: pageIndex(place.page) })}
                    aria-label={`Row ${place.row} of the table`}
                  >
                    {place.row}
                  </Link>
                )
              })}
              {answer.rows.length > ROWS ? <span> and {answer.rows.length - ROWS} more</span> : null}
            </p>
          </li>
        ))}
      </ul>
      {all || answers.length <= ANSWERS ? null : (
        <Button kind="quiet" onClick={() => setAll(true)}>
          Show all {answers.length} answers
        </Button>
      )}
    </>
  )
}

function Passages({ ids }: { readonly ids: readonly string[] }) {
  const { db } = useWorkbench()
  const key = ids.join(' ')
  const marks = useLiveQuery(
    async () =>
      Promise.all(
        ids.map(async (id) => {
          const annotation = await db.get('annotations', id)
          return annotation === undefined
            ? null
            : { annotation, name: (await db.get('documents', annotation.documentId))?.name ?? 'removed document' }
        }),
      ),
    [db, key],
  )
  if (ids.length === 0 || marks === undefined) return null
  return (
    <Part title={`Passages · ${ids.length}`}>
      <ul className={styles.answers}>
        {marks.map((mark) =>
          mark === null ? null : (
            <li key={mark.annotation.id}>
              <Link href={routes.document(mark.annotation.documentId, { mark: mark.annotation.id })} className={styles.answer} dir="auto">
                {quotationOf(mark.annotation) || 'a marked area'}
              </Link>
              <p className={styles.rows}>
                {mark.name}, {placeOf(firstSegment(mark.annotation))}
              </p>
            </li>
          ),
        )}
      </ul>
    </Part>
  )
}

function Searches({ ids }: { readonly ids: readonly string[] }) {
  const { db } = useWorkbench()
  const key = ids.join(' ')
  const notes = useLiveQuery(async () => Promise.all(ids.map((id) => db.get('searchNotes', id))), [db, key])
  if (ids.length === 0 || notes === undefined) return null
  return (
    <Part title={`Searches · ${ids.length}`}>
      <ul className={styles.answers}>
        {notes.map((note) =>
          note === undefined ? null : (
            <li key={note.id}>
              <p>
                {note.words === '' ? '' : `${quoted(note.words)}, `}
                {note.where}
                {note.date === null ? '' : `, ${note.date}`}: {note.hits === null ? 'hits not counted' : counted(note.hits, 'hit')}
              </p>
              {note.result === '' ? null : <p className={styles.faint}>{note.result}</p>}
            </li>
          ),
        )}
      </ul>
    </Part>
  )
}

/** Words that were searched for; those that bring quotation marks along get no more. */
const quoted = (words: string): string => (/["“”]/.test(words) ? words : `“${words}”`)

function History({ id }: { readonly id: string }) {
  const { db } = useWorkbench()
  const [open, setOpen] = useState(false)
  const lines = useLiveQuery(async () => (open ? historyOf(db, id) : []), [db, id, open])
  return (
    <Part title="History">
      <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide history' : 'Show history'}
      </Button>
      {open ? (
        <ol className={styles.answers}>
          {(lines ?? []).map(({ entry }) => (
            <li key={entry.seq}>
              <p>{entry.summary}</p>
              <p className={styles.rows}>
                #{entry.seq} · {entry.actor} · {momentWords(entry.at)}
              </p>
            </li>
          ))}
        </ol>
      ) : null}
    </Part>
  )
}
