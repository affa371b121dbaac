import { NO_RECORDS_TAG } from '@shared/claims/absence'
import type { Claim } from '@shared/claims/claim'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { SearchNoteDialog } from './search-note-dialog'

/** Where an absence is to be judged as supported and nobody has written down where they looked: why that is refused, and the way to do so. */
export function AbsenceNotice({ claim, act }: { readonly claim: Claim; readonly act: Act }) {
  const [recording, setRecording] = useState(false)
  return (
    <>
      <Notice kind="warning" action={<Button onClick={() => setRecording(true)}>Record a search</Button>}>
        <p>
          An absence is supported only by a search: nobody has written down where they looked for this and found nothing, and no linked
          passage is tagged “{NO_RECORDS_TAG}”.
        </p>
      </Notice>
      {recording ? (
        <SearchNoteDialog analysisId={claim.analysisId} claims={[claim.id]} note={null} act={act} onClose={() => setRecording(false)} />
      ) : null}
    </>
  )
}
