import { z } from 'zod'
import type { JournalLine } from '@shared/custody/journal-line'

/** What the index says of a document; read from the rows of the journal, which may come from other versions. */
const listedSchema = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.number(),
  pageCount: z.number().optional(),
  importedAt: z.string(),
})
type Listed = z.infer<typeof listedSchema>

/** Keeps the list of documents that a person can read, as journal lines go by. */
export type IndexPage = { note(line: JournalLine): boolean; clear(): void; text(): string }

/** An index of no documents, to be told of every journal line. */
export function indexPage(): IndexPage {
  const documents = new Map<string, Listed>()
  return {
    /** @returns whether the line changed the list */
    note(line) {
      let changed = false
      for (const row of line.rows) {
        if (row.table !== 'documents') continue
        changed = true
        const listed = listedSchema.safeParse(row.after)
        if (listed.success) documents.set(row.id, listed.data)
        else documents.delete(row.id)
      }
      return changed
    },
    clear: () => documents.clear(),
    text: () => textOf([...documents.values()]),
  }
}

const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('|', '\\|')
    .trim()
const size = (bytes: number): string =>
  bytes < 10_000 ? `${bytes} B` : bytes < 10_000_000 ? `${Math.round(bytes / 1000)} kB` : `${Math.round(bytes / 1_000_000)} MB`

function textOf(documents: readonly Listed[]): string {
  const rows = documents
    .toSorted((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1))
    .map(
      (document) =>
        `| ${oneLine(document.name)} | ${document.pageCount ?? ''} | ${size(document.bytes)} | ${document.importedAt.slice(0, 10)} | \`${document.id}\` |`,
    )
  return `# Vouch: what is in this folder

This is the second copy of a Vouch library; the first is in the workbench's own database. Everything here is an ordinary file.
Do not change or rename the files: Vouch compares both copies when it starts.

- \`documents/\` holds every imported file (PDF, CSV, XLSX), its bytes unchanged, named by the SHA-256 of its bytes.
- \`texts/\` holds the text read from each of them, a page or a row of a table a line (JSON).
- \`journal.jsonl\` holds every change, in order, each line with the hash of the one before.
- \`exports/\` holds dossiers, where the system has no window to ask for another place.
- \`aside/\` holds journals that were taken out of use because they were damaged or differed.

## Documents

${rows.length === 0 ? 'None yet.' : `| name | pages or rows | size | imported | SHA-256 |\n| --- | ---: | ---: | --- | --- |\n${rows.join('\n')}`}
`
}
