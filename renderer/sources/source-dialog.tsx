import type { Source } from '@shared/sources/source'
import { partialDateSchema } from '@shared/units/time'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { editSource } from './commands/edit-source'

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** Writes down what is known of a source. A field left empty is unknown, and shown as such. */
export function SourceDialog({ source, act, onClose }: { readonly source: Source; readonly act: Act; readonly onClose: () => void }) {
  const [draft, setDraft] = useState({
    title: source.title ?? '',
    author: source.author ?? '',
    publisher: source.publisher ?? '',
    date: source.date as string | null ?? '',
    url: source.url ?? '',
    known: source.known,
    toFind: source.toFind,
    channels: source.channels.join(', '),
    channelConfidence: source.channelConfidence ?? '',
  })
  const field = (name: keyof typeof draft) => ({ value: draft[name], onChange: (value: string) => setDraft({ ...draft, [name]: value }) })
  const date = orNull(draft.date) === null ? null : partialDateSchema.safeParse(draft.date.trim())
  const save = async (): Promise<void> => {
    if (date?.success === false) return
    const fields = {
      title: orNull(draft.title),
      author: orNull(draft.author),
      publisher: orNull(draft.publisher),
      date: date?.data ?? null,
      url: orNull(draft.url),
      known: draft.known.trim(),
      toFind: draft.toFind.trim(),
      channels: draft.channels.split(',').map((channel) => channel.trim()).filter((channel) => channel !== ''),
      channelConfidence: orNull(draft.channelConfidence),
    }
    if (await act(editSource, { id: source.id, fields }, `Source [${source.number}] changed.`)) onClose()
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={`Source [${source.number}]`}
      description="What is left empty is unknown, and is shown as unknown."
      footer={
        <>
          <Button onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" disabled={date?.success === false} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <TextField label="Title" {...field('title')} />
      <TextField label="Author" {...field('author')} />
      <TextField label="Publisher" {...field('publisher')} />
      <TextField label="Date" {...field('date')} hint="2026, 2026-02 or 2026-02-01" error={date?.success === false ? 'Write 2026, 2026-02 or 2026-02-01.' : null} />
      <TextField label="Address" {...field('url')} hint="Kept as text; Vouch never opens it." />
      <TextField label="What is known of it" multiline {...field('known')} />
      <TextField label="Still to find out" multiline rows={2} {...field('toFind')} />
      <TextField label="Channels, as inferred" {...field('channels')} hint="Separated by commas: press-report, agency-statement." />
      <TextField label="Confidence in the channels" {...field('channelConfidence')} />
    </Dialog>
  )
}
