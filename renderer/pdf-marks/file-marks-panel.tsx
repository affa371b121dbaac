import { ANNOTATION_KIND_WORDS } from '@shared/annotations/annotation'
import { pdfDateWords, type PdfMark } from '@shared/pdf-marks/pdf-mark'
import { kindOfPdfMark } from '@shared/pdf-marks/take-over'
import { newId } from '@shared/units/ids'
import { pageNumberOf } from '@shared/units/pages'
import { FileDown, NotebookPen } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useAct } from '../analyses/editing/use-act'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import type { Outcome } from '@shared/errors/outcome'
import { useReading } from '../reader/reading'
import { useRecords } from '../storage/live'
import { Button } from '../ui/button'
import { NearGroups } from '../ui/near-groups'
import { PanelHeader } from '../ui/panel'
import { ProblemNotice } from '../ui/problem-notice'
import { throughTexts } from '../whole-texts/through-texts'
import { useWorkbench } from '../workbench/workbench'
import { dismissPdfMarks } from './commands/dismiss-pdf-marks'
import { takeOverPdfMarks } from './commands/take-over-pdf-marks'
import styles from './file-marks.module.css'
import { beyondWords, inputOfMarks, marksInFile, offeredMarks } from './marks-in-file'
import type { FileMarks } from './marks-job'
import { SaveCopyDialog } from './save-copy-dialog'

/** Marks in a group of the list, and the height of one, CSS pixels. */
const GROUP = 25
const MARK = 100

/** The marks that somebody's program left in the PDF: who, when, what, and taking them over. */
export function FileMarksPanel() {
  const { document, analysis } = useReading()
  const [saving, setSaving] = useState(false)
  const workbench = useWorkbench()
  const act = useAct()
  const [read, setRead] = useState<Outcome<FileMarks>>()
  const annotations = useRecords('annotations', 'documentId', document.id)
  const decisions = useRecords('proposalDecisions', 'documentId', document.id)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    let gone = false
    void marksInFile(workbench, document.id).then((marks) => (gone ? undefined : setRead(marks)))
    return () => {
      gone = true
    }
  }, [workbench, document.id])
  const marks = read?.ok === true ? read.value.marks : undefined
  const open = useMemo(
    () =>
      marks === undefined || annotations === undefined || decisions === undefined ? undefined : offeredMarks(marks, annotations, decisions),
    [marks, annotations, decisions],
  )
  const words = useWordsUnder(open)
  const chosen = open?.filter(([first]) => first !== undefined && !left.has(first.reference)) ?? []
  const taken = annotations?.filter((annotation) => annotation.pdfOrigin !== undefined).length ?? 0

  const takeThem = async (): Promise<void> => {
    const input = await inputOfMarks(workbench, document, chosen)
    await act(takeOverPdfMarks, input, `Took over ${input.marks.length} ${input.marks.length === 1 ? 'mark' : 'marks'}.`)
  }
  const leaveThem = (): void => {
    const marks = chosen.flatMap(([first]) =>
      first === undefined ? [] : [{ id: newId('decision'), page: first.pageIndex, reference: first.reference }],
    )
    void act(dismissPdfMarks, { documentId: document.id, marks }, 'Left in the file; they are not offered again.')
  }
  return (
    <section className={styles.panel} aria-label="Marks in the file">
      <PanelHeader title="Marks in the file" count={open?.length} />
      {read?.ok === false ? <ProblemNotice problem={read.problem} /> : null}
      {read === undefined ? <output className={styles.empty}>Looking for marks in the file…</output> : null}
      {open !== undefined && open.length === 0 ? (
        <div className={styles.empty}>
          <p>
            {taken > 0
              ? `${taken} ${taken === 1 ? 'mark' : 'marks'} of this file ${taken === 1 ? 'was' : 'were'} taken over. Nothing else stands in it.`
              : marks?.length === 0
                ? 'Nobody left marks in this PDF.'
                : 'The marks of this file were left where they are.'}
          </p>
          <p>
            Highlights, notes and drawings made in Acrobat, Preview, Zotero and other programs appear here, with who made them and when.
          </p>
        </div>
      ) : null}
      {open !== undefined && open.length > 0 ? (
        <>
          <div className={styles.buttons}>
            <Button kind="primary" disabled={chosen.length === 0} onClick={() => void takeThem()}>
              {open.length === 1 ? 'Take it over' : `Take over ${chosen.length === open.length ? `all ${open.length}` : chosen.length}`}
            </Button>
            <Button kind="quiet" disabled={chosen.length === 0} onClick={leaveThem}>
              Leave {chosen.length === open.length ? '' : chosen.length} in the file
            </Button>
          </div>
          {read?.ok === true && read.value.beyond > 0 ? <p className={styles.facts}>{beyondWords(read.value.beyond)}</p> : null}
          <div className={styles.list}>
            <NearGroups label="Marks in the file" items={open} size={GROUP} height={MARK}>
              {(parts) => {
                const [first] = parts
                if (first === undefined) return null
                return (
                  <FileMark
                    key={first.reference}
                    mark={first}
                    quote={words.get(first.reference) ?? ''}
                    chosen={!left.has(first.reference)}
                    onChosen={(on) =>
                      setLeft((before) => new Set(on ? [...before].filter((id) => id !== first.reference) : [...before, first.reference]))
                    }
                  />
                )
              }}
            </NearGroups>
          </div>
        </>
      ) : null}
      <div className={styles.foot}>
        <Button icon={FileDown} disabled={annotations === undefined || annotations.length === 0} onClick={() => setSaving(true)}>
          Save a copy with marks…
        </Button>
        <Button kind="quiet" icon={NotebookPen} onClick={() => navigate(routes.takeInNotes())}>
          Take in notes from a file…
        </Button>
      </div>
      {saving ? (
        <SaveCopyDialog document={document} analysis={analysis} marks={annotations?.length ?? 0} onClose={() => setSaving(false)} />
      ) : null}
    </section>
  )
}

