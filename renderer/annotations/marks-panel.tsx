import type { AnnotationId } from '@shared/annotations/annotation'
import type { Claim, ClaimId } from '@shared/claims/claim'
import { useDeferredValue, useMemo, useState } from 'react'
import { TextField } from '../ui/field'
import { Kbd } from '../ui/kbd'
import { PanelHeader } from '../ui/panel'
import { Segmented } from '../ui/segmented'
import type { MarkActions } from './mark-card'
import { MarkCards } from './mark-list'
import styles from './marks-panel.module.css'
import type { MarkList } from './marks'
import { marksMatching } from './marks-matching'

type MarksPanelProps = {
  /** Undefined while they are read. */
  readonly marks: MarkList | undefined
  /** The page being read, index from 0. */
  readonly page: number
  /** What a page of the document is called: in a table it is a row. */
  readonly unit?: 'page' | 'row'
  readonly selected: AnnotationId | null
  readonly claims: ReadonlyMap<ClaimId, Claim>
  readonly actions: MarkActions
}

type Extent = 'page' | 'document'
/** From so many marks on they can be narrowed by words. */
const MANY = 6

/** The marks of the page, or of the whole document. */
export function MarksPanel({ marks, page, unit = 'page', selected, claims, actions }: MarksPanelProps) {
  const [extent, setExtent] = useState<Extent>('page')
  const onPage = marks?.byPage.get(page) ?? []
  const [typed, setTyped] = useState('')
  // Typing goes on while a long list is narrowed.
  const words = useDeferredValue(typed)
  const narrows = extent === 'document' && (marks?.all.length ?? 0) >= MANY
  const matching = useMemo(() => marksMatching(marks?.all ?? [], narrows ? words : '', claims), [marks, narrows, words, claims])
  const shown = extent === 'page' ? onPage : matching
  return (
    <section className={styles.panel} aria-label="Marks">
      <PanelHeader title={extent === 'page' ? `Marks on this ${unit}` : 'Marks'} count={shown.length}>
        <Segmented<Extent>
          label="Which marks"
          value={extent}
          options={[
            { value: 'page', label: unit },
            { value: 'document', label: `all ${marks?.all.length ?? ''}` },
          ]}
          onChange={setExtent}
        />
      </PanelHeader>
      {narrows ? (
        <search className={styles.filter}>
          <TextField
            label="Filter these marks"
            hideLabel
            type="search"
            placeholder="Words, tag, code, relation or claim"
            value={typed}
            onChange={setTyped}
          />
        </search>
      ) : null}
      {marks !== undefined && shown.length === 0 && narrows ? (
        <p className={styles.empty}>None of the {marks.all.length.toLocaleString('en')} marks has all of these words.</p>
      ) : marks !== undefined && shown.length === 0 ? (
        <div className={styles.empty}>
          <p>{marks.all.length === 0 ? 'Nothing is marked in this document yet.' : `Nothing is marked on this ${unit}.`}</p>
          <p>
            {unit === 'row' ? 'Choose a cell, or a row with Space' : 'Select a passage'}, press a letter for how it bears on the claim (
            <Kbd keys="S" /> supports, <Kbd keys="D" /> contradicts, <Kbd keys="Q" /> qualifies…) and <Kbd keys="Enter" />. <Kbd keys="H" />{' '}
            only marks it.
          </p>
          {marks.all.length === 0 ? null : (
            <p>
              <Kbd keys="J" /> and <Kbd keys="K" /> go to the next and the previous mark.
            </p>
          )}
        </div>
      ) : (
        <MarkCards marks={shown} selected={selected} claims={claims} actions={actions} />
      )}
    </section>
  )
}
