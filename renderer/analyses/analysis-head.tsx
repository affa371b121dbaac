import type { Analysis } from '@shared/analyses/analysis'
import { type PartialDate, partialDateSchema } from '@shared/units/time'
import { BookOpenCheck, ClipboardCheck, Scale } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { routes } from '../app/routes'
import { EvidenceExchange } from '../evidence-table/evidence-exchange'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import styles from './analysis-screen.module.css'
import { editAnalysis } from './commands/edit-analysis'
import { partialDateWords } from './editing/date-words'
import { EditableText } from './editing/editable-text'
import type { Act } from './editing/use-act'

/** The frame of an analysis: name, as-of date, question, answer, method, whom it is about and with whom they are compared. */
export function AnalysisHead({ analysis, act }: { readonly analysis: Analysis; readonly act: Act }) {
  const [, navigate] = useLocation()
  const [framing, setFraming] = useState(false)
  const edit = (fields: Parameters<typeof editAnalysis.decide>[0]['fields']): Promise<boolean> =>
    act(editAnalysis, { id: analysis.id, fields }, 'Analysis changed.')
  return (
    <header className={styles.head}>
      <div className={styles.top}>
        <EditableText label="title" value={analysis.title} multiline={false} onSave={(title) => edit({ title })}>
          <h1 className={styles.name}>{analysis.title}</h1>
        </EditableText>
        <span className={styles.doors}>
          <Button icon={Scale} onClick={() => navigate(routes.ledger(analysis.id))}>
            Ledger
          </Button>
          <Button icon={ClipboardCheck} onClick={() => navigate(routes.check(analysis.id))}>
            Check
          </Button>
          <EvidenceExchange analysis={analysis} />
          <Button icon={BookOpenCheck} onClick={() => navigate(routes.dossier(analysis.id))}>
            Dossier
          </Button>
        </span>
      </div>
      <EditableText
        label="question"
        value={analysis.question}
        serif
        className={styles.lead}
        empty="What is the question?"
        onSave={(question) => edit({ question })}
      >
        <p className={styles.question}>{analysis.question}</p>
      </EditableText>
      <p className={styles.frame}>
        <span>{analysis.asOf === null ? 'as of: not said' : `as of ${partialDateWords(analysis.asOf)}`}</span>
        <span>{analysis.subject === null ? 'no subject named' : `about ${bodyWords(analysis.subject)}`}</span>
        {analysis.comparator === null ? null : <span>compared with {bodyWords(analysis.comparator)}</span>}
        <Button kind="quiet" onClick={() => setFraming(true)}>
          Date, subject, comparator…
        </Button>
      </p>
      <div className={styles.answers}>
        <section className={styles.block} aria-labelledby="answer">
          <h2 id="answer" className={styles.blockTitle}>
            Answer
          </h2>
          <EditableText
            label="answer"
            value={analysis.answer}
            serif
            empty="No answer yet. The bottom line goes here, in your words, once the claims carry it."
            className={styles.answer}
            onSave={(answer) => edit({ answer })}
          />
        </section>
        <section className={styles.block} aria-labelledby="method">
          <h2 id="method" className={styles.blockTitle}>
            Method
          </h2>
          <EditableText
            label="method"
            value={analysis.method}
            empty="How the documents were chosen and read."
            className={styles.second}
            onSave={(method) => edit({ method })}
          />
        </section>
      </div>
      {framing ? <FrameDialog analysis={analysis} onSave={edit} onClose={() => setFraming(false)} /> : null}
    </header>
  )
}

type Body = NonNullable<Analysis['subject']>
const bodyWords = (body: Body): string => `${body.name}${body.parent === null || body.parent === '' ? '' : ` (${body.parent})`}`
const bodyOf = (draft: Readonly<Record<'name' | 'short' | 'parent', string>>): Body | null =>
  draft.name.trim() === ''
    ? null
    : {
        name: draft.name.trim(),
        short: draft.short.trim() === '' ? draft.name.trim() : draft.short.trim(),
        parent: draft.parent.trim() === '' ? null : draft.parent.trim(),
      }
const draftOf = (body: Analysis['subject']) => ({ name: body?.name ?? '', short: body?.short ?? '', parent: body?.parent ?? '' })

type Frame = { readonly asOf: PartialDate | null; readonly subject: Body | null; readonly comparator: Body | null }

function FrameDialog({
  analysis,
  onSave,
  onClose,
}: {
  readonly analysis: Analysis
  readonly onSave: (frame: Frame) => Promise<boolean>
  readonly onClose: () => void
}) {
  const [asOf, setAsOf] = useState<string>(analysis.asOf ?? '')
  const [subject, setSubject] = useState(draftOf(analysis.subject))
  const [comparator, setComparator] = useState(draftOf(analysis.comparator))
  const date = asOf.trim() === '' ? null : partialDateSchema.safeParse(asOf.trim())
  const save = async (): Promise<void> => {
    if (date?.success === false) return
    if (await onSave({ asOf: date?.data ?? null, subject: bodyOf(subject), comparator: bodyOf(comparator) })) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Date, subject, comparator"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={date?.success === false} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <TextField
        label="As of"
        value={asOf}
        onChange={setAsOf}
        hint="The date up to which the analysis speaks: 2026, 2026-02 or 2026-02-01."
        error={date?.success === false ? 'Write 2026, 2026-02 or 2026-02-01.' : null}
      />
      {(
        [
          ['Subject', subject, setSubject],
          ['Comparator', comparator, setComparator],
        ] as const
      ).map(([words, draft, set]) => (
        <fieldset key={words} className={styles.body}>
          <legend>{words}</legend>
          <TextField label="Name" value={draft.name} onChange={(name) => set({ ...draft, name })} />
          <TextField label="Short name" value={draft.short} onChange={(short) => set({ ...draft, short })} />
          <TextField label="Part of" value={draft.parent} onChange={(parent) => set({ ...draft, parent })} />
        </fieldset>
      ))}
    </Dialog>
  )
}
