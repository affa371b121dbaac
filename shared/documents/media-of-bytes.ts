import type { DocumentMedia } from './document'

/** How far into a file a PDF's header may stand (ISO 32000-1, annex H.3, implementation note 13). */
export const HEADER_REACH = 1024

/** Whether `%PDF-` stands in the first 1024 bytes, as readers ask before they try a file. */
export function looksLikePdf(head: Uint8Array): boolean {
  const end = Math.min(head.length, HEADER_REACH) - PDF.length
  for (let at = 0; at <= end; at += 1) if (PDF.every((byte, offset) => head[at + offset] === byte)) return true
  return false
}

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** A compound file: what old Excel files and workbooks with a password are. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const beginsWith = (head: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => head[at] === byte)

/**
 * What a stored document is, by its first bytes alone: the vault names it by that, so that the same bytes never lie there under two endings.
 * Only what was let in is asked about: what is neither a PDF nor a zip is text.
 */
export const mediaOfBytes = (head: Uint8Array): DocumentMedia => (looksLikePdf(head) ? 'pdf' : beginsWith(head, ZIP) ? 'xlsx' : 'csv')

/** Whether a file's name is one that tables have. */
export const isTableName = (name: string): boolean => /\.(?:csv|tsv|tab|xlsx|xlsm)$/i.test(name)
/** Whether a file's name is one that documents have: what is taken of a folder. */
export const isDocumentName = (name: string): boolean => /\.pdf$/i.test(name) || isTableName(name)

/** What a file is to be read as; `locked-or-old` for an Excel file that is not XLSX, null for what is no document. */
export function mediaOfFile(name: string, head: Uint8Array): DocumentMedia | 'locked-or-old' | null {
  if (looksLikePdf(head)) return 'pdf'
  if (beginsWith(head, COMPOUND) && (isTableName(name) || /\.xls$/i.test(name))) return 'locked-or-old'
  return isTableName(name) ? mediaOfBytes(head) : null
}
