import type { SourceText } from '@shared/analyses/from-text/propose'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { readDocx } from './read-docx'

/** Bytes above which a file is surely no text of an analysis. */
const LARGEST = 32 * 1024 * 1024
const ZIP = [0x50, 0x4b]

/** Reads a file that the researcher chose: Markdown, plain text or Word. Problems: `text-large`, `text-binary`, those of Word files. */
export async function readSourceFile(file: File): Promise<Outcome<SourceText>> {
  if (file.size > LARGEST)
    return trouble(
      problem('text-large', `${file.name} is too large to be made an analysis.`, 'Choose a text of at most 32 MB, or paste a part of it.'),
    )
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (ZIP.every((byte, at) => bytes[at] === byte)) return readDocx(bytes, file.name)
  const text = decodedText(bytes)
  if (/\p{Cc}/u.test(text.replace(/[\t\n\r\f\v]/g, '')))
    return trouble(
      problem(
        'text-binary',
        `${file.name} is no text.`,
        'Choose Markdown, plain text or .docx; a PDF goes into the library first, and is chosen there.',
      ),
    )
  return ok({ text, headings: [] })
}

/** UTF-8 or UTF-16 by their marks; what is no UTF-8 is read as Windows-1252, which older word processors write. */
function decodedText(bytes: Uint8Array): string {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
