import type { Claim } from '@shared/claims/claim'
import { counted } from '@shared/dossier/words'
import { isTable } from '@shared/documents/document'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { marksAsW3c, marksAsXfdf, type WrittenMark } from '@shared/foreign-notes/write-marks'
import { groupedBy } from '@shared/units/grouped-by'
import { ArrowLeftRight, FileDown } from 'lucide-react'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { saveFile } from '../desktop/save-file'
import { rowsOfPages } from '../storage/rows-of-pages'
import { Button } from '../ui/button'
import { Menu, type MenuItem } from '../ui/menu'
import { useToast } from '../ui/toast'
import { useWorkbench, type Workbench } from '../workbench/workbench'
import type { MarkRow } from './mark-rows'
import { marksCsv } from './marks-csv'

/** Saves the marks that are chosen for other programs. */
export function MarksOut({ rows }: { readonly rows: readonly MarkRow[] }) {
  return <Menu align="end" trigger={<Button icon={FileDown}>Save as</Button>} items={useMarksOut(rows)} />
}

/** Notes of others in, and out all marks that are shown. */
export function MarksExchange({ rows }: { readonly rows: readonly MarkRow[] }) {
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="quiet" icon={ArrowLeftRight}>
          Import or export
        </Button>
      }
      items={[{ label: 'Take in notes of others…', onSelect: () => navigate(routes.takeInNotes()) }, 'separator', ...useMarksOut(rows)]}
    />
  )
}

/** The forms in which marks go out. */
function useMarksOut(rows: readonly MarkRow[]): readonly MenuItem[] {
  const workbench = useWorkbench()
  const toast = useToast()
  const save = async (made: Promise<Outcome<string | null>>): Promise<void> => {
    const saved = await made
    if (!saved.ok) toast.show({ text: saved.problem.what, problem: saved.problem })
    else if (saved.value !== null) toast.show({ text: saved.value })
  }
  const disabled = rows.length === 0
  return [
    {
      label: 'Marks as W3C Web Annotations…',
      disabled,
      onSelect: () =>
        void save(
          saveText(workbench, 'marks.jsonld', rows, async () =>
            marksAsW3c(await writtenMarks(workbench, rows), (await workbench.desktop.app.info()).version),
          ),
        ),
    },
    { label: 'Marks as XFDF, for Acrobat and others…', disabled, onSelect: () => void save(saveXfdf(workbench, rows)) },
    {
      label: 'Marks as CSV, for spreadsheets…',
      disabled,
      onSelect: () => void save(saveText(workbench, 'marks.csv', rows, async () => marksCsv(rows))),
    },
  ]
}

const savedWords = (rows: readonly MarkRow[], path: string): string => `${counted(rows.length, 'mark')} written to ${path}`

async function saveText(
  { desktop }: Workbench,
  name: string,
  rows: readonly MarkRow[],
  make: () => Promise<string>,
): Promise<Outcome<string | null>> {
  const saved = await saveFile(desktop, name, await make())
  return !saved.ok || saved.value === null ? saved : ok(savedWords(rows, saved.value))
}

async function writtenMarks({ db }: Workbench, rows: readonly MarkRow[]): Promise<readonly WrittenMark[]> {
  const claims = new Map<string, Claim>((await db.all('claims')).map((claim) => [claim.id, claim]))
  return rows.map(({ annotation, document, links }) => ({
    annotation,
    document,
    links: links.flatMap((link) => {
      const claim = claims.get(link.claimId)
      return claim === undefined ? [] : [{ link, claim }]
    }),
  }))
}

/** XFDF is of one PDF: marks of several go into a folder, a file each. Tables have no places in points, so their marks stay out and are counted. */
async function saveXfdf(workbench: Workbench, rows: readonly MarkRow[]): Promise<Outcome<string | null>> {
  const { db, desktop } = workbench
  const onPdf = rows.filter(({ document }) => document !== null && !isTable(document))
  const byDocument = [...groupedBy(await writtenMarks(workbench, onPdf), ({ annotation }) => annotation.documentId)]
  if (byDocument.length === 0)
    return trouble(
      problem(
        'no-marks-on-pdf',
        'None of these marks stands in a PDF, and XFDF knows no other documents.',
        'Save them as W3C Web Annotations or as CSV.',
      ),
    )
  const files: { readonly name: string; readonly text: string }[] = []
  for (const [documentId, marks] of byDocument) {
    const pages = new Map((await rowsOfPages(db.pages, documentId)).map((page): [number, typeof page] => [page.index, page]))
    const document = marks[0]?.document
    if (document !== null && document !== undefined)
      files.push({
        name: `${document.name.replace(/\.pdf$/i, '').replace(/[\\/:*?"<>|]/g, '_')}${byDocument.length === 1 ? '' : ` ${documentId.slice(0, 8)}`}.xfdf`,
        text: marksAsXfdf(document, marks, (index) => pages.get(index)),
      })
  }
  const left = rows.length - onPdf.length
  const said = (path: string): string =>
    `${savedWords(onPdf, path)}${left === 0 ? '' : `; ${counted(left, 'mark')} of tables ${left === 1 ? 'is' : 'are'} not in it`}`
  const [only, ...others] = files
  if (only === undefined) return ok(null)
  if (others.length === 0) {
    const saved = await saveFile(desktop, only.name, only.text)
    return !saved.ok || saved.value === null ? saved : ok(said(saved.value))
  }
  const begun = await desktop.exports.begin('marks as XFDF', 'folder')
  if (!begun.ok) return begun
  if (begun.value === null) return ok(null)
  const { token } = begun.value
  for (const { name, text } of files) {
    const written = await desktop.exports.write(token, name, new TextEncoder().encode(text))
    if (written.ok) continue
    await desktop.exports.abandon(token)
    return written
  }
  const finished = await desktop.exports.finish(token)
  return finished.ok ? ok(said(finished.value.shownPath)) : finished
}
