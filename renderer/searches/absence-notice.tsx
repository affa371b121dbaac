import type { Claim } from '@shared/claims/claim'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { useRecords } from '../storage/live'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { SearchNoteDialog } from './search-note-dialog'

/** Where an absence is to be judged as supported and nobody has written down where they looked: the way to do so. */
export function AbsenceNotice({ claim, act }: { readonly claim: Claim; readonly act: Act }) {
  const notes = useRecords('searchNotes', 'claimIds', claim.id)
  const [recording, setRecording] = useState(false)
  if (notes === undefined || notes.length > 0) return null
  return (
    <>
      <Notice kind="warning" action={<Button onClick={() => setRecording(true)}>Record a search</Button>}>
        <p>An absence is supported only by a search: nobody has written down where they looked for this and found nothing.</p>
      </Notice>
      {recording ? <SearchNoteDialog analysisId={claim.analysisId} claims={[claim.id]} note={null} act={act} onClose={() => setRecording(false)} /> : null}
    </>
  )
}
