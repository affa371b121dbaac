import { Highlighter, MessageSquare, Plus, Quote, SpellCheck, SquareDashed, Tag, Underline } from 'lucide-react'
import { keysOf } from '../app/shortcuts'
import { Button } from '../ui/button'
import styles from './palette.module.css'

type PaletteMoreProps = {
  /** Whether a passage is being linked, and not a mark that is there already. */
  readonly passage: boolean
  /** What a chosen mark would do with the passage; null while none is chosen. */
  readonly addTo: 'add' | 'mark-again' | null
  readonly underlined: boolean
  readonly hasNote: boolean
  readonly hasTags: boolean
  readonly onAdd: () => void
  readonly onMark: () => void
  readonly onUnderline: () => void
  readonly onTags: () => void
  readonly onNote: () => void
  /** Null where nothing can be redacted. */
  readonly onRedaction: (() => void) | null
  /** Null where the words stand on several pages. */
  readonly onCorrect: (() => void) | null
  readonly onCite: () => void
}

/** What else can be done with a passage than linking it. */
export function PaletteMore({
  passage,
  addTo,
  underlined,
  hasNote,
  hasTags,
  onAdd,
  onMark,
  onUnderline,
  onTags,
  onNote,
  onRedaction,
  onCorrect,
  onCite,
}: PaletteMoreProps) {
  return (
    <div className={styles.more}>
      {passage && addTo !== null ? (
        <Button kind="quiet" icon={Plus} shortcut="+" onClick={onAdd}>
          {addTo === 'add' ? 'Add to the chosen mark' : 'Mark the lost one here'}
        </Button>
      ) : null}
      {passage ? (
        <>
          <Button kind="quiet" icon={Highlighter} shortcut="H" onClick={onMark}>
            Mark only
          </Button>
          <Button kind="quiet" icon={Underline} shortcut="-" aria-pressed={underlined} onClick={onUnderline}>
            Underline
          </Button>
        </>
      ) : null}
      {passage && !hasTags ? (
        <Button kind="quiet" icon={Tag} shortcut="T" onClick={onTags}>
          Tags
        </Button>
      ) : null}
      {hasNote ? null : (
        <Button kind="quiet" icon={MessageSquare} shortcut="N" onClick={onNote}>
          Note
        </Button>
      )}
      {passage && onRedaction !== null ? (
        <Button kind="quiet" icon={SquareDashed} shortcut="R" onClick={onRedaction}>
          Redaction…
        </Button>
      ) : null}
      {passage && onCorrect !== null ? (
        <Button kind="quiet" icon={SpellCheck} shortcut={keysOf('correct-text')} onClick={onCorrect}>
          Correct the text…
        </Button>
      ) : null}
      <Button kind="quiet" icon={Quote} shortcut={keysOf('copy-citation')} onClick={onCite}>
        Copy with citation
      </Button>
    </div>
  )
}
