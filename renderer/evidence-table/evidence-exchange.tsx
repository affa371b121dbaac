import type { Analysis } from '@shared/analyses/analysis'
import type { DocumentId } from '@shared/documents/document'
import { counted } from '@shared/dossier/words'
import { type Outcome, ok } from '@shared/errors/outcome'
import { EVIDENCE_TABLE_COLUMNS, evidenceTableCsv, evidenceTableRows } from '@shared/evidence-table/write-evidence-table'
import { writeXlsx } from '@shared/tables/write-xlsx'
import { Table2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { BalanceDialog } from '../balance/balance-dialog'
import { saveFile } from '../desktop/save-file'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { FileChoice } from '../ui/file-choice'
import { Menu } from '../ui/menu'
import { Progress } from '../ui/progress'
import { useToast } from '../ui/toast'
import { useWorkbench, type Workbench } from '../workbench/workbench'
import { addEvidenceTable, type EvidenceTally } from './add-evidence-table'
import { balanceOfEvidence } from './evidence-balance'
import { readEvidenceFile } from './read-evidence-file'

/** Rows that one step of undo takes back: all of a table that a person made. */
const AT_ONCE = 5000

/** Evidence in from a table, with a balance, and out as one: CSV or XLSX, the same columns both ways. */
export function EvidenceExchange({ analysis }: { readonly analysis: Analysis }) {
  const workbench = useWorkbench()
  const toast = useToast()
  const file = useRef<HTMLInputElement>(null)
  const [reading, setReading] = useState<{ readonly name: string; readonly done: number; readonly of: number | null } | null>(null)
  const [balance, setBalance] = useState<{ readonly name: string; readonly tally: EvidenceTally } | null>(null)

  const stop = useRef<AbortController | null>(null)
  const takeIn = async (chosen: File): Promise<void> => {
    const ends = new AbortController()
    stop.current = ends
    setReading({ name: chosen.name, done: 0, of: null })
    const tally = await addFile(workbench, analysis, chosen, (done, of) => setReading({ name: chosen.name, done, of }), ends.signal)
    setReading(null)
    if (tally.ok) setBalance({ name: chosen.name, tally: tally.value })
    else toast.show({ text: tally.problem.what, problem: tally.problem })
  }
  const save = async (kind: 'csv' | 'xlsx'): Promise<void> => {
    const saved = await saveEvidence(workbench, analysis, kind)
    if (!saved.ok) toast.show({ text: saved.problem.what, problem: saved.problem })
    else if (saved.value !== null) toast.show({ text: saved.value })
  }
  const added = balance?.tally.addedClaims ?? []
  return (
    <>
      <Menu
        align="end"
        trigger={<Button icon={Table2}>Evidence table</Button>}
        items={[
          { label: 'Import CSV or XLSX…', onSelect: () => file.current?.click() },
          'separator',
          { label: 'Export as XLSX, for spreadsheets…', onSelect: () => void save('xlsx') },
          { label: 'Export as CSV…', onSelect: () => void save('csv') },
        ]}
      />
      <FileChoice ref={file} label="Evidence table" accept=".csv,.tsv,.xlsx,.xlsm,text/csv" onChosen={([chosen]) => void takeIn(chosen)} />
      {reading === null ? null : (
        <Dialog
          open
          title={`Reading ${reading.name}`}
          description="Each quotation is looked for on its page, then in its whole document."
          onClose={() => stop.current?.abort()}
          footer={
            <Button disabled={reading.done === reading.of} onClick={() => stop.current?.abort()}>
              Cancel
            </Button>
          }
        >
          <Progress label="Rows anchored" done={reading.done} of={reading.of} />
        </Dialog>
      )}
      {balance === null ? null : (
        <BalanceDialog title={`Evidence from ${balance.name}`} balance={balanceOfEvidence(balance.tally)} onClose={() => setBalance(null)}>
          {added.length === 0 ? null : (
            <p>{`${counted(added.length, 'claim')} that only the table names ${added.length === 1 ? 'was' : 'were'} added without a text: ${added.join(', ')}.`}</p>
          )}
        </BalanceDialog>
      )}
    </>
  )
}

async function addFile(
  workbench: Workbench,
  analysis: Analysis,
  file: File,
  progress: (done: number, of: number) => void,
  signal: AbortSignal,
): Promise<Outcome<EvidenceTally>> {
  const table = await readEvidenceFile(file)
  if (!table.ok) return table
  const byName = new Map<string, DocumentId[]>()
  for (const { id, name } of await workbench.db.all('documents')) byName.set(name, [...(byName.get(name) ?? []), id])
  return addEvidenceTable(workbench, analysis.id, table.value, byName, (done) => progress(done, table.value.rows.length), {
    batch: AT_ONCE,
    signal,
    beside: true,
  })
}

/** Saves the evidence of an analysis; what to say of it, or null where no place was chosen. */
async function saveEvidence({ db, desktop }: Workbench, analysis: Analysis, kind: 'csv' | 'xlsx'): Promise<Outcome<string | null>> {
  const [links, claims, annotations, documents] = await Promise.all([
    db.where('evidenceLinks', 'analysisId', analysis.id),
    db.where('claims', 'analysisId', analysis.id),
    db.all('annotations'),
    db.all('documents'),
  ])
  const { rows, wordless } = evidenceTableRows({ links, claims, annotations, documents })
  const made = kind === 'csv' ? ok(evidenceTableCsv(rows)) : writeXlsx('Evidence', [EVIDENCE_TABLE_COLUMNS, ...rows])
  if (!made.ok) return made
  const saved = await saveFile(desktop, `evidence table.${kind}`, made.value)
  if (!saved.ok || saved.value === null) return saved
  return ok(
    `${counted(rows.length, 'row')} saved as ${saved.value}.${wordless === 0 ? '' : ` ${counted(wordless, 'passage')} without words ${wordless === 1 ? 'is' : 'are'} not in it: boxes and notes quote nothing.`}`,
  )
}
