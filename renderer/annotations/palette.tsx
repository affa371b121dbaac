import { tagsIn } from '@shared/annotations/tags'
import type { Claim, ClaimId } from '@shared/claims/claim'
import { RELATION_SIGNS, RELATIONS, type Relation } from '@shared/claims/evidence-link'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { classes } from '../ui/classes'
import { Kbd } from '../ui/kbd'
import { claimsMatching } from './filter-claims'
import styles from './palette.module.css'
import { PaletteMore } from './palette-more'
import type { WindowRect } from './place-palette'
import { TagField } from './tag-field'
import { usePaletteAt } from './use-palette-at'
import { usePaletteKeys } from './use-palette-keys'

export type PaletteChoice = { readonly claimId: ClaimId; readonly relation: Relation; readonly note: string }
/** How a selected passage is to be marked. */
export type PaletteMark = { readonly kind: 'highlight' | 'underline'; readonly tags: readonly string[] }

type PaletteProps = {
  /** Claims in reading order. */
  readonly claims: readonly Claim[]
  /** The claim and relation used last. */
  readonly preset: { readonly claimId: ClaimId | null; readonly relation: Relation }
  /** What is being linked: a passage that is selected, or a mark that is there already. */
  readonly target: 'passage' | 'mark'
  /** The words that will be quoted, in their logical order. */
  readonly quote: string
  /** What a chosen mark would do with the passage; null while none is chosen. */
  readonly addTo: 'add' | 'mark-again' | null
  /** Takes the focus when it appears; not while a selection is made with keys. */
  readonly takeFocus: boolean
  /** The part of the passage in view, in window coordinates. */
  readonly passage: () => WindowRect | null
  readonly onLink: (choice: PaletteChoice, mark: PaletteMark) => void
  readonly onMark: (note: string, mark: PaletteMark) => void
  /** Marks the passage as a redaction; null where nothing can be redacted. */
  readonly onRedaction: (() => void) | null
  readonly onAdd: () => void
  readonly onCite: () => void
  /** Asks what the page prints in place of the selected words; null where they stand on several pages. */
  readonly onCorrect: (() => void) | null
  readonly onClose: () => void
}

