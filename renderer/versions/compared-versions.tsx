import type { Document } from '@shared/documents/document'
import { summaryOf } from '@shared/versions/version-summary'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { CheckField } from '../ui/field'
import { Segmented } from '../ui/segmented'
import { useWorkbench } from '../workbench/workbench'
import { CarryReview } from './carry-review'
import { ChangeStrip } from './change-strip'
import { CHANGE_SIGNS, counted, unitOf } from './change-words'
import { PairTable } from './pair-table'
import { PairView } from './pair-view'
import { useCarrying } from './use-comparison'
import type { ComparedWords } from './version-jobs'
import styles from './versions.module.css'

type Part = 'pages' | 'marks'
type ComparedVersionsProps = {
  readonly earlier: Document
  readonly later: Document
  readonly pairs: readonly ComparedWords[]
  readonly onPair: ((later: number, earlier: number | null) => void) | null
}

/** The counts, the strip of pages, and below it the pages or the marks. */
export function ComparedVersions({ earlier, later, pairs, onPair }: ComparedVersionsProps) {
  const { db } = useWorkbench()
  const [part, setPart] = useState<Part>('pages')
  const [onlyChanged, setOnlyChanged] = useState(true)
  const [wanted, setWanted] = useState<number | null>(null)
  const summary = useMemo(() => summaryOf(pairs), [pairs])
  const changed = useMemo(
    () => pairs.flatMap(({ pair, changes }, at) => (changes.length > 0 || pair.earlier === null || pair.later === null ? [at] : [])),
    [pairs],
  )
  const all = useMemo(() => pairs.map((_, at) => at), [pairs])
  const shown = onlyChanged && changed.length > 0 ? changed : all
  const chosen = wanted !== null && wanted < pairs.length ? wanted : (shown[0] ?? 0)
  const compared = pairs[chosen]
  const carried = useLiveQuery(
    async () =>
      (await db.where('annotations', 'documentId', later.id)).filter((mark) => mark.carriedFrom?.documentId === earlier.id).length,
    [db, later.id, earlier.id],
  )
  const carrying = useCarrying({ earlierId: earlier.id, laterId: later.id }, pairs, carried)
  const { words, passages, pages } = summary
  const unit = unitOf(later)
  return (
    <>
      <div className={styles.summary}>
        <dl className={styles.counts}>
          {(['released', 'withheld', 'gone', 'changed'] as const).map((kind) => (
            <div key={kind} className={styles.count} data-kind={kind}>
              <dt>
                <span aria-hidden>{CHANGE_SIGNS[kind].sign}</span> {CHANGE_SIGNS[kind].words}
              </dt>
              <dd>
                {counted(passages[kind], 'passage')}, {counted(words[kind], 'word')}
              </dd>
            </div>
          ))}
          <div className={styles.count}>
            <dt>{unit === 'row' ? 'Rows' : 'Pages'}</dt>
            <dd>
              {pages.same} the same, {pages.changed} changed, {pages.added} added, {pages.gone} gone
            </dd>
          </div>
        </dl>
        <ChangeStrip unit={unit} pairs={pairs} chosen={chosen} onChoose={(at) => (setWanted(at), setPart('pages'))} />
      </div>
      <div className={styles.parts}>
        <Segmented
          label="What is shown"
          value={part}
          options={[
            { value: 'pages', label: 'What changed' },
            { value: 'marks', label: carrying.kind === 'done' ? `Marks to carry over (${carrying.marks.length})` : 'Marks to carry over' },
          ]}
          onChange={setPart}
        />
        {part === 'pages' ? (
          <CheckField
            label={`Only ${unit}s that changed`}
            checked={onlyChanged}
            onChange={setOnlyChanged}
            disabled={changed.length === 0}
          />
        ) : null}
      </div>
      {part === 'marks' ? (
        <CarryReview earlier={earlier} later={later} state={carrying} carriedBefore={carried ?? 0} />
      ) : (
        <div className={styles.work}>
          <PairTable unit={unit} pairs={pairs} shown={shown} chosen={chosen} onChoose={setWanted} />
          {compared === undefined ? null : (
            <PairView
              key={`${compared.pair.earlier}:${compared.pair.later}`}
              earlier={earlier}
              later={later}
              compared={compared}
              onPair={onPair}
            />
          )}
        </div>
      )}
    </>
  )
}
