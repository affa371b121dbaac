import type { AnalysisId } from '@shared/analyses/analysis'
import { counted, momentWords } from '@shared/dossier/words'
import { problem } from '@shared/errors/outcome'
import { type AddedStamp, bytesOfStamp, MOST_STAMP_BYTES } from '@shared/time-stamps/added-stamp'
import { checkSignature, type StampSignature } from '@shared/time-stamps/check-signature'
import { readTimeStamp } from '@shared/time-stamps/read-time-stamp'
import { STAMP_MEANS, type Stampable, whatItCovers } from '@shared/time-stamps/what-it-covers'
import { bytesToBase64 } from '@shared/units/base64'
import { useLiveQuery } from 'dexie-react-hooks'
import { Clock, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useRun } from '../annotations/use-run'
import { Button, IconButton } from '../ui/button'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { addTimeStamp } from './commands/add-time-stamp'
import { removeTimeStamp } from './commands/remove-time-stamp'
import { CopyHash } from './copy-hash'
import styles from './dossier-screen.module.css'
import type { ComposedDossier } from './use-dossier'

const COVERS_NOTHING = problem(
  'stamps-nothing',
  'This time stamp covers no head of this library’s custody log.',
  'If it stamps the packing list of an exported bundle, put it into the bundle’s folder, beside bagit.txt: verify.html finds it there. To stamp the head, give the authority the hash that is shown here.',
)

/** The head of the custody log, to be sent to somebody or stamped elsewhere, and the stamps that came back. */
export function CustodySection({
  analysisId,
  dossier: { gathered, tree },
}: {
  readonly analysisId: AnalysisId
  readonly dossier: ComposedDossier
}) {
  const { db, desktop } = useWorkbench()
  const run = useRun()
  const toasts = useToast()
  const stamps = useLiveQuery(async () => (await db.get('analyses', analysisId))?.timeStamps ?? [], [db, analysisId]) ?? []
  const log = { entries: gathered.custody, files: [] }
  const add = async (): Promise<void> => {
    const [file] = await desktop.files.choose('files')
    if (file === undefined) return
    const read = await desktop.files.read(file.token, 0, MOST_STAMP_BYTES + 1)
    if (!read.ok) return toasts.show({ text: read.problem.what, problem: read.problem })
    const stamp = readTimeStamp(read.value, `“${file.name}”`)
    if (!stamp.ok) return toasts.show({ text: stamp.problem.what, problem: stamp.problem })
    if (whatItCovers(stamp.value, log).kind === 'nothing') return toasts.show({ text: COVERS_NOTHING.what, problem: COVERS_NOTHING })
    const signature = await checkSignature(read.value)
    if (signature.kind === 'broken') {
      const trouble = problem(
        'stamp-broken',
        `The signature of this time stamp does not hold: ${signature.words}.`,
        'Ask the authority again, and add its answer as it came.',
      )
      return toasts.show({ text: trouble.what, problem: trouble })
    }
    await run(addTimeStamp, { id: analysisId, name: file.name, data: bytesToBase64(read.value) })
  }
  return (
    <section className={styles.custody} aria-labelledby="dossier-custody">
      <h2 id="dossier-custody" className={styles.heading}>
        Custody
      </h2>
      <p className={styles.quiet}>
        {counted(tree.custody.entries, 'entry', 'entries')}, the last of {momentWords(tree.custody.at)}. Mail the head to your editor today:
        whoever holds it can tell later that the log up to here was not written anew.
      </p>
      <CopyHash label="Head of the custody log" hash={tree.custody.head} />
      {stamps.length === 0 ? null : (
        <ul className={styles.stamps} aria-label="Time stamps">
          {stamps.map((added, at) => (
            <li key={`${added.at} ${added.name}`}>
              <StampLine added={added} log={log} />
              <IconButton
                icon={Trash2}
                label={`Remove the time stamp ${added.name}`}
                onClick={() => void run(removeTimeStamp, { id: analysisId, at })}
              />
            </li>
          ))}
        </ul>
      )}
      {stamps.length === 0 ? null : <p className={styles.quiet}>{STAMP_MEANS}</p>}
      <Button icon={Clock} onClick={() => void add()}>
        Add a time stamp…
      </Button>
    </section>
  )
}

/** What a stamp says and covers, and what is known of its signature. */
function StampLine({ added, log }: { readonly added: AddedStamp; readonly log: Stampable }) {
  const [signature, setSignature] = useState<StampSignature | null>(null)
  const { data } = added
  useEffect(() => {
    let gone = false
    void checkSignature(bytesOfStamp({ data })).then((checked) => (gone ? undefined : setSignature(checked)))
    return () => {
      gone = true
    }
  }, [data])
  const stamp = readTimeStamp(bytesOfStamp(added), added.name)
  if (!stamp.ok) return <span>{stamp.problem.what}</span>
  return (
    <span>
      <b>{momentWords(stamp.value.at)}</b>, {stamp.value.authority}: covers {whatItCovers(stamp.value, log).words}.{' '}
      {signature === null
        ? null
        : signature.kind === 'broken'
          ? `Its signature does not hold: ${signature.words}.`
          : `It is ${signature.words}.`}
    </span>
  )
}
