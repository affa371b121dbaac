import type { Document } from '@shared/documents/document'
import type { PagePair } from '@shared/versions/match-pages'
import { useState } from 'react'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { unitOf } from './change-words'
import styles from './pair-view.module.css'

/** Says by hand which page of the earlier version answers to a page of the later one. Empty means none. */
export function PairByHand({
  earlier,
  pair,
  onPair,
}: {
  readonly earlier: Document
  readonly pair: PagePair
  readonly onPair: (later: number, earlier: number | null) => void
}) {
  const now = pair.earlier === null ? '' : String(pair.earlier + 1)
  const [typed, setTyped] = useState(now)
  const number = typed.trim() === '' ? null : Number(typed)
  const wrong = number !== null && !(Number.isInteger(number) && number >= 1 && number <= earlier.pageCount)
  const { later } = pair
  const unit = unitOf(earlier)
  if (later === null) return null
  return (
    <form
      className={styles.byHand}
      onSubmit={(event) => (event.preventDefault(), wrong ? undefined : onPair(later, number === null ? null : number - 1))}
    >
      <TextField
        label={`${unit === 'row' ? 'Row' : 'Page'} of the earlier version that answers to this one`}
        value={typed}
        onChange={setTyped}
        error={wrong ? `The earlier version has ${unit}s 1 to ${earlier.pageCount}.` : null}
        hint="Leave it empty where none does."
      />
      <Button type="submit" disabled={wrong || typed.trim() === now}>
        Pair these {unit}s
      </Button>
    </form>
  )
}