/** Stands over the element that holds it. Links the selected passage to a claim: a letter for the relation, arrows or typing for the claim, Enter. */
export function Palette({
  claims,
  preset,
  target,
  quote,
  addTo,
  takeFocus,
  passage,
  onLink,
  onMark,
  onRedaction,
  onAdd,
  onCite,
  onCorrect,
  onClose,
}: PaletteProps) {
  const id = useId()
  const { root, docked } = usePaletteAt(passage)
  const filterBox = useRef<HTMLInputElement>(null)
  const [relation, setRelation] = useState(preset.relation)
  const [typed, setTyped] = useState('')
  const [listing, setListing] = useState(false)
  const [chosen, setChosen] = useState<ClaimId | null>(preset.claimId)
  const [note, setNote] = useState<string | null>(null)
  const [kind, setKind] = useState<PaletteMark['kind']>('highlight')
  const [tags, setTags] = useState<string | null>(null)
  const matching = useMemo(() => claimsMatching(claims, typed), [claims, typed])
  const at = Math.max(
    0,
    matching.findIndex((claim) => claim.id === chosen),
  )
  const claim = matching[at]

  const mark = { kind, tags: tagsIn(tags ?? '') }
  const link = (): void => {
    if (claim !== undefined) onLink({ claimId: claim.id, relation, note: note ?? '' }, mark)
    else if (claims.length === 0 && target === 'passage') onMark(note ?? '', mark)
  }
  const onPassage = (act: () => void) => (): void => (target === 'passage' ? act() : undefined)
  const underline = (): void => setKind((before) => (before === 'underline' ? 'highlight' : 'underline'))
  usePaletteKeys(root, {
    relation: setRelation,
    move: (step) => {
      setListing(true)
      setChosen(matching[(at + step + matching.length) % Math.max(1, matching.length)]?.id ?? null)
    },
    type: (text) => {
      setListing(true)
      setTyped((before) => before + text)
      filterBox.current?.focus({ preventScroll: true })
    },
    link,
    mark: onPassage(() => onMark(note ?? '', mark)),
    note: () => setNote((before) => before ?? ''),
    underline: onPassage(underline),
    tags: onPassage(() => setTags((before) => before ?? '')),
    redaction: onPassage(() => onRedaction?.()),
    correct: onPassage(() => onCorrect?.()),
    add: onPassage(() => (addTo === null ? undefined : onAdd())),
    leave: () => {
      if (typed !== '') setTyped('')
      else onClose()
    },
  })

  useEffect(() => {
    if (takeFocus) root.current?.focus({ preventScroll: true })
  }, [root, takeFocus])

  return (
    <dialog
      ref={root}
      open
      aria-label={target === 'passage' ? 'Link this passage' : 'Link this mark'}
      tabIndex={-1}
      className={classes(styles.palette, docked && styles.docked)}
      data-palette
    >
      {quote === '' ? null : (
        <p className={styles.quote} dir="auto" data-kind={target === 'passage' ? kind : undefined}>
          <span>{quote}</span>
        </p>
      )}
      <RelationChoice value={relation} onChange={setRelation} />
      {claims.length === 0 ? (
        <p className={styles.none}>This analysis has no claims yet. The passage can be marked now and linked later.</p>
      ) : (
        <div className={styles.claimRow}>
          <div className={styles.claim}>
            {typed === '' && claim !== undefined ? (
              <span className={styles.chosen} aria-hidden>
                <span className={styles.claimNumber}>{claim.number}</span> {claim.text}
              </span>
            ) : null}
            <input
              ref={filterBox}
              className={styles.filter}
              aria-label="Claim"
              aria-describedby={`${id}-now`}
              value={typed}
              onChange={(event) => {
                setListing(true)
                setTyped(event.target.value)
              }}
              onFocus={() => setListing(true)}
            />
            <span className={styles.arrows} aria-hidden>
              <Kbd keys="↑↓" />
            </span>
          </div>
          <Button kind="primary" disabled={claim === undefined} shortcut="Enter" onClick={link}>
            Link
          </Button>
        </div>
      )}
      {listing && claims.length > 0 ? <ClaimOptions claims={matching} at={at} onChoose={setChosen} /> : null}
      {note === null ? null : (
        // The note was asked for by its key or button, so typing goes there.
        <textarea
          ref={focusNote}
          className={styles.note}
          aria-label="Note"
          placeholder="Note: why this passage bears on the claim"
          rows={2}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
      {tags === null ? null : <TagField value={tags} onChange={setTags} hideLabel focusAtStart />}
      <PaletteMore
        passage={target === 'passage'}
        addTo={addTo}
        underlined={kind === 'underline'}
        hasNote={note !== null}
        hasTags={tags !== null}
        onAdd={onAdd}
        onMark={() => onMark(note ?? '', mark)}
        onUnderline={underline}
        onTags={() => setTags('')}
        onNote={() => setNote('')}
        onRedaction={onRedaction}
        onCorrect={onCorrect}
        onCite={onCite}
      />
      <output id={`${id}-now`} className={styles.now}>
        {claim === undefined ? '' : `${RELATION_SIGNS[relation].word} ${claim.number}: ${claim.text}`}
      </output>
    </dialog>
  )
}

/** The ways in which a passage bears on a claim, with the letters that choose them. */
function RelationChoice({ value, onChange }: { readonly value: Relation; readonly onChange: (relation: Relation) => void }) {
  return (
    <fieldset className={styles.relations} aria-label="How it bears on the claim">
      {RELATIONS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === value}
          className={classes(styles.relation, styles[one])}
          onClick={() => onChange(one)}
        >
          <span aria-hidden className={styles.shape}>
            {RELATION_SIGNS[one].shape}
          </span>
          {RELATION_SIGNS[one].word}
          <Kbd keys={RELATION_SIGNS[one].key.toUpperCase()} />
        </button>
      ))}
    </fieldset>
  )
}

/** Most claims listed at once; typing narrows them. */
const LISTED = 5

/** The claims that fit what was typed, around the one that is chosen. */
function ClaimOptions({
  claims,
  at,
  onChoose,
}: {
  readonly claims: readonly Claim[]
  readonly at: number
  readonly onChoose: (id: ClaimId) => void
}) {
  const from = Math.min(Math.max(0, at - Math.floor(LISTED / 2)), Math.max(0, claims.length - LISTED))
  return (
    <ul aria-label="Claims" className={styles.list}>
      {claims.slice(from, from + LISTED).map((one) => (
        <li key={one.id}>
          <button
            type="button"
            className={styles.option}
            aria-current={one.id === claims[at]?.id}
            tabIndex={-1}
            onMouseDown={keepFocus}
            onClick={() => onChoose(one.id)}
          >
            <span className={styles.claimNumber}>{one.number}</span>
            <span className={styles.claimText}>{one.text}</span>
          </button>
        </li>
      ))}
      {claims.length === 0 ? <li className={styles.noneFound}>No claim has these words. Esc shows all.</li> : null}
    </ul>
  )
}

/** Enter still links after a click on a claim. */
const keepFocus = (event: { preventDefault(): void }): void => event.preventDefault()
const focusNote = (box: HTMLTextAreaElement | null): void => box?.focus({ preventScroll: true })
