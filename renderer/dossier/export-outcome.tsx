import { counted } from '@shared/dossier/words'
import { Notice } from '../ui/notice'
import { ProblemNotice } from '../ui/problem-notice'
import { CopyHash } from './copy-hash'
import styles from './dossier-screen.module.css'
import type { ExportPlace } from './run-export'

/** Where an export went, what it holds, and how whoever receives it can check it. */
export function ExportOutcome({ place, isBundle }: { readonly place: ExportPlace; readonly isBundle: boolean }) {
  return (
    <div>
      <output>
        Written to <b className={styles.path}>{place.shownPath}</b>: {counted(place.files, 'file')}, {counted(place.cited, 'passage')} cited
        with the quotation verified
        {place.failed === 0 ? '.' : `, ${place.failed} listed as not verified.`}
      </output>
      {place.stays === 0 ? null : (
        <Notice kind="info">
          {counted(place.stays, 'mark or decision', 'marks and decisions')} stayed here: made on a document that you keep out or that could
          not be looked at, or repeating words under a redaction.
        </Notice>
      )}
      {place.withoutPaper === null ? null : <ProblemNotice problem={place.withoutPaper} />}
      {isBundle ? <HowToCheck place={place} /> : null}
    </div>
  )
}

function HowToCheck({ place: { head, packingList } }: { readonly place: ExportPlace }) {
  return (
    <>
      <p className={styles.quiet}>
        Whoever receives it can open data/verify.html in a browser and check it without Vouch and without a network.
      </p>
      <div className={styles.sent}>
        <p className={styles.quiet}>
          Send one of these by another way, for instance by mail, and verify.html can compare: whoever wrote the bundle anew would have
          other ones.
        </p>
        <CopyHash label="Head of the custody log" hash={head} />
        {packingList === null ? null : <CopyHash label="SHA-256 of the packing list, manifest-sha256.txt" hash={packingList} />}
      </div>
    </>
  )
}
