import type { DocumentId } from '@shared/documents/document'
import { type DocumentRedactions, redactionLog } from '@shared/redactions/redaction-log'
import { tallyLibrary } from '@shared/redactions/tally-redactions'
import { pageIndex } from '@shared/units/pages'
import { FileDown, X } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { useInTurns } from '../app/use-in-turns'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { TextField } from '../ui/field'
import { Segmented } from '../ui/segmented'
import { useLongReading } from '../storage/long-reading'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { readWithheld, whatIsWithheld } from './read-withheld'
import { saveFile } from '../desktop/save-file'
import { rowOfPage, rowsOfCodes } from './tally-rows'
import { TallyTable } from './tally-table'
import { withoutCodeWords } from './words'
import styles from './withheld-screen.module.css'

const many = (count: number, one: string): string => `${count.toLocaleString('en-US')} ${count === 1 ? one : `${one}s`}`

/** What is withheld over the whole library, or over the documents that are chosen: by document, by code and by page. */
export function WithheldScreen() {
  const { db, derived, desktop } = useWorkbench()
  const toast = useToast()
  const found = useLongReading(
    useCallback(() => whatIsWithheld({ db, derived }), [db, derived]),
    useCallback(() => readWithheld({ db, derived }), [db, derived]),
  )
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [by, setBy] = useState<'code' | 'page'>('code')
  const whole = useInTurns(
    useCallback(async (rest) => (found === undefined ? undefined : { found, tally: await tallyLibrary(found.documents, rest) }), [found]),
  )
  const counted = useInTurns(
    useCallback(
      async (rest) => {
        if (whole === undefined) return undefined
        const picked = whole.found.documents.filter(({ document }) => chosen.has(document.id))
        const tally = picked.length === 0 ? whole.tally : await tallyLibrary(picked, rest)
        return { tally, picked: picked.length, redactions: picked.length === 0 ? whole.found.documents : picked }
      },
      [whole, chosen],
    ),
  )
  const documents = useMemo(() => {
    const wanted = words.trim().toLowerCase()
    return (whole?.tally.documents ?? [])
      .filter(({ document }) => document.name.toLowerCase().includes(wanted))
      .map(({ document, confirmed, proposed, share, pages }) => ({
        key: document.id,
        name: document.name,
        meaning: `on ${many(pages.length, 'page')}`,
        confirmed,
        proposed,
        share,
        onGo: () => go(document.id),
      }))
  }, [whole, words])
  const codes = useMemo(() => rowsOfCodes(counted?.tally.codes ?? []), [counted])
  const pages = useMemo(
    () =>
      (counted?.tally.documents ?? []).flatMap(({ document, pages: own }) =>
        own.map((page) => rowOfPage(page, `${document.id} ${page.pageIndex}`, document.name, () => go(document.id, page.pageIndex))),
      ),
    [counted],
  )
  const save = async (redactions: readonly DocumentRedactions[]): Promise<void> => {
    const saved = await saveFile(desktop, 'redactions.csv', redactionLog(redactions))
    if (!saved.ok) toast.show({ text: saved.problem.what, problem: saved.problem })
    else if (saved.value !== null) toast.show({ text: `The redaction log was written to ${saved.value}.` })
  }
  const nothing = whole !== undefined && whole.tally.documents.length === 0
  return (
    <section className={styles.screen} aria-label="What is withheld">
      <header className={styles.head}>
        <div>
          <h1>What is withheld</h1>
          <p>
            Redactions in the documents of the <Link href={routes.library()}>library</Link>: those that you confirmed or drew, and apart
            from them those that Vouch only proposes.
          </p>
        </div>
        {nothing ? null : (
          <Button
            icon={FileDown}
            disabled={counted === undefined}
            onClick={() => (counted === undefined ? undefined : void save(counted.redactions))}
          >
            Save the redaction log (CSV)
          </Button>
        )}
      </header>
      {whole === undefined ? <output className={styles.remark}>Counting…</output> : null}
      {whole !== undefined && whole.found.waiting > 0 ? (
        <output className={styles.remark}>
          {many(whole.found.waiting, 'document')} {whole.found.waiting === 1 ? 'is' : 'are'} still being looked through and not counted yet.
        </output>
      ) : null}
      {nothing && whole.found.waiting === 0 ? (
        <EmptyState
          title="Nothing is withheld, as far as was seen"
          actions={<Button onClick={() => navigate(routes.library())}>Go to the library</Button>}
        >
          <p>
            After an import every page is looked at for boxes over words and for exemption codes. What is found stands here, and in the
            panel Redactions beside each document, where you confirm or dismiss it.
          </p>
          <p>Where you see a redaction that was not found, draw a box over it in the reader (B) and call it a redaction.</p>
        </EmptyState>
      ) : null}
      {counted === undefined || nothing ? null : (
        <>
          <p className={styles.sum}>
            {counted.picked === 0 ? null : <b>{many(counted.picked, 'chosen document')}: </b>}
            <b>{counted.tally.confirmed.toLocaleString('en-US')}</b> confirmed; <b>{counted.tally.proposed.toLocaleString('en-US')}</b>{' '}
            proposed and not yet confirmed. They stand on {many(pages.length, 'page')} of {many(counted.tally.documents.length, 'document')}
            .{withoutCodeWords(counted.tally.withoutCode)}
          </p>
          <div className={styles.columns}>
            <div className={styles.column}>
              <div className={styles.tools}>
                <TextField
                  label="Filter documents by name"
                  hideLabel
                  type="search"
                  placeholder="Filter documents by name"
                  value={words}
                  onChange={setWords}
                />
                {chosen.size === 0 ? (
                  <span className={styles.remark}>Tick documents to count only those.</span>
                ) : (
                  <Button kind="quiet" icon={X} onClick={() => setChosen(new Set())}>
                    Count all documents
                  </Button>
                )}
              </div>
              <TallyTable
                fill
                label="By document"
                head="Document · share of all its pages"
                rows={documents}
                choosing={{ chosen, onChosen: setChosen }}
              />
            </div>
            <div className={styles.column}>
              <div className={styles.tools}>
                <Segmented
                  label="Count by"
                  value={by}
                  options={[
                    { value: 'code', label: `By code (${codes.length})` },
                    { value: 'page', label: `By page (${pages.length.toLocaleString('en-US')})` },
                  ]}
                  onChange={setBy}
                />
                <span className={styles.legend} aria-hidden>
                  <i data-state="confirmed" /> confirmed <i data-state="proposed" /> proposed
                </span>
              </div>
              {by === 'code' ? (
                <TallyTable key="code" fill label="By code" head="Code" rows={codes} />
              ) : (
                <TallyTable key="page" fill label="By page" head="Page · share under redactions" rows={pages} />
              )}
            </div>
          </div>
        </>
      )}
    </section>
  )
}

const go = (id: DocumentId, page?: number): void =>
  navigate(routes.document(id, { panel: 'redactions', ...(page === undefined ? {} : { page: pageIndex(page) }) }))
