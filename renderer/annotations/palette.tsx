import { tagsIn } from '@shared/annotations/tags'
import type { Claim, ClaimId } from '@shared/claims/claim'
import { RELATION_SIGNS, type Relation } from '@shared/claims/evidence-link'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { classes } from '../ui/classes'
import { ClaimField, ClaimOptions } from './claim-choice'
import { claimsMatching } from './filter-claims'
import styles from './palette.module.css'
import { PaletteMore } from './palette-more'
import type { WindowRect } from './place-palette'
import { RelationChoice } from './relation-choice'
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
  const type = (text: string): void => {
    setListing(true)
    setTyped(text)
  }
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
        <ClaimField
          field={filterBox}
          claim={claim}
          typed={typed}
          describedBy={`${id}-now`}
          onType={type}
          onFocus={() => setListing(true)}
          onLink={link}
        />
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

const focusNote = (box: HTMLTextAreaElement | null): void => box?.focus({ preventScroll: true })
