import { mediaOfBytes, mediaOfFile } from '@shared/documents/media-of-bytes'
import { type Outcome, problem, trouble } from '@shared/errors/outcome'
import { type EvidenceTable, evidenceOfTable } from '@shared/evidence-table/evidence-table'
import { readTableApart } from '../tables/read-table-apart'

const LARGEST = 64 * 1024 * 1024

/**
 * Reads a chosen file as an evidence table, CSV or XLSX by its bytes.
 * Problems: `evidence-table-large`, `evidence-table-foreign`, `evidence-table-columns`, `table-unreadable`.
 * @param named whether it was named as the table, and so may be called anything
 */
export async function readEvidenceFile(file: File, { named = false }: { readonly named?: boolean } = {}): Promise<Outcome<EvidenceTable>> {
  if (file.size > LARGEST)
    return trouble(
      problem('evidence-table-large', `${file.name} is too large to be an evidence table.`, 'Choose a file of at most 64 MB, or split it.'),
    )
  const head = new Uint8Array(await file.slice(0, 1024).arrayBuffer())
  const media = mediaOfFile(file.name, head) ?? (named ? mediaOfBytes(head) : null)
  if (media !== 'csv' && media !== 'xlsx') {
    return trouble(
      problem(
        'evidence-table-foreign',
        media === 'locked-or-old'
          ? `${file.name} is locked with a password, or of an Excel older than XLSX.`
          : `${file.name} is neither CSV nor XLSX.`,
        'Save the table as CSV or XLSX in a spreadsheet program, without a password.',
      ),
    )
  }
  const table = await readTableApart(file, media, file.name)
  return table.ok ? evidenceOfTable(file.name, table.value) : table
}
