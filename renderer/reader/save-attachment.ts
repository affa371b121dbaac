import { safeFileName } from '@shared/documents/safe-file-name'
import { type Outcome, problem, trouble } from '@shared/errors/outcome'
import { saveFile } from '../desktop/save-file'
import type { PdfReader } from '../pdf/pdf-reader'
import type { Workbench } from '../workbench/workbench'

/**
 * Saves a file that is attached to a PDF where the researcher chooses, under a name that is safe. It is not opened.
 * @returns where it was put, as people read it; null when the choice was cancelled. Problem: `attachment-unreadable`
 */
export async function saveAttachment(
  desktop: Workbench['desktop'],
  pdf: PdfReader,
  attachment: { readonly id: string; readonly name: string },
): Promise<Outcome<string | null>> {
  const bytes = await pdf.attachment(attachment.id)
  if (bytes === null)
    return trouble(
      problem(
        'attachment-unreadable',
        `The attachment “${attachment.name}” can’t be read from the PDF.`,
        'Open the PDF in another program, if you trust it, or ask whoever released it for the file.',
      ),
    )
  return saveFile(desktop, safeFileName(attachment.name), bytes)
}
