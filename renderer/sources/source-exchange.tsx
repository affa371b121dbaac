import type { Analysis } from '@shared/analyses/analysis'
import type { Claim } from '@shared/claims/claim'
import { planImport, type SourceImport } from '@shared/sources/reference-formats/plan-import'
import { REFERENCE_FILES } from '@shared/sources/reference-formats/reference-files'
import type { Source } from '@shared/sources/source'
import { newId } from '@shared/units/ids'
import { ArrowLeftRight } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { saveFile } from '../desktop/save-file'
import { Button } from '../ui/button'
import { FileChoice } from '../ui/file-choice'
import { Menu } from '../ui/menu'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { importSources } from './commands/import-sources'
import { ImportBalance } from './import-balance'
import { readReferences } from './read-references'

/** Sources in and out as CSL-JSON, BibTeX or RIS; each import ends with its balance. */
export function SourceExchange({
  analysis,
  sources,
  claims,
  act,
}: {
  readonly analysis: Analysis
  readonly sources: readonly Source[]
  readonly claims: readonly Claim[]
  readonly act: Act
}) {
  const { desktop } = useWorkbench()
  const toast = useToast()
  const file = useRef<HTMLInputElement>(null)
  const [balance, setBalance] = useState<{ readonly name: string; readonly balance: SourceImport } | null>(null)

  const takeIn = async (chosen: File): Promise<void> => {
    const read = await readReferences(chosen)
    if (!read.ok) return toast.show({ text: read.problem.what, problem: read.problem })
    const plan = planImport(
      read.value,
      sources,
      { id: analysis.id, numbersCited: claims.flatMap((claim) => claim.citedSources) },
      { newId },
    )
    const brought = [...plan.added, ...plan.matched].map(({ source }) => source)
    if (
      brought.length === 0 ||
      (await act(
        importSources,
        { analysisId: analysis.id, sources: brought },
        `${plan.added.length === 1 ? '1 source' : `${plan.added.length} sources`} added, ${plan.matched.length} there already.`,
      ))
    )
      setBalance({ name: chosen.name, balance: plan })
  }
  const save = async ({ path, write }: (typeof REFERENCE_FILES)[number]): Promise<void> => {
    const saved = await saveFile(desktop, path, write(sources))
    if (!saved.ok) toast.show({ text: saved.problem.what, problem: saved.problem })
    else if (saved.value !== null) toast.show({ text: `Saved as ${saved.value}.` })
  }
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button kind="quiet" icon={ArrowLeftRight}>
            Import or export
          </Button>
        }
        items={[
          { label: 'Import CSL-JSON, BibTeX or RIS…', onSelect: () => file.current?.click() },
          ...REFERENCE_FILES.map((file) => ({
            label: `Export as ${file.form}…`,
            disabled: sources.length === 0,
            onSelect: () => void save(file),
          })),
        ]}
      />
      <FileChoice
        ref={file}
        label="File of references"
        accept=".json,.bib,.bibtex,.ris,.txt"
        onChosen={([chosen]) => void takeIn(chosen)}
      />
      {balance === null ? null : <ImportBalance {...balance} onClose={() => setBalance(null)} />}
    </>
  )
}
