import { purchaseName } from '@shared/chronology/derived-events'
import type { Purchase, PurchaseId } from '@shared/purchases/purchase'
import { useMemo, useState } from 'react'
import { SelectField, TextField } from '../ui/field'
import { filtered, NO_FILTER } from './purchase-rows'
import styles from './purchases.module.css'

/** Purchases offered at once; the words find the others. */
const MOST = 100

type Props = {
  readonly label: string
  readonly none: string
  readonly purchases: readonly Purchase[]
  readonly value: PurchaseId | null
  readonly onChange: (id: PurchaseId | null) => void
}

/** Chooses a purchase of the ledger, or none. */
export function ChoosePurchase({ label, none, purchases, value, onChange }: Props) {
  const [words, setWords] = useState('')
  const fitting = useMemo(() => filtered(purchases, { ...NO_FILTER, words }), [purchases, words])
  const chosen = purchases.find((purchase) => purchase.id === value)
  const offered = [...(chosen === undefined ? [] : [chosen]), ...fitting.filter((purchase) => purchase.id !== value)].slice(0, MOST)
  return (
    <div className={styles.pair}>
      <SelectField
        label={label}
        value={value ?? ''}
        options={[
          { value: '', label: none },
          ...offered.map((purchase) => ({
            value: purchase.id,
            label: [purchaseName(purchase), purchase.identifier].filter(Boolean).join(' · ').slice(0, 90),
          })),
        ]}
        onChange={(id) => onChange(id === '' ? null : id)}
      />
      {purchases.length > 8 ? (
        <TextField
          label="Find it"
          type="search"
          value={words}
          onChange={setWords}
          hint={fitting.length > MOST ? `the first ${MOST} of ${fitting.length.toLocaleString('en-US')} are offered` : undefined}
        />
      ) : null}
    </div>
  )
}
