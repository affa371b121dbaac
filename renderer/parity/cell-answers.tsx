import { counted } from '@shared/dossier/words'
import type { ParityAnswer } from '@shared/parity/compute-cell'
import { pageIndex } from '@shared/units/pages'
import { useState } from 'react'
import { Link } from 'wouter'
import { routes } from '../app/routes'
import { Button } from '../ui/button'
import styles from './cell-panel.module.css'
import type { MatrixTable } from './use-parity'

/** Answers that are shown before more are asked for, and rows that are named of each. */
const ANSWERS = 6
const ROWS = 12

/** The different answers, the most frequent first, each with the rows that give it. */
export function CellAnswers({ answers, table }: { readonly answers: readonly ParityAnswer[]; readonly table: MatrixTable | null }) {
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