const SUBTYPE_WORDS: Readonly<Record<PdfMark['subtype'], string>> = {
  Highlight: 'highlight',
  Underline: 'underline',
  StrikeOut: 'struck out',
  Squiggly: 'wavy underline',
  Square: 'rectangle',
  Circle: 'ellipse',
  Polygon: 'polygon',
  PolyLine: 'line',
  Line: 'line',
  Ink: 'drawing',
  Stamp: 'rubber stamp',
  FreeText: 'text on the page',
  Text: 'note',
  Caret: 'insertion',
}

type FileMarkProps = {
  readonly mark: PdfMark
  /** The words that it stands over. */
  readonly quote: string
  readonly chosen: boolean
  readonly onChosen: (chosen: boolean) => void
}

/** A mark of the file: what it would become, its words, and who made it. */
function FileMark({ mark, quote, chosen, onChosen }: FileMarkProps) {
  const { goTo } = useReading()
  const { pageIndex, subtype, author, comment, modified, created, colour, replies } = mark
  const name = `${subtype} on page ${pageNumberOf(pageIndex)}${author === '' ? '' : ` by ${author}`}`
  return (
    <li className={styles.mark}>
      <input type="checkbox" aria-label={`Choose ${name}`} checked={chosen} onChange={(event) => onChosen(event.target.checked)} />
      <button type="button" className={styles.words} title="Go there" onClick={() => goTo({ page: pageIndex, fraction: 0 }, 'file-marks')}>
        <span className={styles.facts}>
          {colour === null ? null : <span className={styles.colour} style={{ background: colour }} aria-hidden />}
          p. {pageNumberOf(pageIndex)} · {becomesWords(SUBTYPE_WORDS[subtype], ANNOTATION_KIND_WORDS[kindOfPdfMark(mark)])}
        </span>
        {quote === '' ? null : <span className={styles.quote}>“{quote}”</span>}
        {comment === '' ? null : <span>{comment}</span>}
        {replies.length === 0 ? null : (
          <span className={styles.facts}>
            {replies.length} {replies.length === 1 ? 'reply' : 'replies'}: {replies.map((reply) => reply.author || 'unnamed').join(', ')}
          </span>
        )}
        <span className={styles.facts}>{[author || 'nobody named', pdfDateWords(modified || created)].filter(Boolean).join(' · ')}</span>
      </button>
    </li>
  )
}

/** What a mark is in the file, and what it becomes where that is something else. */
const becomesWords = (is: string, becomes: string): string => (is === becomes ? is : `${is} → ${becomes}`)

/** The words under the marks, by reference; they come a moment later than the list. */
function useWordsUnder(open: readonly (readonly PdfMark[])[] | undefined): ReadonlyMap<string, string> {
  const { document } = useReading()
  const { db, derived } = useWorkbench()
  const [words, setWords] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    if (open === undefined) return undefined
    const ends = new AbortController()
    void throughTexts({ db, derived }, 'file-marks', { documentId: document.id, program: '' }, open, { signal: ends.signal }).then(
      (taken) => {
        if (taken !== null)
          setWords(
            new Map(
              taken.flatMap((mark) =>
                mark === null
                  ? []
                  : [
                      [
                        mark.pdfOrigin.reference,
                        mark.segments
                          .map((segment) => segment.quote)
                          .filter(Boolean)
                          .join(' … '),
                      ] as const,
                    ],
              ),
            ),
          )
      },
    )
    return () => ends.abort()
  }, [db, derived, document.id, open])
  return words
}
