import type { ClaimUnit, SourceText } from '@shared/analyses/from-text/propose'
import { startReview } from '@shared/analyses/from-text/review'
import type { Document } from '@shared/documents/document'
import type { Outcome } from '@shared/errors/outcome'
import { FileText } from 'lucide-react'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { routes } from '../../app/routes'
import { useAll } from '../../storage/live'
import { Button } from '../../ui/button'
import { SelectField, TextField } from '../../ui/field'
import { FileChoice } from '../../ui/file-choice'
import { Segmented } from '../../ui/segmented'
import { useToast } from '../../ui/toast'
import { throughTexts } from '../../whole-texts/through-texts'
import { useWorkbench } from '../../workbench/workbench'
import { draft } from './draft'
import styles from './from-text.module.css'
import { readSourceFile } from './read-source-text'

const UNITS: readonly { readonly value: ClaimUnit; readonly label: string }[] = [
  { value: 'sentence', label: 'Each sentence' },
  { value: 'paragraph', label: 'Each paragraph' },
]

/** How long a text may be: every sentence of it is looked through by a person, one by one. */
const MOST_PAGES = 200
const MOST_CHARACTERS = 500_000

/** Where the text comes from: pasted, a file, or a document of the library. */
export function ChooseText() {
  const workbench = useWorkbench()
  const toast = useToast()
  const documents = useAll('documents') ?? []
  const file = useRef<HTMLInputElement>(null)
  const [unit, setUnit] = useState<ClaimUnit>('sentence')
  const [pasted, setPasted] = useState('')
  const [chosen, setChosen] = useState('')
  /** The name of the text that is being divided. */
  const [dividing, setDividing] = useState<string | null>(null)
  const readable = documents
    .filter((document) => document.status === 'ready' && (document.media ?? 'pdf') === 'pdf')
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const document = readable.find(({ id }) => id === chosen) ?? readable[0]

  const begin = async (name: string, source: SourceText): Promise<void> => {
    if (source.text.trim() === '') return toast.show({ text: `“${name}” holds no text.` })
    if (source.text.length > MOST_CHARACTERS) return tooLong(name, `${source.text.length.toLocaleString('en-US')} characters`)
    setDividing(name)
    const [proposal] = (await throughTexts(workbench, 'propose', { unit }, [source])) ?? []
    setDividing(null)
    if (proposal === undefined) return
    draft.set({ name, source, review: startReview(proposal), title: proposal.title, question: proposal.question, asOf: '' })
  }
  const take = (name: string, read: Outcome<SourceText>): void =>
    read.ok ? void begin(name, read.value) : toast.show({ text: read.problem.what, problem: read.problem })
  const tooLong = (name: string, long: string): void =>
    toast.show({
      text: `“${name}” is too long to be made an analysis: it has ${long}. A text of ${MOST_CHARACTERS.toLocaleString('en-US')} characters, about ${MOST_PAGES} pages, can be looked through; paste the part that states the findings.`,
    })
  const takeDocument = async ({ id, name, pageCount }: Document): Promise<void> => {
    if (pageCount > MOST_PAGES) return tooLong(name, `${pageCount.toLocaleString('en-US')} pages`)
    setDividing(name)
    const [source] = (await throughTexts(workbench, 'one-text', null, [id])) ?? []
    setDividing(null)
    if (source !== undefined) await begin(name, source)
  }

  return (
    <div className={styles.scroller}>
      <div className={styles.choose}>
        <header className={styles.chooseHead}>
          <h1 className={styles.title}>An analysis from a text</h1>
          <p className={styles.second}>
            Headings become sections, sentences become claims with the sources they cite, the list at the end becomes sources. Everything is
            proposed, and nothing is made before you have looked through it. <Link href={routes.analyses()}>All&nbsp;analyses</Link>
          </p>
        </header>
        <div className={styles.unit}>
          <span aria-hidden>What becomes one claim</span>
          <Segmented label="What becomes one claim" value={unit} options={UNITS} onChange={setUnit} />
        </div>
        <output className={styles.second}>{dividing === null ? null : `Dividing ${dividing}…`}</output>
        <section className={styles.way} aria-label="Paste">
          <TextField
            label="Paste a text"
            multiline
            rows={10}
            serif
            focusAtStart
            value={pasted}
            onChange={setPasted}
            placeholder={'## Findings\nThe agency bought the system [1]. No list was posted [1, 2].\n\n## Sources\n[1] …'}
            hint="Plain or Markdown. Citations as [1], [1, 3], [2-4], [^1] or raised numbers."
          />
          <div className={styles.buttons}>
            <Button
              kind="primary"
              disabled={pasted.trim() === '' || dividing !== null}
              onClick={() => void begin('a pasted text', { text: pasted, headings: [] })}
            >
              Propose claims
            </Button>
            <Button icon={FileText} disabled={dividing !== null} onClick={() => file.current?.click()}>
              Open Markdown, text or Word…
            </Button>
          </div>
          <FileChoice
            ref={file}
            label="Text file"
            accept=".md,.markdown,.txt,.text,.docx,text/plain,text/markdown"
            onChosen={([opened]) => void readSourceFile(opened).then((read) => take(opened.name, read))}
          />
        </section>
        {document === undefined ? null : (
          <section className={styles.way} aria-label="From the library">
            <SelectField
              label="Or take a document of the library"
              value={document.id}
              options={readable.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setChosen}
            />
            <div className={styles.buttons}>
              <Button disabled={dividing !== null} onClick={() => void takeDocument(document)}>
                Propose claims from it
              </Button>
            </div>
          </section>
        )}
      </div>
    </div>
  )
}
