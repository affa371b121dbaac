import { Save } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { DocumentParts } from '../../pdf/document-parts'
import { IconButton } from '../../ui/button'
import { NearGroups } from '../../ui/near-groups'
import { PanelHeader } from '../../ui/panel'
import { useToast } from '../../ui/toast'
import { useWorkbench } from '../../workbench/workbench'
import { useReading } from '../reading'
import { saveAttachment } from '../save-attachment'
import styles from './parts-of-document.module.css'

/** Lines in a group of a list, and the height of one, CSS pixels. */
const GROUP = 40
const LINE = 44

/** When the scripts of a document would run (ISO 32000-2, table 200). */
const WHEN_WORDS: Readonly<Record<string, string>> = {
  OpenAction: 'when it is opened',
  WillClose: 'before it is closed',
  WillSave: 'before it is saved',
  DidSave: 'after it is saved',
  WillPrint: 'before it is printed',
  DidPrint: 'after it is printed',
}

/** What the PDF brings along beside its pages: attachments, form fields, scripts. Listed, never run. */
export function PartsOfDocument() {
  const { pdf } = useReading()
  const { desktop } = useWorkbench()
  const toast = useToast()
  const [parts, setParts] = useState<DocumentParts | null>(null)
  useEffect(() => {
    let gone = false
    void pdf.parts().then((read) => (gone ? undefined : setParts(read)))
    return () => {
      gone = true
    }
  }, [pdf])
  const save = async (attachment: DocumentParts['attachments'][number]): Promise<void> => {
    const saved = await saveAttachment(desktop, pdf, attachment)
    if (!saved.ok) toast.show({ text: saved.problem.what, problem: saved.problem })
    else if (saved.value !== null) toast.show({ text: `Saved a copy: ${saved.value}. Vouch did not open it; take care when you do.` })
  }
  if (parts === null) return null
  const { attachments, fields, beyond, scripts, scripted } = parts
  return (
    <>
      <section aria-label="Attachments" className={styles.part}>
        <PanelHeader title="Attachments" count={attachments.length + beyond.attachments} />
        {attachments.length === 0 ? (
          <p className={styles.none}>No files are attached to this PDF.</p>
        ) : (
          <NearGroups label="Attachments" items={attachments} size={GROUP} height={LINE}>
            {(attachment) => (
              <li key={attachment.id} className={styles.item}>
                <span className={styles.words}>
                  <bdi>{attachment.name}</bdi>
                  {attachment.description === '' ? null : <span className={styles.faint}>{attachment.description}</span>}
                </span>
                <IconButton label={`Save a copy of ${attachment.name}`} icon={Save} onClick={() => void save(attachment)} />
              </li>
            )}
          </NearGroups>
        )}
        {beyond.attachments === 0 ? null : (
          <p className={styles.none}>
            {beyond.attachments.toLocaleString('en-US')} more are attached than are listed here. Any other program that opens PDFs can take
            them out.
          </p>
        )}
      </section>
      <section aria-label="Form fields" className={styles.part}>
        <PanelHeader title="Form fields" count={fields.length + beyond.fields} />
        {fields.length === 0 ? (
          <p className={styles.none}>This PDF is no form.</p>
        ) : (
          <NearGroups label="Form fields" as="dl" items={fields} size={GROUP} height={LINE} className={styles.fields}>
            {({ name, kind, value }) => (
              <div key={name} className={styles.field}>
                <dt>
                  <bdi>{name}</bdi> <span className={styles.faint}>{kind}</span>
                </dt>
                {kind === 'button' ? null : <dd>{value === '' ? <span className={styles.faint}>empty</span> : <bdi>{value}</bdi>}</dd>}
              </div>
            )}
          </NearGroups>
        )}
        {beyond.fields === 0 ? null : (
          <p className={styles.none}>The form has {beyond.fields.toLocaleString('en-US')} more fields than are listed here.</p>
        )}
      </section>
      <section aria-label="Scripts" className={styles.part}>
        <PanelHeader title="Scripts" />
        <p className={styles.none}>
          {scripted || scripts.length > 0
            ? `This PDF holds scripts${scripts.length === 0 ? ' in its form fields' : ` (${scripts.map(({ when, count }) => `${count} ${WHEN_WORDS[when] ?? `at “${when}”`}`).join(', ')})`}. Vouch never runs scripts of a document.`
            : 'This PDF holds no scripts. If it did, Vouch would not run them.'}
        </p>
      </section>
    </>
  )
}
