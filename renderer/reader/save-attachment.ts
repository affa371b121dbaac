import { safeFileName } from '@shared/documents/safe-file-name'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { PdfReader } from '../pdf/pdf-reader'
import type { Workbench } from '../workbench/workbench'

/** Bytes written at a time. */
const PIECE = 4 * 1024 * 1024

/**
 * Saves a file that is attached to a PDF where the researcher chooses, under a name that is safe. It is not opened.
 * @returns where it was put, as people read it; null when the choice was cancelled. Problem: `attachment-unreadable`
 */
export async function saveAttachment({ exports }: Workbench['desktop'], pdf: PdfReader, attachment: { readonly id: string; readonly name: string }): Promise<Outcome<string | null>> {
  const bytes = await pdf.attachment(attachment.id)
  if (bytes === null) return trouble(problem('attachment-unreadable', `The attachment “${attachment.name}” can’t be read from the PDF.`, 'Open the PDF in another program, if you trust it, or ask whoever released it for the file.'))
  const name = safeFileName(attachment.name)
  const begun = await exports.begin(name, 'file')
  if (!begun.ok || begun.value === null) return begun.ok ? ok(null) : begun
  const { token } = begun.value
  for (let at = 0; at < bytes.length; at += PIECE) {
    const written = await exports.write(token, name, bytes.subarray(at, at + PIECE))
    if (written.ok) continue
    await exports.abandon(token)
    return written
  }
  const finished = await exports.finish(token)
  return finished.ok ? ok(finished.value.shownPath) : finished
}
