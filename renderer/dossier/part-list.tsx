import type { AnalysisId } from '@shared/analyses/analysis'
import { canonicalJson } from '@shared/custody/canonical-json'
import { CITATION_STYLE_LABELS } from '@shared/citations/cite'
import {
  DOSSIER_PART_WORDS,
  type DossierPart,
  type DossierSettings,
  KEPT_PARTS,
  movedPart,
  orderedParts,
  shownPart,
} from '@shared/dossier/dossier-settings'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useAct } from '../analyses/editing/use-act'
import { IconButton } from '../ui/button'
import { classes } from '../ui/classes'
import { SelectField } from '../ui/field'
import { setDossier } from './commands/set-dossier'
import styles from './part-list.module.css'

type PartListProps = {
  readonly analysisId: AnalysisId
  readonly settings: DossierSettings
  /** Parts that have something to say in this dossier. */
  readonly there: ReadonlySet<DossierPart>
}

/** The parts of the dossier in their order: moved by buttons or with Alt and the arrows, left out by their boxes. Beside them how it cites. */
export function PartList({ analysisId, settings: stored, there }: PartListProps) {
  const act = useAct()
  // What was just set is shown until the records say the same, so that a second key counts from there.
  const [pending, setPending] = useState<DossierSettings | null>(null)
  const arrived =
    pending !== null &&
    canonicalJson({ ...pending, parts: orderedParts(pending) }) === canonicalJson({ ...stored, parts: orderedParts(stored) })
  if (arrived) setPending(null)
  const settings = pending ?? stored
  const list = useRef<HTMLOListElement>(null)
  // A row that is moved in the page lets go of the focus; it is given back.
  const focused = useRef<{ readonly part: DossierPart; readonly control: string } | null>(null)
  useEffect(() => {
    const wanted = focused.current
    if (wanted === null) return
    focused.current = null
    const row = list.current?.querySelector(`[data-part="${wanted.part}"]`)
    const control =
      row?.querySelector<HTMLElement>(`[data-control="${wanted.control}"]:enabled`) ?? row?.querySelector<HTMLElement>('button:enabled')
    control?.focus()
  })
  const parts = orderedParts(settings)
  const keep = (next: DossierSettings, said: string): void => {
    setPending(next)
    void act(setDossier, { id: analysisId, settings: next }, said).then((done) => (done ? undefined : setPending(null)))
  }
  const move = (part: DossierPart, by: -1 | 1, control: string): void => {
    const at = parts.findIndex((each) => each.part === part)
    if (at + by < 0 || at + by >= parts.length) return
    focused.current = { part, control }
    keep(movedPart(settings, part, by), `“${DOSSIER_PART_WORDS[part]}” is now part ${at + by + 1} of ${parts.length}.`)
  }
  const onKey = (part: DossierPart, event: KeyboardEvent<HTMLElement>): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(part, event.key === 'ArrowUp' ? -1 : 1, event.currentTarget.dataset['control'] ?? '')
  }
  return (
    <div className={styles.setup}>
      <SelectField
        label="Citations"
        value={settings.citationStyle}
        options={CITATION_STYLE_LABELS}
        onChange={(citationStyle) =>
          keep(
            { ...settings, citationStyle },
            `Citations: ${CITATION_STYLE_LABELS.find(({ value }) => value === citationStyle)?.label ?? citationStyle}.`,
          )
        }
      />
      <ol ref={list} className={styles.parts} aria-label="Parts of the dossier">
        {parts.map(({ part, shown }, at) => {
          const words = DOSSIER_PART_WORDS[part]
          const empty = shown && !there.has(part)
          return (
            <li key={part} data-part={part} className={classes(styles.part, !shown && styles.left)}>
              <label className={styles.label}>
                <input
                  type="checkbox"
                  data-control="shown"
                  onKeyDown={(event) => onKey(part, event)}
                  checked={shown}
                  disabled={KEPT_PARTS.has(part)}
                  aria-describedby={KEPT_PARTS.has(part) ? 'kept-parts' : undefined}
                  onChange={(event) =>
                    keep(
                      shownPart(settings, part, event.target.checked),
                      event.target.checked ? `“${words}” is shown.` : `“${words}” is left out.`,
                    )
                  }
                />
                <span>
                  {words}
                  {empty ? <span className={styles.quiet}> nothing to show yet</span> : null}
                </span>
              </label>
              <IconButton
                label={`Move “${words}” up`}
                icon={ArrowUp}
                data-control="up"
                disabled={at === 0}
                onKeyDown={(event) => onKey(part, event)}
                onClick={() => move(part, -1, 'up')}
              />
              <IconButton
                label={`Move “${words}” down`}
                icon={ArrowDown}
                data-control="down"
                disabled={at === parts.length - 1}
                onKeyDown={(event) => onKey(part, event)}
                onClick={() => move(part, 1, 'down')}
              />
            </li>
          )
        })}
      </ol>
      <p id="kept-parts" className={styles.quiet}>
        What could not be verified, the method and the custody can be moved but not left out: without them a reader could not tell what the
        rest is worth.
      </p>
    </div>
  )
}
